// The signature on a letter: whether it may be given, what is kept of it, and that the letter is issued by it.
import type { ExaminedUpload } from '../document/examined-upload.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Outcome } from '../standard/step.ts';
import type { By, CaseRejection, GivenSignature } from './command.ts';
import type { Signature } from './event.ts';
import { newestOf } from './evolve-products.ts';
import { validity } from './issue-product.ts';
import type { CaseSnapshot, ProductRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

type Upload = Extract<GivenSignature, { kind: 'upload' }>;
type Prepared = ProductRecord & { readonly prepared: NonNullable<ProductRecord['prepared']> };

/** The letter that is signed by this outcome. */
export const signsProduct = (index: ProcessIndex, { effects = [] }: Outcome): string | undefined => {
  for (const effect of effects)
    if ('issue' in effect && index.products.get(effect.issue)?.letter) return effect.issue;
  return undefined;
};

const readyDocument = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  product: string,
): Result<Prepared, CaseRejection> => {
  const record = newestOf(snapshot.products, product);
  const prepared = record?.state === 'frozen' ? record.prepared : undefined;
  return record && prepared
    ? ok({ ...record, prepared })
    : err({ code: 'document-not-ready', product: index.products.get(product)?.label ?? product });
};

const isMadeOutTo = ({ signatory }: ProductRecord, by: By): boolean =>
  signatory === undefined || (by.party === 'staff' && by.member.id === signatory.id);

/** Why this outcome cannot sign now, whatever comes with it. */
export const refuseSigning = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  outcome: Outcome,
  by: By,
): CaseRejection | undefined => {
  const product = signsProduct(index, outcome);
  if (product === undefined) return undefined;
  const ready = readyDocument(index, snapshot, product);
  if (!ready.ok) return ready.error;
  return isMadeOutTo(ready.value, by)
    ? undefined
    : { code: 'other-signatory', name: ready.value.signatory?.name ?? '' };
};

/** In which role the signatory signs: the one that the document names. */
export const signingRole = (snapshot: CaseSnapshot, product: string | undefined): string | undefined =>
  product === undefined ? undefined : newestOf(snapshot.products, product)?.signatory?.role;

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
  const { codes = [], sha256, bytes } = examined;
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
  const bsre = method === 'certificate' && context.letters?.bsre === true;
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
