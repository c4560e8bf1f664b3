import { adminApi } from '@layan/contract/admin-api';
import type { Operation } from '@layan/contract/operation';
import { err, ok } from '@layan/domain/kernel/result';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { aRegistration, aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { minute } from '@layan/testing/builders/ids';
import { expectProtected } from '@layan/testing/expect-protected';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryCertificates } from '@layan/testing/memory/memory-certificates';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { createAdminApi } from './app.ts';

async function api() {
  const { register, emergencies, signOuts, controlChains: chains } = memoryPlatform();
  const clock = fixedClock();
  await register.save(aRegistration(), undefined);
  const failed = {
    state: 'failed' as const,
    step: 'keys' as const,
    since: minute(1),
    reason: 'KMS tidak menjawab',
  };
  await register.save(aRegistration(aTenant({ id: OTHER_TENANT }), { provisioning: failed }), undefined);
  const papers = memoryCertificates();
  const app = createAdminApi({
    register,
    emergencies,
    chains,
    certificates: papers.certificates,
    signOuts,
    admins: { find: async (id) => ({ id, email: `${id}@pusat.example`, name: `Admin ${id}` }) },
    clock,
    verify: async (authorization) =>
      ['Bearer admin', 'Bearer second', 'Bearer of-before'].includes(authorization ?? '')
        ? ok({
            subject: authorization === 'Bearer second' ? 'admin-2' : 'admin-1',
            groups: [],
            expiresAt: Number.MAX_SAFE_INTEGER,
            issuedAt: authorization === 'Bearer of-before' ? 0 : Number.MAX_SAFE_INTEGER,
          })
        : err(authorization === undefined ? 'token-missing' : 'token-invalid'),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('admin-api', () => undefined)),
  });
  const call = async (method: string, path: string, body?: unknown, token: string | undefined = 'admin') => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  return { app, call, clock };
}

const newTenant = {
  id: 'kab-lumajang',
  name: 'Kabupaten Lumajang',
  governmentName: 'Pemerintah Kabupaten Lumajang',
  region: '35.08',
  zone: 'Asia/Jakarta',
  agencies: [{ id: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos', address: 'Jalan Contoh 1' }],
  branding: { accent: '#1d4f91' },
  firstManager: { name: 'Manajer Uji', email: 'manajer@lumajang.example', agency: 'dinsos' },
};

const operations: [string, Operation][] = Object.entries(adminApi);

describe('the admin API', () => {
  it.each(operations)(
    '%s refuses a request without a token and one with a foreign token',
    async (_name, { method, path }) => {
      const { app } = await api();
      const address = path.replace(':tenantId', TENANT).replace(':emergencyId', 'e1');
      expect((await app.request(address, { method })).status).toBe(401);
      expect(
        (await app.request(address, { method, headers: { authorization: 'Bearer staff' } })).status,
      ).toBe(401);
    },
  );

  it.each(operations)('%s is protected, also when it refuses', async (_name, { method, path }) => {
    const { app } = await api();
    const address = path.replace(':tenantId', TENANT).replace(':emergencyId', 'e1');
    for (const authorization of ['Bearer admin', 'Bearer staff', ''])
      expectProtected(await app.request(address, { method, headers: { authorization } }));
  });

  it('opens nothing to a token of before its bearer signed out, and all to the next', async () => {
    const { call, clock } = await api();
    expect((await call('POST', '/admin/me/sign-out', {}, 'of-before')).status).toBe(200);
    clock.advance(30_000);
    const refused = await call('GET', '/admin/tenants', undefined, 'of-before');
    expect(refused).toMatchObject({ status: 401, body: { code: 'token-expired' } });
    expect((await call('GET', '/admin/tenants')).status).toBe(200);
    expect((await call('GET', '/admin/tenants', undefined, 'second')).status).toBe(200);
  });

  it('registers a tenant and says which steps lie ahead', async () => {
    const { call } = await api();
    const { status, body } = await call('POST', '/admin/tenants', newTenant);
    expect(status).toBe(200);
    expect(body.provisioning).toMatchObject({
      state: 'running',
      steps: [
        { step: 'stack', state: 'running' },
        { step: 'keys', state: 'waiting' },
        { step: 'profile', state: 'waiting' },
        { step: 'identity', state: 'waiting' },
        { step: 'manager', state: 'waiting' },
      ],
    });
    expect(body).not.toHaveProperty('calendar');
  });

  it.each([
    ['a level that does not fit the region', { id: 'kota-lumajang' }, 'level-mismatch'],
    ['an accent that nobody can read on white', { branding: { accent: '#ffee00' } }, 'contrast-too-low'],
    [
      'a first manager of an agency it does not have',
      { firstManager: { ...newTenant.firstManager, agency: 'lain' } },
      'agency-unknown',
    ],
  ])('refuses %s, and names the field', async (_what, change, code) => {
    const { call } = await api();
    const { status, body } = await call('POST', '/admin/tenants', { ...newTenant, ...change });
    expect(status).toBe(422);
    expect(body.problems).toContainEqual(expect.objectContaining({ code }));
  });

  it('shows the step that failed, with its reason, and tries it again', async () => {
    const { call } = await api();
    const { body } = await call('GET', `/admin/tenants/${OTHER_TENANT}`);
    expect(body.provisioning).toMatchObject({ state: 'failed', step: 'keys', reason: 'KMS tidak menjawab' });
    expect(body.provisioning.steps.map(({ state }: { state: string }) => state)).toEqual([
      'done',
      'failed',
      'waiting',
      'waiting',
      'waiting',
    ]);
    const retried = await call('POST', `/admin/tenants/${OTHER_TENANT}/provisioning/retry`, {
      revision: body.revision,
    });
    expect(retried.body.provisioning.state).toBe('running');
  });

  it('suspends and resumes, and refuses one who has not seen the latest', async () => {
    const { call } = await api();
    const { body: seen } = await call('GET', `/admin/tenants/${TENANT}`);
    const { body: suspended } = await call('POST', `/admin/tenants/${TENANT}/suspend`, {
      revision: seen.revision,
    });
    expect(suspended.state).toBe('suspended');
    const stale = await call('POST', `/admin/tenants/${TENANT}/resume`, { revision: seen.revision });
    expect(stale).toMatchObject({ status: 409, body: { code: 'tenant-changed' } });
    const resumed = await call('POST', `/admin/tenants/${TENANT}/resume`, { revision: suspended.revision });
    expect(resumed.body.state).toBe('active');
  });

  it('lists all tenants, and answers an unknown one like a malformed one', async () => {
    const { call } = await api();
    expect((await call('GET', '/admin/tenants')).body.tenants).toHaveLength(2);
    const answers = await Promise.all(
      ['kota-tidak-ada', 'Bukan_Kode'].map((id) => call('GET', `/admin/tenants/${id}`)),
    );
    for (const { status, body } of answers)
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'not-found' });
  });

  it('asks for emergency access, lets another admin confirm, and has it all in its own chain', async () => {
    const { call } = await api();
    const registered = await call('GET', `/admin/tenants/${TENANT}`);
    expect(registered.body.provisioning.state).toBe('running');
    const ask = { key: 'a-key-01', tenant: TENANT, agency: 'dinas-uji', minutes: 30 };
    const short = await call('POST', '/admin/emergencies', { ...ask, reason: 'Mendesak sekali' });
    expect(short).toMatchObject({ status: 422, body: { code: 'emergency-reason-short' } });
    const reason = 'Antrean surat berhenti sejak pagi.';
    const early = await call('POST', '/admin/emergencies', { ...ask, reason });
    expect(early).toMatchObject({ status: 422, body: { code: 'emergency-tenant-unknown' } });
  });

  it('keeps a chain of what central admins did', async () => {
    const { call } = await api();
    await call('POST', '/admin/tenants', newTenant);
    await call('POST', '/admin/tenants', newTenant);
    const { body: seen } = await call('GET', '/admin/tenants/kab-lumajang');
    await call('POST', '/admin/tenants/kab-lumajang/suspend', { revision: seen.revision });
    await call('POST', '/admin/tenants/kab-lumajang/suspend', { revision: seen.revision });
    const { body } = await call('GET', '/admin/acts');
    expect(body.intact).toBe(true);
    expect(body.acts).toMatchObject([
      { seq: 2, act: 'suspend-tenant', about: 'kab-lumajang', by: 'Admin admin-1' },
      { seq: 1, act: 'create-tenant', about: 'kab-lumajang' },
    ]);
  });
});
