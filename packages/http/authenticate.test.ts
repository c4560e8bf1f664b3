import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier } from './authenticate.ts';
import { tenantFromGroups } from './tenant-from-groups.ts';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = 'https://id.example/pool-1';
const clientId = 'client-1';
let pair: Pair;
let other: Pair;
let verifier: ReturnType<typeof createTokenVerifier>;
let clock = Date.parse('2026-03-25T01:00:00Z');

const claims = { token_use: 'access', client_id: clientId, 'cognito:groups': ['tenant:kota-uji'] };

const token = (
  payload: JWTPayload,
  options: { key?: Pair['privateKey']; alg?: string; exp?: number; iss?: string } = {},
) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: options.alg ?? 'ES256', kid: 'k1' })
    .setIssuer(options.iss ?? issuer)
    .setSubject('staff-1')
    .setExpirationTime(options.exp ?? clock / 1000 + 3600)
    .sign(options.key ?? pair.privateKey);

beforeAll(async () => {
  pair = await generateKeyPair('ES256', { extractable: true });
  other = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' };
  verifier = createTokenVerifier({
    issuer,
    clientId,
    keys: createLocalJWKSet({ keys: [jwk] }),
    now: () => clock,
  });
});

describe('token verification', () => {
  it('accepts an access token of the pool and gives its subject and groups', async () => {
    const result = await verifier(`Bearer ${await token(claims)}`);
    expect(result).toMatchObject({ ok: true, value: { subject: 'staff-1', groups: ['tenant:kota-uji'] } });
  });

  it('refuses a request without a token', async () => {
    expect(await verifier(undefined)).toEqual({ ok: false, error: 'token-missing' });
  });

  it.each([
    ['an ID token', () => token({ ...claims, token_use: 'id' })],
    ['a token of another client', () => token({ ...claims, client_id: 'client-2' })],
    ['a token of another pool', () => token(claims, { iss: 'https://id.example/pool-2' })],
    ['a token signed by another key', () => token(claims, { key: other.privateKey })],
    ['a token without an algorithm', async () => `${btoa('{"alg":"none"}')}.${btoa('{}')}.`],
    ['something that is no token', async () => 'abc'],
  ])('refuses %s', async (_what, make) => {
    expect(await verifier(`Bearer ${await make()}`)).toEqual({ ok: false, error: 'token-invalid' });
  });

  it('refuses an expired token, also one it accepted before it expired', async () => {
    const accepted = await token(claims, { exp: clock / 1000 + 60 });
    expect((await verifier(`Bearer ${accepted}`)).ok).toBe(true);
    clock += 61_000;
    expect(await verifier(`Bearer ${accepted}`)).toEqual({ ok: false, error: 'token-expired' });
    const stale = await token(claims, { exp: clock / 1000 - 31 });
    expect(await verifier(`Bearer ${stale}`)).toEqual({ ok: false, error: 'token-expired' });
  });

  it('refuses a token whose payload was changed after signing', async () => {
    const [head, , signature] = (await token(claims)).split('.');
    const payload = btoa(JSON.stringify({ ...claims, iss: issuer, sub: 'staff-2', exp: clock / 1000 + 60 }));
    expect(await verifier(`Bearer ${head}.${payload.replaceAll('=', '')}.${signature}`)).toEqual({
      ok: false,
      error: 'token-invalid',
    });
  });
});

describe('tenant of a token', () => {
  it('is the one tenant group', () => {
    expect(tenantFromGroups(['staff', 'tenant:kota-uji'])).toBe('kota-uji');
  });

  it.each([
    ['no tenant group', ['staff']],
    ['two tenant groups', ['tenant:kota-uji', 'tenant:kab-uji']],
    ['a malformed slug', ['tenant:Kota_Uji']],
    ['a slug without its level', ['tenant:uji']],
  ])('is unknown with %s', (_what, groups) => {
    expect(tenantFromGroups(groups)).toBeUndefined();
  });
});
