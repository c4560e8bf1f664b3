// Every operation of the admin API that changes something, under every fault at every call to the control table.
import { adminApi } from '@layan/contract/admin-api';
import type { Operation } from '@layan/contract/operation';
import { ok } from '@layan/domain/kernel/result';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { awsSettings } from '@layan/storage/aws/settings';
import { openControlPlane } from '@layan/storage/control-table';
import { aRegistration, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, minute } from '@layan/testing/builders/ids';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { FaultyHttp } from '@layan/testing/faults/faulty-http';
import { bringBack, contentOf } from '@layan/testing/faults/kept-table';
import { type Answered, type Stage, sweep } from '@layan/testing/faults/sweep';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAdminApi } from '../../functions/admin-api/app.ts';
import { plansOf, show } from './sizes.ts';

type Name = keyof typeof adminApi;
type Standing = 'active' | 'suspended' | 'failed' | 'announced' | 'confirmed' | 'asked' | 'accessed';

interface Scene {
  readonly on: Standing;
  readonly body?: Readonly<Record<string, unknown>>;
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
const looks = 'changes nothing';

/** One line per operation; without one this does not compile. */
const scenes = {
  createTenant: { on: 'active', body: newTenant },
  listTenants: looks,
  getTenant: looks,
  suspendTenant: { on: 'active' },
  resumeTenant: { on: 'suspended' },
  retryProvisioning: { on: 'failed' },
  announceOffboarding: { on: 'active', body: { on: '2026-04-01' } },
  confirmOffboarding: { on: 'announced' },
  cancelOffboarding: { on: 'announced' },
  closeTenant: 'refused until its day has come; its state is the guard that the others have',
  destroyTenant: 'refused until it is closed; its state is the guard that the others have',
  getCertificate: looks,
  listEmergencies: looks,
  askEmergencyAccess: { on: 'active', body: asking },
  confirmEmergencyAccess: { on: 'asked' },
  declineEmergencyAccess: { on: 'asked' },
  endEmergencyAccess: { on: 'accessed' },
  listAdminActs: looks,
  adminSignOut: { on: 'active' },
} as const satisfies Record<Name, Scene | string>;

const operations: Readonly<Record<string, Operation>> = adminApi;
const swept = Object.entries<Scene | string>(scenes).flatMap(([name, scene]) =>
  typeof scene === 'string' ? [] : [{ name, ...scene }],
);

const dynamo = await startLocalDynamo();
const table = await dynamo.controlTable();
const http = new FaultyHttp();
const clock = fixedClock();
const aws = awsSettings(
  {
    ...{ AWS_REGION: 'ap-southeast-3', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_ENDPOINT_URL: dynamo.endpoint,
  },
  http,
);
const stage: Stage = {
  ...{ client: dynamo.client, table, http },
  elsewhere: () => ({ lines: [], bringBack: () => undefined }),
  shiftClock: (milliseconds) => clock.advance(milliseconds),
};
afterAll(() => dynamo.stop());
beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => vi.restoreAllMocks());

const ask = async (
  name: string,
  by: string,
  ids: Readonly<Record<string, string>>,
  body: object,
): Promise<Answered> => {
  const { method = '', path = '' } = operations[name] ?? {};
  const app = createAdminApi({
    ...openControlPlane(aws, table),
    admins: { find: async (id) => ({ id, email: `${id}@pusat.example`, name: `Admin ${id}` }) },
    ...{ clock, consoleOrigin: 'https://console.example' },
    verify: async () =>
      ok({ subject: by, groups: [], expiresAt: Number.MAX_SAFE_INTEGER, issuedAt: Number.MAX_SAFE_INTEGER }),
    requestLog: createRequestLog(createLogger('faults', () => undefined)),
  });
  const address = path.replace(/:(\w+)/g, (_all, id: string) => ids[id] ?? '');
  const response = await app.request(address, {
    method,
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

const stand = async (standing: Standing): Promise<{ ids: Record<string, string>; revision: number }> => {
  const { register } = openControlPlane(aws, table);
  const failed = { state: 'failed', step: 'keys', since: minute(1), reason: 'KMS tidak menjawab' } as const;
  const tenant = aTenant({ state: standing === 'suspended' ? 'suspended' : 'active' });
  const provisioning = standing === 'failed' ? failed : ({ state: 'done', since: minute(1) } as const);
  await register.save(aRegistration(tenant, { provisioning }), undefined);
  const ids: Record<string, string> = { tenantId: TENANT };
  const revision = async () => (await register.find(TENANT))?.revision ?? 0;
  if (standing === 'announced' || standing === 'confirmed')
    await ask('announceOffboarding', 'admin-1', ids, { revision: await revision(), on: '2026-04-01' });
  if (standing === 'asked' || standing === 'accessed')
    ids.emergencyId = String(JSON.parse((await ask('askEmergencyAccess', 'admin-1', ids, asking)).text).id);
  if (standing === 'accessed') await ask('confirmEmergencyAccess', 'admin-2', ids, {});
  return { ids, revision: await revision() };
};

describe.each(swept)('$name', ({ name, on, body = {} }) => {
  it('is done once and told as done', { timeout: 120_000 }, async () => {
    const empty = await contentOf(stage.client, stage.table);
    const { ids, revision } = await stand(on);
    const seen = operations[name]?.path.includes(':tenantId') ? { revision, ...body } : body;
    const turn = Object.keys(scenes).indexOf(name);
    const outcome = await sweep(stage, () => ask(name, 'admin-2', ids, seen), {}, plansOf(turn));
    show('admin', name, outcome);
    await bringBack(stage.client, stage.table, empty, await contentOf(stage.client, stage.table));
    expect(outcome.answered.status).toBe(200);
    expect(outcome.findings.join('\n\n')).toBe('');
  });
});
