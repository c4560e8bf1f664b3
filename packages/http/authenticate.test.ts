import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokenVerifier } from './authenticate.ts';
import { tenantFromGroups } from './tenant-from-groups.ts';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = 'https://id.example/pool-1';
const clientId = 'client-1';
const START = Date.parse('2026-03-25T01:00:00Z');
let clock = START;
const seconds = () => clock / 1000;

let rsa: Pair;
let ecdsa: Pair;
let stranger: Pair;
/** The keys that the issuer publishes, by their ids; `undefined` when it answers with a fault. */
let published: Map<string, Pair> | undefined;
let fetched = 0;

const fetchKeys = async (): Promise<Response> => {
  fetched += 1;
  if (!published) return new Response('busy', { status: 503 });
  const keys = await Promise.all(
    [...published].map(async ([kid, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      kid,
      use: 'sig',
    })),
  );
  return Response.json({ keys });
};

const openVerifier = (change: { issuer?: string; clientId?: string } = {}) =>
  createTokenVerifier({ issuer, clientId, fetch: fetchKeys, now: () => clock, ...change });
let verifier: ReturnType<typeof createTokenVerifier>;

const claims = { token_use: 'access', client_id: clientId, 'cognito:groups': ['tenant:kota-uji'] };

interface Minting {
  readonly key?: Pair['privateKey'];
  readonly header?: Record<string, unknown>;
}

/** A payload of `undefined` fields leaves them out. */
const token = (payload: Readonly<Record<string, unknown>> = {}, { key, header }: Minting = {}) =>
  new SignJWT({
    iss: issuer,
    sub: 'staff-1',
    iat: seconds(),
    exp: seconds() + 900,
    ...claims,
    ...payload,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header })
    .sign(key ?? ecdsa.privateKey);

const encoded = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
const body = () => ({ iss: issuer, sub: 'staff-1', iat: seconds(), exp: seconds() + 900, ...claims });

beforeAll(async () => {
  [ecdsa, stranger, rsa] = await Promise.all([
    generateKeyPair('ES256', { extractable: true }),
    generateKeyPair('ES256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]);
});

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
  clock = START;
  fetched = 0;
  published = new Map([
    ['k1', ecdsa],
    ['rsa', rsa],
  ]);
  verifier = openVerifier();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => {
  clock += milliseconds;
  vi.setSystemTime(clock);
};

const invalid = { ok: false, error: 'token-invalid' };
const expired = { ok: false, error: 'token-expired' };

describe('token verification', () => {
  it('accepts an access token of the pool and gives its subject and groups', async () => {
    const result = await verifier(`Bearer ${await token()}`);
    expect(result).toMatchObject({ ok: true, value: { subject: 'staff-1', groups: ['tenant:kota-uji'] } });
  });

  it('accepts a token signed as Cognito does, and one without any group', async () => {
    const signed = await token({}, { key: rsa.privateKey, header: { alg: 'RS256', kid: 'rsa' } });
    expect(await verifier(`Bearer ${signed}`)).toMatchObject({ ok: true });
    const ungrouped = await token({ 'cognito:groups': undefined });
    expect(await verifier(`Bearer ${ungrouped}`)).toMatchObject({ ok: true, value: { groups: [] } });
  });

  it('refuses a request without a token', async () => {
    expect(await verifier(undefined)).toEqual({ ok: false, error: 'token-missing' });
  });

  it.each<[string, () => Promise<string>]>([
    ['an ID token', () => token({ token_use: 'id' })],
    ['a token that does not say what it is for', () => token({ token_use: undefined })],
    ['a token of another client', () => token({ client_id: 'client-2' })],
    ['a token of another pool', () => token({ iss: 'https://id.example/pool-2' })],
    ['an issuer that ours is the beginning of', () => token({ iss: `${issuer}/` })],
    ['a token without an end', () => token({ exp: undefined })],
    ['a token that does not say when it was made', () => token({ iat: undefined })],
    ['a token of nobody', () => token({ sub: '' })],
    ['a token whose subject has no end', () => token({ sub: 'a'.repeat(129) })],
    ['a token signed by another key under the name of ours', () => token({}, { key: stranger.privateKey })],
    ['a token whose key nobody publishes', () => token({}, { header: { kid: 'k9' } })],
    [
      'a token that brings its own key along',
      async () =>
        token(
          {},
          {
            key: stranger.privateKey,
            header: { jwk: await exportJWK(stranger.publicKey), jku: 'https://evil.example/jwks.json' },
          },
        ),
    ],
    [
      'a token with a demand nobody understands',
      () =>
        token({}, { header: { crit: ['b64x'], b64x: 1 } }).catch(
          async () =>
            `${encoded({ alg: 'ES256', kid: 'k1', crit: ['b64x'], b64x: 1 })}.${encoded(body())}.AAAA`,
        ),
    ],
    ['a token signed by nothing', async () => `${encoded({ alg: 'none' })}.${encoded(body())}.`],
    [
      'a token signed by nothing, with something in its place',
      async () => `${encoded({ alg: 'none', kid: 'k1' })}.${encoded(body())}.AAAA`,
    ],
    [
      'a token signed with our public key as a secret',
      async () => {
        const signed = `${encoded({ alg: 'HS256', kid: 'k1' })}.${encoded(body())}`;
        const secret = await exportSPKI(ecdsa.publicKey);
        return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
      },
    ],
    [
      'an algorithm that does not fit its key',
      () => token({}, { key: rsa.privateKey, header: { alg: 'RS256', kid: 'k1' } }),
    ],
    [
      'a kind of signature that the pools do not use',
      async () =>
        new SignJWT(body())
          .setProtectedHeader({ alg: 'PS256', kid: 'rsa' })
          .sign(await importJWK(await exportJWK(rsa.privateKey), 'PS256')),
    ],
    ['groups that are one text', () => token({ 'cognito:groups': 'tenant:kota-uji' })],
    ['groups that are an object', () => token({ 'cognito:groups': { 0: 'tenant:kota-uji' } })],
    ['groups that are no texts', () => token({ 'cognito:groups': [1, null] })],
    ['groups inside groups', () => token({ 'cognito:groups': [['tenant:kota-uji']] })],
    ['groups that are nothing', () => token({ 'cognito:groups': null })],
    ['a very long token, though it is signed', () => token({ note: 'a'.repeat(9000) })],
    ['a hundred thousand letters', async () => 'a'.repeat(100_000)],
    ['something that is no token', async () => 'abc'],
    ['two tokens', async () => `${await token()}, Bearer ${await token()}`],
  ])('refuses %s', async (_what, make) => {
    expect(await verifier(`Bearer ${await make()}`)).toEqual(invalid);
  });

  it('takes no other scheme than Bearer, written as it is written', async () => {
    const good = await token();
    for (const scheme of ['', 'Basic ', 'Token ', 'Bearer  ', ' Bearer '])
      expect(await verifier(`${scheme}${good}`)).toEqual(invalid);
  });

  it('refuses a token whose payload was changed after signing', async () => {
    const [head, , signature] = (await token()).split('.');
    const changed = encoded({ ...body(), sub: 'staff-2' });
    expect(await verifier(`Bearer ${head}.${changed}.${signature}`)).toEqual(invalid);
  });
});

describe('clocks that are apart', () => {
  it.each<[string, () => Readonly<Record<string, unknown>>, object]>([
    ['ended 29 seconds ago', () => ({ exp: seconds() - 29 }), { ok: true }],
    ['ended 30 seconds ago', () => ({ exp: seconds() - 30 }), expired],
    ['begins in 30 seconds', () => ({ nbf: seconds() + 30 }), { ok: true }],
    ['begins in 31 seconds', () => ({ nbf: seconds() + 31 }), invalid],
    ['was made in 30 seconds', () => ({ iat: seconds() + 30 }), { ok: true }],
    ['was made in 31 seconds', () => ({ iat: seconds() + 31 }), invalid],
  ])('a token that %s', async (_what, times, answer) => {
    expect(await verifier(`Bearer ${await token(times())}`)).toMatchObject(answer);
  });
});

describe('what is remembered', () => {
  it('never outlives the token, and one token gets one answer at one moment', async () => {
    const accepted = `Bearer ${await token({ exp: seconds() + 60 })}`;
    expect((await verifier(accepted)).ok).toBe(true);
    pass(89_000);
    expect((await verifier(accepted)).ok).toBe(true);
    expect((await openVerifier()(accepted)).ok).toBe(true);
    pass(1_000);
    expect(await verifier(accepted)).toEqual(expired);
    expect(await verifier(accepted)).toEqual(expired);
  });

  it('is looked at again within five minutes once its key is withdrawn', async () => {
    const accepted = `Bearer ${await token()}`;
    expect((await verifier(accepted)).ok).toBe(true);
    published = new Map([['k2', stranger]]);
    // Somebody comes with the new key, and the set is fetched anew.
    pass(31_000);
    const fresh = await token({}, { key: stranger.privateKey, header: { kid: 'k2' } });
    expect((await verifier(`Bearer ${fresh}`)).ok).toBe(true);
    pass(5 * 60_000);
    expect(await verifier(accepted)).toEqual(invalid);
  });
});

describe('keys of the issuer', () => {
  it('are fetched once, and again for a key that is new; the one before holds while it is published', async () => {
    const old = await token({ sub: 'staff-2' });
    await verifier(`Bearer ${await token()}`);
    expect(fetched).toBe(1);
    published?.set('k2', stranger);
    pass(31_000);
    const fresh = await token({}, { key: stranger.privateKey, header: { kid: 'k2' } });
    expect((await verifier(`Bearer ${fresh}`)).ok).toBe(true);
    expect(fetched).toBe(2);
    expect((await verifier(`Bearer ${old}`)).ok).toBe(true);
    expect(fetched).toBe(2);
  });

  it('are not fetched for every stranger who makes up a key', async () => {
    await verifier(`Bearer ${await token()}`);
    for (let n = 0; n < 20; n += 1)
      expect(await verifier(`Bearer ${await token({}, { header: { kid: `made-up-${n}` } })}`)).toEqual(
        invalid,
      );
    expect(fetched).toBe(1);
  });

  it('that cannot be had are a fault of ours and no bad token', async () => {
    published = undefined;
    await expect(verifier(`Bearer ${await token()}`)).rejects.toThrow();
    published = new Map([['k1', ecdsa]]);
    expect((await verifier(`Bearer ${await token()}`)).ok).toBe(true);
  });
});

describe('the two pools', () => {
  const adminIssuer = 'https://id.example/pool-admin';
  const adminToken = () =>
    token({ iss: adminIssuer, client_id: 'client-admin', 'cognito:groups': undefined });

  it('do not open each other’s doors, even if they shared a key', async () => {
    const admins = openVerifier({ issuer: adminIssuer, clientId: 'client-admin' });
    expect((await admins(`Bearer ${await adminToken()}`)).ok).toBe(true);
    expect(await verifier(`Bearer ${await adminToken()}`)).toEqual(invalid);
    expect(await admins(`Bearer ${await token()}`)).toEqual(invalid);
  });
});

describe('tenant of a token', () => {
  it('is the one tenant group', () => {
    expect(tenantFromGroups(['staff', 'tenant:kota-uji'])).toBe('kota-uji');
  });

  it.each([
    ['no tenant group', ['staff']],
    ['two tenant groups', ['tenant:kota-uji', 'tenant:kab-uji']],
    ['the same tenant twice', ['tenant:kota-uji', 'tenant:kota-uji']],
    ['a malformed slug', ['tenant:Kota_Uji']],
    ['a slug without its level', ['tenant:uji']],
    ['a wildcard', ['tenant:kota-*']],
    ['an empty slug', ['tenant:']],
    ['a prefix in other letters', ['Tenant:kota-uji']],
    ['a slug with something behind it', ['tenant:kota-uji\n']],
    ['no group at all', []],
  ])('is unknown with %s', (_what, groups) => {
    expect(tenantFromGroups(groups)).toBeUndefined();
  });
});
