// The identity server: one issuer per user pool, below the pool's id.
import { createServer, type Server } from 'node:http';
import type Provider from 'oidc-provider';
import type { PoolManagement } from '../aws/contract.ts';
import type { Cloud, UserPool } from '../cloud.ts';
import { messageOf } from '../json.ts';
import type { Store } from '../store.ts';
import { createAdapter } from './adapter.ts';
import type { DemoAccounts } from './demo-accounts.ts';
import { openSecrets } from './keys.ts';
import { createProvider } from './provider.ts';
import { handleSignIn } from './sign-in.ts';

export interface IdentityOptions {
  readonly cloud: Cloud;
  readonly store: Store;
  readonly users: Pick<PoolManagement, 'findUser' | 'checkPassword' | 'setPassword'>;
  readonly demo: DemoAccounts;
}

export function createIdentity({ cloud, store, users, demo }: IdentityOptions): Server {
  const secretsOf = openSecrets(store);
  const providers = new Map<string, { readonly pool: UserPool; readonly provider: Provider }>();
  const providerOf = (pool: UserPool): Provider => {
    const known = providers.get(pool.id);
    if (known?.pool === pool) return known.provider;
    const provider = createProvider(pool, users, secretsOf(pool.id), createAdapter(store, pool.id));
    providers.set(pool.id, { pool, provider });
    return provider;
  };
  return createServer((request, response) => {
    const [, poolId = '', part] = (request.url ?? '/').split(/[/?]/);
    const pool = [...cloud.pools.values()].find((each) => each.id === poolId);
    if (!pool) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"No such user pool"}');
      return;
    }
    const provider = providerOf(pool);
    if (part === 'sign-in') {
      handleSignIn({ pool, provider, users, demo }, request, response).catch((error: unknown) => {
        // Mostly a page left open for too long, or one of before a restart.
        if (!response.headersSent) response.writeHead(410, { 'content-type': 'text/html; charset=utf-8' });
        response.end(
          `<!doctype html><html lang="id"><title>Layan</title><h1>Halaman masuk sudah kedaluwarsa</h1><p>Buka lagi konsol Layan, lalu masuk.</p><!-- ${messageOf(error).replaceAll('-->', '')} --></html>`,
        );
      });
      return;
    }
    Object.assign(request, { originalUrl: request.url });
    request.url = (request.url ?? '/').slice(poolId.length + 1) || '/';
    void provider.callback()(request, response);
  });
}
