// Official documents as files, kept by their case and their content: what was drawn for signing, and what came back signed.
import type { DocumentFile } from '@layan/domain/case/event';
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import type { ContentHash } from '@layan/domain/standard/content-hash';

export type LetterType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** That a file was, or was about to be, kept with a case. */
export interface KeptLetter {
  readonly sha256: ContentHash;
  /** The upload that it came with; absent for what was drawn. */
  readonly upload?: DocumentId;
}

export interface LetterFiles {
  /** A PDF by its hash; undefined when it is not there. */
  read(caseId: CaseId, sha256: ContentHash): Promise<Uint8Array | undefined>;
  /**
   * Keeps a file under its hash, a PDF unless told otherwise; repeating it changes nothing. Its hash is noted with the case
   * first, so that whoever erases the case finds also what a function left behind that ended in between.
   */
  keep(file: {
    readonly caseId: CaseId;
    readonly bytes: Uint8Array;
    readonly contentType?: LetterType;
    readonly upload?: DocumentId;
  }): Promise<DocumentFile>;
  /** Link that opens the file inline for a minute, unless told otherwise; type and name are signed. */
  link(file: {
    readonly caseId: CaseId;
    readonly sha256: ContentHash;
    readonly fileName: string;
    readonly contentType?: LetterType;
    readonly seconds?: number;
  }): Promise<string>;
}
