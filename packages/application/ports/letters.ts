// Official documents as files, kept by their content: what was drawn for signing, and what came back signed.
import type { DocumentFile } from '@layan/domain/case/event';
import type { ContentHash } from '@layan/domain/standard/content-hash';

export type LetterType = 'application/pdf' | 'image/jpeg' | 'image/png';

export interface LetterFiles {
  /** A PDF by its hash; undefined when it is not there. */
  read(sha256: ContentHash): Promise<Uint8Array | undefined>;
  /** Keeps a file under its hash, a PDF unless told otherwise; repeating it changes nothing. */
  keep(bytes: Uint8Array, contentType?: LetterType): Promise<DocumentFile>;
  /** Link that opens the file inline for a minute, unless told otherwise; type and name are signed. */
  link(file: {
    readonly sha256: ContentHash;
    readonly fileName: string;
    readonly contentType?: LetterType;
    readonly seconds?: number;
  }): Promise<string>;
}
