// The signature on a letter: what is kept of it, and that the letter is issued by it.
import type { ExaminedUpload } from '../document/examined-upload.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { mustHave } from '../process/process-index.ts';
import type { CaseRejection, GivenSignature } from './command.ts';
import type { Signature } from './event.ts';
import { newestOf } from './evolve-products.ts';
import { validity } from './issue-product.ts';
import { type Prepared, readyDocument } from './may-sign.ts';
import type { CaseSnapshot, ProductRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

type Upload = Extract<GivenSignature, { kind: 'upload' }>;

const isOther = ({ id }: ProductRecord, { codes = [] }: ExaminedUpload): boolean =>
  codes.length > 0 && !codes.includes(id);

const signedFile = (
  record: Prepared,
  { examined, document }: Upload,
  bsre: boolean,
): Result<Signature, CaseRejection> => {
  const { signatures = [], matches, of, sha256, bytes } = examined;
  const last = signatures.at(-1);
  const holds = signatures.every(({ valid }) => valid) && (!bsre || signatures.some((one) => one.bsre));
  if (!last || !holds) return err({ code: 'signature-invalid' });
  if (isOther(record, examined)) return err({ code: 'other-document' });
  const isSame = matches === 'same' && (of === undefined || of === record.prepared.file.sha256);
  if (!isSame) return err({ code: 'upload-altered' });
  const { subject, issuer, signedAt } = last;
  const certificate = { subject, issuer, ...(signedAt && { signedAt }) };
  return ok({ method: 'certificate', file: { sha256, bytes }, certificate, document });
};

const scan = (record: Prepared, { examined, document, number }: Upload): Result<Signature, CaseRejection> => {
  if (isOther(record, examined)) return err({ code: 'other-document' });
  const { codes = [], sha256, bytes, of } = examined;
  const { method, file } = record.prepared;
  if (sha256 === file.sha256) return err({ code: 'signature-missing', method });
  if (of !== undefined && of !== file.sha256) return err({ code: 'upload-altered' });
  const isKnown = codes.length > 0 || record.number === undefined || number?.trim() === record.number;
  if (!isKnown) return err({ code: 'number-unconfirmed', number: record.number ?? '' });
  return ok({ method: 'ink', file: { sha256, bytes }, document });
};

/** What is kept of a signature, or why it is none. */
export const readSignature = (
  { index, context }: Turn,
  snapshot: CaseSnapshot,
  product: string,
  given: GivenSignature | undefined,
): Result<Signature, CaseRejection> => {
  const ready = readyDocument(index, snapshot, product);
  if (!ready.ok) return ready;
  const record = ready.value;
  const { method, file } = record.prepared;
  if (method === 'seal') {
    if (given?.kind !== 'seal') return err({ code: 'signature-missing', method });
    return ok({ method, file, ...(given.seal !== undefined && { seal: given.seal }) });
  }
  if (given?.kind !== 'upload') return err({ code: 'signature-missing', method });
  const outside = index.products.get(product)?.letter?.signatory.outside === true;
  // From outside comes what they use there: a signed file is taken where a scan was expected.
  const isSigned = method === 'certificate' || (outside && (given.examined.signatures ?? []).length > 0);
  // What stands on it was settled when it was drawn, whatever the agency has set since.
  const bsre = method === 'certificate' && (record.prepared.bsre ?? context.letters?.bsre) === true;
  return isSigned ? signedFile(record, given, bsre) : scan(record, given);
};

/** The letter is issued by its signature. */
export const signDocument = (turn: Turn, product: string, signature: Signature): void => {
  const record = newestOf(turn.recorder.snapshot().products, product);
  const { id } = mustHave(record, `document ${product}`);
  const design = mustHave(turn.index.products.get(product), `product ${product}`);
  turn.recorder.record({ type: 'documentSigned', product, id, signature, ...validity(turn, design) }, system);
  turn.recorder.record({ type: 'productChanged', product, id, state: 'active' }, system);
};
