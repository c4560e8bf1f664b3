// Every operation of the admin API: for central admins alone, two of them where two are needed, and nothing of a tenant that
// is not there. One line per operation; without one this does not compile.
import { adminApi } from '@layan/contract/admin-api';
import type { Operation } from '@layan/contract/operation';
import { Problem } from '@layan/contract/problem';
import { err, ok } from '@layan/domain/kernel/result';
import type { VerifyToken } from '@layan/http/authenticate';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { aRegistration, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, minute } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryCertificates } from '@layan/testing/memory/memory-certificates';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { createAdminApi } from '../../functions/admin-api/app.ts';
import { corpusOf } from './corpus.ts';
import { type Answer, answerOf, requestOf } from './questions.ts';

type AdminOperation = keyof typeof adminApi;

/** What stands there when it is asked for. */
type Standing = 'active' | 'suspended' | 'failed' | 'announced' | 'confirmed' | 'asked' | 'accessed';

interface Expectation {
  readonly on: Standing;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Not by the one who began it. */
  readonly another?: true;
  /** Refused all the same, by how things stand here. */
  readonly unless?: string;
}

const asking = {
  ...{ key: 'darurat-uji-1', tenant: TENANT, agency: AGENCY, minutes: 30 },
  reason: 'Berkas warga tidak terbuka sejak pagi, loket meminta bantuan.',
};
const newTenant = {
  ...{ id: 'kab-lumajang', name: 'Kabupaten Lumajang', governmentName: 'Pemerintah Kabupaten Lumajang' },
  ...{ region: '35.08', zone: 'Asia/Jakarta', branding: { accent: '#1d4f91' } },
  agencies: [{ id: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos', address: 'Jalan Contoh 1' }],
  firstManager: { name: 'Manajer Uji', email: 'manajer@lumajang.example', agency: 'dinsos' },
};
const on = { on: '2026-04-01' };

const expectations = {
  createTenant: { on: 'active', body: newTenant },
  listTenants: { on: 'active' },
  getTenant: { on: 'active' },
  suspendTenant: { on: 'active', body: {} },
  resumeTenant: { on: 'suspended', body: {} },
  retryProvisioning: { on: 'failed', body: {} },
  announceOffboarding: { on: 'active', body: on },
  confirmOffboarding: { on: 'announced', body: {}, another: true },
  cancelOffboarding: { on: 'announced', body: {} },
  closeTenant: { on: 'confirmed', body: {}, unless: 'offboarding-not-due' },
  destroyTenant: { on: 'confirmed', body: {}, unless: 'offboarding-not-possible' },
  getCertificate: { on: 'active', unless: 'offboarding-not-possible' },
  listEmergencies: { on: 'asked' },
  askEmergencyAccess: { on: 'active', body: asking },
  confirmEmergencyAccess: { on: 'asked', body: {}, another: true },
  declineEmergencyAccess: { on: 'asked', body: {} },
  endEmergencyAccess: { on: 'accessed', body: {} },
  listAdminActs: { on: 'active' },
  adminSignOut: { on: 'active', body: {} },
} as const satisfies Record<AdminOperation, Expectation>;

const tables: Readonly<Record<string, Operation>> = adminApi;
const names = Object.keys(expectations).filter((name): name is AdminOperation => name in expectations);

const verify: VerifyToken = async (authorization) => {
  const [, subject] = /^Bearer (admin-\d)$/.exec(authorization ?? '') ?? [];
  if (subject !== undefined)
    return ok({ subject, groups: [], expiresAt: Number.MAX_SAFE_INTEGER, issuedAt: Number.MAX_SAFE_INTEGER });
  return err(authorization === undefined ? 'token-missing' : 'token-invalid');
};

async function aControlPlane(standing: Standing) {
  const platform = memoryPlatform();
  const { register, emergencies, signOuts, controlChains: chains } = platform;
  const app = createAdminApi({
    ...{ certificates: memoryCertificates().certificates },
    ...{ register, emergencies, chains, signOuts, verify, clock: fixedClock() },
    admins: { find: async (id) => ({ id, email: `${id}@pusat.example`, name: `Admin ${id}` }) },
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('access', () => undefined)),
  });
  const failed = { state: 'failed', step: 'keys', since: minute(1), reason: 'KMS tidak menjawab' } as const;
  const tenant = aTenant({ state: standing === 'suspended' ? 'suspended' : 'active' });
  const provisioning = standing === 'failed' ? failed : ({ state: 'done', since: minute(1) } as const);
  await register.save(aRegistration(tenant, { provisioning }), undefined);

  const ids = { tenantId: String(TENANT), emergencyId: 'z'.repeat(26) };
  const put = async (
    name: AdminOperation,
    who: string | undefined,
    { to = ids, text, headers }: { to?: typeof ids; text?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const { method = '', path = '' } = tables[name] ?? {};
    const { body }: Expectation = expectations[name];
    const revision = (await register.find(TENANT))?.revision;
    const seen = path.includes(':tenantId') ? { revision, ...body } : body;
    const url = `https://api.example${path.replace(':tenantId', to.tenantId).replace(':emergencyId', to.emergencyId)}`;
    const sent = { method, url, ...(method !== 'GET' && { body: text ?? seen }) };
    return answerOf(await app.fetch(requestOf(sent, who, headers)));
  };
  const must = async (name: AdminOperation, who: string): Promise<Answer> => {
    const answer = await put(name, who);
    if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
    return answer;
  };
  if (standing === 'announced' || standing === 'confirmed') await must('announceOffboarding', first);
  if (standing === 'confirmed') await must('confirmOffboarding', second);
  if (standing === 'asked' || standing === 'accessed') {
    const { text } = await must('askEmergencyAccess', first);
    ids.emergencyId = String(JSON.parse(text).id);
  }
  if (standing === 'accessed') await must('confirmEmergencyAccess', second);
  const written = async () => JSON.stringify([await register.list({ limit: 9 }), await emergencies.list()]);
  return { put, ids, written };
}

const first = 'Bearer admin-1';
const second = 'Bearer admin-2';

describe.each(names)('%s', (name) => {
  const { on: standing, another, unless, body }: Expectation = expectations[name];
  const path = tables[name]?.path ?? '';

  it('is for central admins alone', async () => {
    const { put, written } = await aControlPlane(standing);
    const before = await written();
    expect(await put(name, undefined)).toMatchObject({ status: 401, code: 'token-missing' });
    expect(await put(name, 'Bearer staff')).toMatchObject({ status: 401, code: 'token-invalid' });
    expect(await put(name, `${second}, ${first}`)).toMatchObject({ status: 401, code: 'token-invalid' });
    expect(await written()).toBe(before);
  });

  it(`is done by a central admin${another ? ' who did not begin it' : ''}`, async () => {
    const { put, written } = await aControlPlane(standing);
    const before = await written();
    if (another) {
      expect((await put(name, first)).status).toBeGreaterThanOrEqual(403);
      expect(await written()).toBe(before);
    }
    const answer = await put(name, second);
    if (unless === undefined) expect(answer).toMatchObject({ status: 200 });
    else expect([answer.status >= 409, answer.code]).toEqual([true, unless]);
  });

  if (path.includes(':'))
    it('finds nothing of what is not there', async () => {
      const { put, written } = await aControlPlane(standing);
      const before = await written();
      const absent = await put(name, second, { to: { tenantId: 'kota-tiada', emergencyId: 'y'.repeat(26) } });
      const odd = await put(name, second, { to: { tenantId: 'KOTA..%2F', emergencyId: '%00' } });
      expect(absent.status).toBe(404);
      expect(odd.bytes).toBe(absent.bytes);
      expect(await written()).toBe(before);
    });

  if (body !== undefined)
    it('takes no hostile body', async () => {
      const { put, written } = await aControlPlane(standing);
      const before = await written();
      const good = path.includes(':tenantId') ? { revision: 1, ...body } : body;
      for (const { name: what, text, headers } of corpusOf(good)) {
        const answer = await put(name, second, { text, ...(headers && { headers: { ...headers } }) });
        expect([what, answer.status >= 400 && answer.status < 500]).toEqual([what, true]);
        expect(Problem.safeParse(JSON.parse(answer.text)).success).toBe(true);
      }
      expect(await written()).toBe(before);
    });
});
