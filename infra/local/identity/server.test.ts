import { mkdtempSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { PoolManagement, PoolUser } from '../aws/contract.ts';
import { freeBasePort } from '../boot/ports.ts';
import { emptyCloud } from '../cloud.ts';
import { openStore } from '../store.ts';
import { refresh, signIn } from './code-flow.ts';
import { openDemoAccounts } from './demo-accounts.ts';
import { createIdentity } from './server.ts';

const poolId = 'ap-southeast-3_Uji';
const clientId = 'console';
const redirectUri = 'http://console.localhost:4400/masuk/kembali';
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

interface Person {
  user: PoolUser;
  password: string;
}

function testUsers() {
  const people: Person[] = [];
  const find = (login: string) =>
    people.find(({ user }) => [user.sub, user.username, user.attributes.email].includes(login));
  const users: Pick<PoolManagement, 'findUser' | 'checkPassword' | 'setPassword'> = {
    findUser: (_pool, login) => find(login)?.user,
    checkPassword: (_pool, login, password) => find(login)?.password === password,
    setPassword(_pool, login, password) {
      const person = find(login);
      if (!person) return;
      person.password = password;
      person.user = { ...person.user, status: 'CONFIRMED' };
    },
  };
  const add = (email: string, more: Partial<PoolUser> = {}) => {
    const sub = `sub-of-${email.split('@')[0]}`;
    const attributes = { email, name: 'Petugas Uji Satu' };
    const user = {
      poolId,
      sub,
      username: sub,
      attributes,
      enabled: true,
      groups: ['tenant:kota-uji'],
      createdAt: '',
    };
    people.push({ user: { ...user, status: 'CONFIRMED', ...more }, password: 'rahasia-lama' });
  };
  const change = (email: string, more: Partial<PoolUser>) => {
    const person = find(email);
    if (person) person.user = { ...person.user, ...more };
  };
  return { users, add, change };
}

async function start(options: { port?: number; dir?: string; users?: ReturnType<typeof testUsers> } = {}) {
  const port = options.port ?? (await freeBasePort());
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'layan-identity-'));
  const issuer = `http://127.0.0.1:${port}/${poolId}`;
  const cloud = emptyCloud();
  cloud.pools.set('pool', {
    id: poolId,
    arn: 'pool',
    name: 'layan-test-staff',
    providerUrl: issuer,
    clients: [
      {
        id: clientId,
        name: 'console',
        callbackUrls: [redirectUri],
        logoutUrls: ['http://console.localhost:4400/'],
        scopes: ['openid', 'email'],
        rotates: true,
      },
    ],
  });
  const store = openStore(dir);
  const people = options.users ?? testUsers();
  if (!options.users) people.add('satu@uji.example');
  const demo = openDemoAccounts(store);
  const server = createIdentity({ cloud, store, users: people.users, demo });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  open.push(server);
  const flow = { issuer, clientId, redirectUri };
  const enter = (form: Record<string, string>) => signIn({ ...flow, form });
  return { port, dir, issuer, people, demo, flow, enter, server };
}

const withPassword = { login: 'satu@uji.example', password: 'rahasia-lama' };

function authorizeUrl(issuer: string, more: Record<string, string | undefined> = {}): URL {
  const url = new URL(`${issuer}/oauth2/authorize`);
  const query = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email',
    state: 's',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

describe('signing in', () => {
  it('gives access tokens as Cognito does, signed with the published key', async () => {
    const { enter, issuer } = await start();

    const tokens = await enter(withPassword);

    const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys, { issuer });
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload).toMatchObject({
      token_use: 'access',
      client_id: clientId,
      sub: 'sub-of-satu',
      username: 'sub-of-satu',
      scope: 'openid email',
      'cognito:groups': ['tenant:kota-uji'],
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    const identity = await jwtVerify(tokens.id_token, keys, { issuer, audience: clientId });
    expect(identity.payload).toMatchObject({ sub: 'sub-of-satu', email: 'satu@uji.example' });
  });

  it('is described where clients look for it', async () => {
    const { issuer } = await start();

    const described = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();

    expect(described).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/oauth2/authorize`,
      token_endpoint: `${issuer}/oauth2/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      end_session_endpoint: `${issuer}/logout`,
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('is one click for demo accounts, and for nobody else', async () => {
    const { enter, demo, people } = await start();
    people.add('dua@uji.example');
    demo.add({ poolId, email: 'satu@uji.example', name: 'Petugas Uji Satu', description: 'Loket' });

    expect(await enter({ demo: 'satu@uji.example' })).toMatchObject({ expires_in: 3600 });
    await expect(enter({ demo: 'dua@uji.example' })).rejects.toThrow('tidak aktif');
  });

  it.each([
    ['a wrong password', { ...withPassword, password: 'salah' }],
    ['somebody unknown', { ...withPassword, login: 'siapa@uji.example' }],
    ['nothing', {}],
  ])('turns away %s with the same sentence', async (_name, form) => {
    const { enter } = await start();

    await expect(enter(form)).rejects.toThrow('422: Alamat surel atau kata sandi belum cocok.');
  });

  it('asks for a new password when the present one is temporary, and takes it from then on', async () => {
    const { enter, people } = await start();
    people.change('satu@uji.example', { status: 'FORCE_CHANGE_PASSWORD' });
    const fresh = { newPassword: 'rahasia-yang-baru', repeated: 'rahasia-yang-baru' };

    await expect(enter(withPassword)).rejects.toThrow('Buat kata sandi Anda');
    await expect(enter({ ...withPassword, ...fresh, repeated: 'lain' })).rejects.toThrow('belum sama');
    await expect(enter({ ...withPassword, newPassword: 'pendek', repeated: 'pendek' })).rejects.toThrow(
      'terlalu pendek',
    );
    expect(await enter({ ...withPassword, ...fresh })).toMatchObject({ expires_in: 3600 });
    expect(await enter({ ...withPassword, password: fresh.newPassword })).toMatchObject({ expires_in: 3600 });
  });

  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'PKCE'],
    ['for a scope that the pool does not give', { scope: 'openid phone' }, 'invalid_scope'],
  ])('is not possible %s', async (_name, more, reason) => {
    const { issuer } = await start();

    const answer = await fetch(authorizeUrl(issuer, more), { redirect: 'manual' });

    expect(decodeURIComponent(answer.headers.get('location') ?? '')).toContain(reason);
    expect(answer.headers.get('location')).toContain(redirectUri);
  });

  it.each([
    ['an address that was not agreed', { redirect_uri: 'http://elsewhere.example/' }],
    ['a client that does not exist', { client_id: 'other' }],
  ])('never leads back to %s', async (_name, more) => {
    const { issuer } = await start();

    const answer = await fetch(authorizeUrl(issuer, more), { redirect: 'manual' });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Belum bisa masuk');
  });
});

describe('staying signed in', () => {
  it('works by refresh tokens, each good for once', async () => {
    const { enter, flow } = await start();
    const tokens = await enter(withPassword);

    const next = await refresh(flow, tokens.refresh_token);

    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    await expect(refresh(flow, tokens.refresh_token)).rejects.toThrow('invalid_grant');
  });

  it('ends for somebody who was deactivated', async () => {
    const { enter, flow, people } = await start();
    const tokens = await enter(withPassword);

    people.change('satu@uji.example', { enabled: false });

    await expect(refresh(flow, tokens.refresh_token)).rejects.toThrow('invalid_grant');
    await expect(enter(withPassword)).rejects.toThrow('belum cocok');
  });

  it('shows new groups in the next token', async () => {
    const { enter, flow, people } = await start();
    const tokens = await enter(withPassword);

    people.change('satu@uji.example', { groups: ['tenant:kab-uji'] });
    const next = await refresh(flow, tokens.refresh_token);

    const claims = JSON.parse(Buffer.from(next.access_token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims['cognito:groups']).toEqual(['tenant:kab-uji']);
  });

  it('outlasts a restart, keys and all', async () => {
    const first = await start();
    const tokens = await first.enter(withPassword);
    first.server.close();
    first.server.closeAllConnections();
    // The client's pool has to notice that its connections are gone.
    await new Promise((resolve) => setTimeout(resolve, 50));

    const second = await start({ port: first.port, dir: first.dir, users: first.people });

    const keys = createRemoteJWKSet(new URL(`${second.issuer}/.well-known/jwks.json`));
    await expect(jwtVerify(tokens.access_token, keys)).resolves.toBeDefined();
    expect(await refresh(second.flow, tokens.refresh_token)).toMatchObject({ expires_in: 3600 });
  });
});

describe('browsers', () => {
  it.each([
    ['may ask for tokens from the console', 'http://console.localhost:4400', 'http://console.localhost:4400'],
    ['may not from elsewhere', 'http://elsewhere.example', null],
  ])('%s', async (_name, origin, allowed) => {
    const { issuer } = await start();
    const body = new URLSearchParams({
      client_id: clientId,
      grant_type: 'refresh_token',
      refresh_token: 'x',
    });

    const answer = await fetch(`${issuer}/oauth2/token`, { method: 'POST', headers: { origin }, body });

    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed);
  });

  it('get a page that needs no script and names its fields', async () => {
    const { issuer, demo } = await start();
    demo.add({ poolId, email: 'satu@uji.example', name: 'Petugas <Uji>', description: 'Loket' });
    const begun = await fetch(authorizeUrl(issuer), { redirect: 'manual' });
    const cookie = begun.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');

    const page = await fetch(new URL(begun.headers.get('location') ?? '', issuer), { headers: { cookie } });

    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('<html lang="id">');
    expect(text).toContain('<label for="login">Alamat surel</label>');
    expect(text).toContain('Petugas &lt;Uji&gt;');
    expect(text).not.toContain('<script');
  });

  it('that come back to an old page are told to begin again', async () => {
    const { issuer } = await start();

    const answer = await fetch(`${issuer}/sign-in/gone`);

    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('kedaluwarsa');
  });

  it('find nothing under a pool that does not exist', async () => {
    const { port } = await start();

    expect((await fetch(`http://127.0.0.1:${port}/other/.well-known/jwks.json`)).status).toBe(404);
  });
});
