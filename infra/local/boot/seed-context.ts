// What the seed is given: the running host, and the ordinary way in for the people it shows.
import { signIn } from '../identity/code-flow.ts';
import type { Host } from './host.ts';

export interface SeedContext {
  readonly host: Host;
  readonly tell: (line: string) => void;
  /** An access token of a demo account, by the ordinary sign-in. The ending is that of the pool's name. */
  signInAs(poolEnding: 'staff' | 'admin', email: string): Promise<string>;
}

export function seedContext(host: Host, tell: (line: string) => void): SeedContext {
  return {
    host,
    tell,
    async signInAs(poolEnding, email) {
      const pool = host.pool(`-${poolEnding}`);
      const [client] = pool.clients;
      const redirectUri = client?.callbackUrls[0];
      if (!client || !redirectUri) throw new Error(`The pool ${pool.name} has no client to sign in with.`);
      const flow = { issuer: pool.providerUrl, clientId: client.id, redirectUri, form: { demo: email } };
      return (await signIn(flow)).access_token;
    },
  };
}
