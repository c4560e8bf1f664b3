// Looks at a scan that arrived and accepts or rejects it by its content. Duplicate, late and foreign arrivals change nothing.
import { readScan } from '@layan/domain/document/scan';
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import type { DocumentRecord, DocumentRejection } from '../ports/documents.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface CheckDocumentInput {
  readonly caseId: CaseId;
  readonly documentId: DocumentId;
}

export type CheckedDocument =
  | { readonly outcome: 'accepted'; readonly contentType: string; readonly bytes: number }
  | { readonly outcome: 'rejected'; readonly rejection: DocumentRejection }
  /** not-expected: nobody prepared this upload; settled: it was decided before; gone: the object is no longer there. */
  | { readonly outcome: 'ignored'; readonly why: 'not-expected' | 'settled' | 'gone' };

type CheckDocumentPorts = Pick<Ports, 'documents' | 'scans'>;

/** What is kept is written before it is called accepted: a crash between leaves an object that nobody can reach yet. */
const judge = async (
  { scans }: CheckDocumentPorts,
  expected: DocumentRecord,
  bytes: Uint8Array,
): Promise<{ readonly record: DocumentRecord; readonly checked: CheckedDocument }> => {
  const read = readScan(bytes);
  if (!read.ok) {
    const rejection = read.error;
    return {
      record: { ...expected, state: 'rejected', rejection },
      checked: { outcome: 'rejected', rejection },
    };
  }
  const { contentType } = read.value;
  const { caseId, id } = expected;
  await scans.accept({ caseId, documentId: id, bytes: read.value.bytes, contentType });
  const size = read.value.bytes.length;
  return {
    record: { ...expected, state: 'accepted', contentType, bytes: size },
    checked: { outcome: 'accepted', contentType, bytes: size },
  };
};

export const makeCheckDocument =
  (ports: CheckDocumentPorts) =>
  async ({ caseId, documentId }: CheckDocumentInput): Promise<CheckedDocument> => {
    const { documents, scans } = ports;
    const expected = await documents.find(caseId, documentId);
    if (expected?.state !== 'expected' && expected?.state !== 'checking') {
      await scans.discardIncoming(caseId, documentId);
      return { outcome: 'ignored', why: expected ? 'settled' : 'not-expected' };
    }
    const incoming = await scans.readIncoming(caseId, documentId);
    if (!incoming.ok) return { outcome: 'ignored', why: 'gone' };
    const { record, checked } = await judge(ports, expected, incoming.value);
    const settled = await documents.settle(record);
    await scans.discardIncoming(caseId, documentId);
    return settled.ok ? checked : { outcome: 'ignored', why: 'settled' };
  };
