// Checks a signed text with published keys alone. Runs in the browser of whoever holds the card, without a network, so
// it needs nothing but what browsers have.
import { fromBase64Url } from '../kernel/base64url.ts';
import type { SignedKind } from './jws.ts';
import type { KeySet } from './public-key.ts';

export type JwsRefusal =
  /** Not three parts of base64url with JSON in them. */
  | 'malformed'
  /** Signed in another way, or something else than was asked for. */
  | 'wrong-kind'
  /** Signed by a key the tenant never published. */
  | 'unknown-key'
  /** The signature is not that of this text. */
  | 'bad-signature';

export type JwsReading =
  | { readonly ok: true; readonly payload: unknown; readonly kid: string }
  | { readonly ok: false; readonly code: JwsRefusal };

const refused = (code: JwsRefusal): JwsReading => ({ ok: false, code });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON in a part, wrapped, since `null` is JSON too. */
const jsonIn = (part: string): { readonly value: unknown } | undefined => {
  const bytes = fromBase64Url(part);
  try {
    return bytes && { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
};

/** What a signed text says, unchecked: only for what we signed and kept ourselves. */
export const payloadOf = (compact: string): unknown => jsonIn(compact.split('.')[1] ?? '')?.value;

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const SIGNATURE_BYTES = 64;

export const verifyJws = async (
  compact: string,
  typ: SignedKind,
  { keys }: Pick<KeySet, 'keys'>,
): Promise<JwsReading> => {
  const [head = '', body = '', tail = '', ...rest] = compact.split('.');
  const header = jsonIn(head)?.value;
  const payload = jsonIn(body);
  const signature = fromBase64Url(tail);
  if (rest.length > 0 || !isRecord(header) || !payload || signature?.length !== SIGNATURE_BYTES)
    return refused('malformed');
  // Exactly these members: a header that brings its own key or demands an extension is not one of ours.
  const { alg, kid, typ: kind, ...others } = header;
  if (alg !== 'ES256' || kind !== typ || typeof kid !== 'string' || Object.keys(others).length > 0)
    return refused('wrong-kind');
  const found = keys.find((key) => key.kid === kid);
  if (!found) return refused('unknown-key');
  const { kty, crv, x, y } = found;
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ECDSA, false, ['verify']);
  const signed = new TextEncoder().encode(`${head}.${body}`);
  return (await crypto.subtle.verify(ECDSA, key, signature, signed))
    ? { ok: true, payload: payload.value, kid }
    : refused('bad-signature');
};
