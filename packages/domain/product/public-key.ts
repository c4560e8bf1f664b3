// The published half of a key that signs cards, as JSON Web Key (RFC 7517), and the name it goes by.
import * as z from 'zod/mini';
import { toBase64Url } from '../kernel/base64url.ts';

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/));

/** A point on the curve P-256; nothing else is signed with. */
export const PublicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
});
export type PublicKey = z.infer<typeof PublicKey>;

/** As a tenant publishes its keys, present and past. */
export const PublishedKey = z.extend(PublicKey, {
  kid: z.string().check(z.minLength(1), z.maxLength(64)),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
export type PublishedKey = z.infer<typeof PublishedKey>;

export const KeySet = z.strictObject({ keys: z.array(PublishedKey) });
export type KeySet = z.infer<typeof KeySet>;

/** Long enough to tell the keys of one tenant apart, short because it stands in every code. */
const KEY_ID_LENGTH = 16;

/** Beginning of the key's thumbprint (RFC 7638): whoever has the key can work out its name. */
export const keyIdOf = async ({ crv, kty, x, y }: PublicKey): Promise<string> => {
  const members = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
  const digest = await crypto.subtle.digest('SHA-256', members);
  return toBase64Url(new Uint8Array(digest)).slice(0, KEY_ID_LENGTH);
};

export const publishedKey = (key: PublicKey, kid: string): PublishedKey => ({
  ...key,
  kid,
  alg: 'ES256',
  use: 'sig',
});
