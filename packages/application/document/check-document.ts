// Looks at a scan that arrived and accepts or rejects it by its content; at what is to be the signed copy of a document it
// looks more closely. Duplicate, late and foreign arrivals change nothing.
import type { ExaminedUpload } from '@layan/domain/document/examined-upload';
import { maxScanBytes, maxSignedBytes, readScan, type Scan } from '@layan/domain/document/scan';
import type { ScanRejection } from '@layan/domain/document/scan-rejection';
import type { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { err, type Result } from '@layan/domain/kernel/result';
import type { DocumentRecord, DocumentRejection } from '../ports/documents.ts';
import type { Examine, LookInside } from '../ports/examination.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface CheckDocumentInput {
  readonly caseId: CaseId;
  readonly documentId: DocumentId;
}

export type CheckedDocument =
  | {
      readonly outcome: 'accepted';
      readonly contentType: string;
      readonly bytes: number;
      readonly examined?: ExaminedUpload;
    }
  | { readonly outcome: 'rejected'; readonly rejection: DocumentRejection }
  /** not-expected: nobody prepared this upload; settled: it was decided before; gone: the object is no longer there. */
  | { readonly outcome: 'ignored'; readonly why: 'not-expected' | 'settled' | 'gone' };

type CheckDocumentPorts = Pick<Ports, 'documents' | 'scans' | 'letters'> & {
  /** Only where signed copies arrive; each other caller never meets one. */
  readonly examine?: Examine;
  /** Where strangers' files arrive; unpacking is no work for who only keeps what the workplace itself made. */
  readonly lookInside?: LookInside;
};

/** By what it is, and for a PDF by what it has packed. */
const readWhole = async (
  bytes: Uint8Array,
  atMost: number,
  lookInside: LookInside | undefined,
): Promise<Result<Scan, ScanRejection>> => {
  const read = readScan(bytes, atMost);
  if (!read.ok || read.value.contentType !== 'application/pdf') return read;
  const rejection = await lookInside?.(read.value.bytes);
  return rejection === undefined ? read : err(rejection);
};

/** Kept by its content as well: what was signed is handed over from there. */
const examineSigned = async (
  { letters, examine }: CheckDocumentPorts,
  { caseId, id: upload }: DocumentRecord,
  { prepared }: NonNullable<DocumentRecord['of']>,
  { bytes, contentType }: Scan,
): Promise<ExaminedUpload> => {
  if (!examine) throw new Error('Nobody was given who examines signed copies.');
  const drawn = await letters.read(caseId, prepared);
  const examined = await examine({ bytes, contentType, ...(drawn && { prepared: drawn }) });
  await letters.keep({ caseId, bytes, contentType, upload });
  return { ...examined, of: prepared };
};

/**
 * What is kept is written before it is called accepted: a crash between leaves an object that nobody can reach yet. The record
 * tells of what is kept, which was looked at before: of two files for one place the first that was written stays.
 */
const judge = async (
  ports: CheckDocumentPorts,
  expected: DocumentRecord,
  incoming: Uint8Array,
): Promise<{ readonly record: DocumentRecord; readonly checked: CheckedDocument }> => {
  const { caseId, id, of } = expected;
  const read = await readWhole(incoming, of ? maxSignedBytes : maxScanBytes, ports.lookInside);
  if (!read.ok) {
    const rejection = read.error;
    return {
      record: { ...expected, state: 'rejected', rejection },
      checked: { outcome: 'rejected', rejection },
    };
  }
  const bytes = await ports.scans.accept({ caseId, documentId: id, ...read.value });
  const kept = bytes === read.value.bytes ? read : readScan(bytes, bytes.length);
  if (!kept.ok) throw new Error(`The scan ${id} was accepted and cannot be read: ${kept.error}.`);
  const { contentType } = kept.value;
  const examined = of && (await examineSigned(ports, expected, of, { contentType, bytes }));
  const found = { contentType, bytes: bytes.length, ...(examined && { examined }) };
  return {
    record: { ...expected, state: 'accepted', ...found },
    checked: { outcome: 'accepted', ...found },
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
