// Destroying what opens a case, and taking away what lies beside it. See decision "keys bound to their place".
import type { ChainAct } from '@layan/domain/audit/chain';
import type { CaseId, DocumentId, InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import type { ContentHash } from '@layan/domain/standard/content-hash';
import type { CaseRecord, Page } from './cases.ts';
import type { KeptLetter } from './letters.ts';

/** An erasure whose files, links and line in the chain are not all dealt with yet. */
export interface Erasure {
  readonly caseId: CaseId;
  readonly at: InstantText;
  readonly by: ChainAct['by'];
  /** Class of the schedule that it was due under; absent where somebody asked for it. */
  readonly due?: RetentionClass;
  /** Its files were removed, and are looked for once more then. */
  readonly again?: InstantText;
}

/** What was uploaded to a case. */
export interface ClosedUploads {
  readonly documents: readonly DocumentId[];
  /** So many were not settled half an hour ago: whoever looks into one at this moment may still put it there. */
  readonly open: number;
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
  /** One query: erasures whose files were not removed yet, in pages. */
  unfinished(query: { readonly limit: number; readonly after?: string }): Promise<Page<Erasure>>;
  /** One transaction: its files are to be looked for once more, at `again`. Changes nothing where the note of before is gone. */
  lookAgain(erasure: Erasure & { readonly again: InstantText }, before: Erasure): Promise<void>;
  /** One query: erasures to be looked at again by `until`, in pages. */
  toLookAt(query: {
    readonly until: InstantText;
    readonly limit: number;
    readonly after?: string;
  }): Promise<Page<Erasure>>;
  /** One query: what was uploaded to a case. */
  documents(caseId: CaseId): Promise<readonly DocumentId[]>;
  /** The same, and a transaction for each that is not settled: it is rejected, so that nobody begins to accept it any more. */
  closeUploads(caseId: CaseId, now: InstantText): Promise<ClosedUploads>;
  /** One query: every letter that was kept with a case, those too that no event tells of. */
  letters(caseId: CaseId): Promise<readonly KeptLetter[]>;
  /** One transaction for each portion of documents and letters: their rows are gone. */
  forget(caseId: CaseId, documents: readonly DocumentId[], letters?: readonly ContentHash[]): Promise<void>;
  /** Answers that were kept for repeats of what was done to it (a case, a card, an import) are gone; that it was done stays known. */
  forgetAnswers(of: string): Promise<void>;
  /** The note of the erasure is gone. */
  finish(erasure: Erasure): Promise<void>;
}

/** Objects of a case. Removing what is gone already changes nothing. */
export interface CaseFiles {
  removeScan(caseId: CaseId, documentId: DocumentId): Promise<void>;
  removeLetter(caseId: CaseId, sha256: ContentHash): Promise<void>;
}
