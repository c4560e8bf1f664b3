// Destroying what opens a case, and taking away what lies beside it. See decision "keys bound to their place".
import type { ChainAct } from '@layan/domain/audit/chain';
import type { CaseId, DocumentId, InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import type { ContentHash } from '@layan/domain/standard/content-hash';
import type { CaseRecord, Page } from './cases.ts';

/** An erasure whose files, links and line in the chain are not all dealt with yet. */
export interface Erasure {
  readonly caseId: CaseId;
  readonly at: InstantText;
  readonly by: ChainAct['by'];
  /** Class of the schedule that it was due under; absent where somebody asked for it. */
  readonly due?: RetentionClass;
}

export interface CaseEraser {
  /**
   * One transaction: the key of the case is destroyed in every item where it stands, its unsent form and the links of
   * `people` to it are gone, and what is left to do is noted. Fails when the case changed since it was loaded, or is on hold.
   */
  erase(
    record: CaseRecord,
    erasure: Erasure & { readonly people: readonly string[] },
  ): Promise<Result<void, 'changed-meanwhile'>>;
  /** One query: erasures that are not finished, in pages. */
  unfinished(query: { readonly limit: number; readonly after?: string }): Promise<Page<Erasure>>;
  /** One query: what was uploaded to a case. */
  documents(caseId: CaseId): Promise<readonly DocumentId[]>;
  /** One transaction for each portion of documents: their rows are gone. */
  forget(caseId: CaseId, documents: readonly DocumentId[]): Promise<void>;
  /** Answers that were kept for repeats of what was done to it (a case, a card, an import) are gone; that it was done stays known. */
  forgetAnswers(of: string): Promise<void>;
  /** Forgets documents, and at last the note of the erasure. */
  finish(caseId: CaseId, documents: readonly DocumentId[]): Promise<void>;
}

/** Objects of a case. Removing what is gone already changes nothing. */
export interface CaseFiles {
  removeScan(caseId: CaseId, documentId: DocumentId): Promise<void>;
  removeLetter(sha256: ContentHash): Promise<void>;
}
