// Calls the seed until it has been through once. The seed works through the ordinary APIs, as the people it shows.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { signIn } from '../identity/code-flow.ts';
import { isObject } from '../json.ts';
import type { Host } from './host.ts';

export interface SeedContext {
  readonly host: Host;
  readonly tell: (line: string) => void;
  /** An access token of a demo account, by the ordinary sign-in. The ending is that of the pool's name. */
  signInAs(poolEnding: 'staff' | 'admin', email: string): Promise<string>;
}

const milestone = 'seeded';
const seedModule = join(import.meta.dirname, '..', 'seed', 'seed.ts');

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

export async function seedOnce(host: Host, tell: (line: string) => void): Promise<void> {
  if (host.milestones.reached(milestone) || !existsSync(seedModule)) return;
  const loaded: unknown = await import(pathToFileURL(seedModule).href);
  const seed = isObject(loaded) ? loaded.seed : undefined;
  if (typeof seed !== 'function') throw new Error(`${seedModule} exports no function seed.`);
  tell('Seeding, once.');
  await seed(seedContext(host, tell));
  host.milestones.reach(milestone);
}
