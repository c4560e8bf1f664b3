// Scans: sent by the browser straight to object storage, checked by content, attached only when accepted.
import type { ExaminedUpload } from '@layan/domain/document/examined-upload';
import type { ScanRejection } from '@layan/domain/document/scan-rejection';
import type { CaseId, DocumentId, InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { ContentHash } from '@layan/domain/standard/content-hash';

export type DocumentRejection = ScanRejection;

export interface DocumentRecord {
  readonly id: DocumentId;
  readonly caseId: CaseId;
  readonly requirement: string;
  /** expected: an upload was prepared; checking: it arrived; the rest is final. */
  readonly state: 'expected' | 'checking' | 'accepted' | 'rejected';
  readonly rejection?: DocumentRejection;
  readonly contentType?: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly bytes?: number;
  /** The document that this is to be the signed copy of, and the PDF that was prepared for signing. */
  readonly of?: { readonly document: string; readonly prepared: ContentHash };
  readonly examined?: ExaminedUpload;
  readonly createdAt: InstantText;
  /** Rejected unseen, because its form or its case went. */
  readonly closedAt?: InstantText;
}

export interface UploadForm {
  readonly url: string;
  /** Hidden fields in the order they must be sent, before the file. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface DocumentStore {
  /** Remembers an expected upload, so that a stranger's object is never attached. */
  expect(document: DocumentRecord): Promise<void>;
  find(caseId: CaseId, id: DocumentId): Promise<DocumentRecord | undefined>;
  /** Moves the state forward once: expected → accepted | rejected. `not-expected` when there is no such upload or it was settled. */
  settle(document: DocumentRecord): Promise<Result<void, 'not-expected'>>;
}

/** Links by which browsers send and open scans without passing through us. */
export interface ScanLinks {
  /** Presigned POST: exact key, size range, type and tenant key are signed. Afterwards the browser goes to `redirectTo`; without it a script is answered 201. */
  prepareUpload(input: {
    caseId: CaseId;
    documentId: DocumentId;
    maxBytes: number;
    redirectTo?: string;
  }): Promise<UploadForm>;
  /** Link that opens the accepted scan inline for a minute; type and name are signed. */
  viewLink(input: {
    caseId: CaseId;
    documentId: DocumentId;
    contentType: string;
    fileName: string;
  }): Promise<string>;
}

/** The objects themselves, for the function that checks them. Keys are `incoming/<tenant>/<case>/<document>` and `accepted/<tenant>/<case>/<document>`. */
export interface ScanObjects {
  readIncoming(caseId: CaseId, documentId: DocumentId): Promise<Result<Uint8Array, 'gone'>>;
  /** What is accepted stays as it is: answers the bytes that are kept, which are others where some were kept before. */
  accept(input: {
    caseId: CaseId;
    documentId: DocumentId;
    bytes: Uint8Array;
    contentType: string;
  }): Promise<Uint8Array>;
  discardIncoming(caseId: CaseId, documentId: DocumentId): Promise<void>;
}

export type ScanStore = ScanLinks & ScanObjects;
