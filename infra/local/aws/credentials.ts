// Temporary credentials. A session token carries its own claims under the host's seal, so nothing is kept per
// session and links that were signed before a restart stay good until they expire.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Store } from '../store.ts';
import type { Credentials } from './contract.ts';

const Claims = z.object({
  accessKeyId: z.string(),
  roleArn: z.string(),
  sessionName: z.string(),
  tags: z.record(z.string(), z.string()),
  expires: z.number(),
});
export type Claims = z.infer<typeof Claims>;

export interface CredentialIssuer {
  issue(session: Omit<Claims, 'accessKeyId' | 'expires'>, seconds: number): Credentials;
  /** The claims of a token this host sealed, expired or not. */
  open(sessionToken: string): Claims | undefined;
  secretOf(accessKeyId: string): string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function createCredentialIssuer(store: Store, clock: () => Date): CredentialIssuer {
  const seals = store.collection('credentials', z.string());
  const seal = seals.get('seal') ?? randomBytes(32).toString('hex');
  if (!seals.get('seal')) seals.set('seal', seal);
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', Buffer.from(seal, 'hex')).update(`${purpose}:${text}`).digest();
  const secretOf = (accessKeyId: string) => mac('secret', accessKeyId).toString('base64').slice(0, 40);
  return {
    secretOf,
    issue: (session, seconds) => {
      const accessKeyId = `ASIA${Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join('')}`;
      const expires = Math.floor(clock().getTime() / 1000 + seconds) * 1000;
      const payload = Buffer.from(JSON.stringify({ ...session, accessKeyId, expires })).toString('base64url');
      return {
        accessKeyId,
        secretAccessKey: secretOf(accessKeyId),
        sessionToken: `${payload}.${mac('token', payload).toString('base64url')}`,
        expiration: new Date(expires),
      };
    },
    open: (sessionToken) => {
      const [payload = '', given = ''] = sessionToken.split('.');
      const expected = mac('token', payload);
      const actual = Buffer.from(given, 'base64url');
      if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;
      return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    },
  };
}
