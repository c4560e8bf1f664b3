// The secrets of the local identity provider: one signing key per pool and what its cookies are signed with. They are
// made once and kept, so that tokens outlive a restart.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Store } from '../store.ts';

const Secrets = z.object({
  signing: z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string(), d: z.string() }),
  keyId: z.string(),
  cookies: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

export function openSecrets(store: Store): (poolId: string) => Secrets {
  const kept = store.collection('identity-secrets', Secrets);
  return (poolId) => {
    const known = kept.get(poolId);
    if (known) return known;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const made = Secrets.parse({
      signing: privateKey.export({ format: 'jwk' }),
      keyId: randomBytes(12).toString('base64url'),
      cookies: randomBytes(32).toString('base64url'),
    });
    kept.set(poolId, made);
    return made;
  };
}
