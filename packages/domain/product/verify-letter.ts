// Is what the code on a letter says signed by the tenant, and was its file sealed by it? With the published keys alone: in
// a browser, offline. The shapes are those of letter-payload.ts by hand, as for cards.
import type { LetterPayload, SealPayload } from './letter-payload.ts';
import type { KeySet } from './public-key.ts';
import { type JwsRefusal, verifyJws } from './verify-jws.ts';

export type LetterReading =
  | { readonly ok: true; readonly letter: LetterPayload }
  | { readonly ok: false; readonly code: JwsRefusal | 'wrong-shape' };

/** A code holds at most 2,953 bytes; what is longer was not read from one. */
const LONGEST = 4096;

type Record = Readonly<{ [name: string]: unknown }>;
const isRecord = (value: unknown): value is Record => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrAbsent = (value: unknown) => value === undefined || isText(value);

const isPlace = (value: unknown): boolean =>
  value === undefined || (isRecord(value) && isText(value.list) && Number.isSafeInteger(value.idx));

const isLetterPayload = (value: unknown): value is LetterPayload =>
  isRecord(value) &&
  [value.iss, value.jti, value.prd, value.dat].every(isText) &&
  isTextOrAbsent(value.num) &&
  isPlace(value.status);

export const verifyLetter = async (compact: string, keys: Pick<KeySet, 'keys'>): Promise<LetterReading> => {
  if (compact.length > LONGEST) return { ok: false, code: 'malformed' };
  const reading = await verifyJws(compact, 'layan-letter', keys);
  if (!reading.ok) return reading;
  const { payload } = reading;
  return isLetterPayload(payload) ? { ok: true, letter: payload } : { ok: false, code: 'wrong-shape' };
};

const isSealPayload = (value: unknown): value is SealPayload =>
  isRecord(value) && [value.iss, value.id, value.sha256, value.signer, value.at].every(isText);

/** Whether the seal is the tenant's, of this document and of a file with this hash. */
export const isSealOf = async (
  seal: string,
  { tenant, id, sha256 }: { readonly tenant: string; readonly id: string; readonly sha256: string },
  keys: Pick<KeySet, 'keys'>,
): Promise<boolean> => {
  const reading = seal.length > LONGEST ? undefined : await verifyJws(seal, 'layan-seal', keys);
  if (!reading?.ok || !isSealPayload(reading.payload)) return false;
  const { payload } = reading;
  return payload.iss === tenant && payload.id === id && payload.sha256 === sha256;
};
