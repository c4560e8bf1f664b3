// How a signed text is put together (RFC 7515, compact form, ES256): the text to sign, and the signature as it is
// written in the end. Signing itself is done elsewhere, by a key that never leaves its place.
import { toBase64Url } from '../kernel/base64url.ts';

/** What a signed text is: it is said in the header, so that one is never taken for the other. */
export type SignedKind =
  | 'layan-audit'
  | 'layan-card'
  | 'layan-certificate'
  | 'layan-letter'
  | 'layan-seal'
  | 'statuslist+jwt';

const encodeJson = (value: unknown) => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));

export const signingInput = (
  { kid, typ }: { readonly kid: string; readonly typ: SignedKind },
  payload: unknown,
): string => `${encodeJson({ alg: 'ES256', kid, typ })}.${encodeJson(payload)}`;

export const compactForm = (input: string, signature: Uint8Array): string =>
  `${input}.${toBase64Url(signature)}`;

const HALF = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;

/**
 * The two numbers of an ECDSA signature side by side, 32 bytes each, out of the DER structure that KMS answers.
 * @throws when it is no such structure: then the answer is not one of KMS
 */
export const rawSignature = (der: Uint8Array): Uint8Array => {
  const raw = new Uint8Array(2 * HALF);
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) throw new Error('This is no DER signature.');
  let at = 2;
  for (const end of [HALF, 2 * HALF]) {
    const length = der[at + 1] ?? 0;
    const number = der.subarray(at + 2, at + 2 + length);
    // A leading zero only keeps the number positive.
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (der[at] !== INTEGER || number.length !== length || length === 0 || digits.length > HALF)
      throw new Error('This is no DER signature of P-256.');
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  if (at !== der.length) throw new Error('This is no DER signature: something follows it.');
  return raw;
};
