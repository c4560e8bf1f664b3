import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { aMember, aRegistration, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf, staffIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryRemains } from '@layan/testing/memory/memory-remains';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../kernel/sha256.ts';
import {
  makeAnnounceOffboarding,
  makeCancelOffboarding,
  makeCloseTenant,
  makeConfirmOffboarding,
  makeDestroyTenant,
} from './announce-offboarding.ts';
import { makeOffboard } from './offboard.ts';
import { makeProvision } from './provision.ts';
import { makeResumeTenant } from './resume-tenant.ts';

const DAY = 86_400_000;
const [one, two] = ['admin-1', 'admin-2'];

async function scene(changes: Partial<ReturnType<typeof memoryRemains>> = {}) {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const tenant = platform.open(TENANT);
  const done = { provisioning: { state: 'done' as const, since: clock.now() } };
  await platform.register.save(aRegistration(aTenant(), done), undefined);
  await tenant.directory.save(aTenant());
  for (const n of [1, 2]) {
    const id = valueIn(
      await tenant.accounts.invite({ email: `petugas${n}@uji.example`, name: `Petugas Uji ${n}` }),
    );
    await tenant.staff.save(aMember(n, { id }), undefined);
  }
  await platform.stacks.create(TENANT);
  platform.stacks.settle(TENANT, 'ready');
  const remains = Object.assign(memoryRemains(clock), changes);
  remains.rows = [1, 2, 3, 4, 5].map((n) => ({ pk: `CASE#${n}`, sk: 'SNAPSHOT' }));
  remains.objects = ['accepted/a', 'accepted/b', 'letters/c'];
  const { register } = platform;
  const control = { register, clock };
  const ports = {
    ...control,
    stacks: platform.stacks,
    findRegions: () => undefined,
    openTenant: () => ({ ...tenant, keys: platform.keys(TENANT) }),
    remains: () => remains,
  };
  const revision = async () => (await register.find(TENANT))?.revision ?? 0;
  const leaving = async () => (await register.find(TENANT))?.offboarding;
  const by = async (admin: string) => ({ by: admin, id: TENANT, revision: await revision() });
  const offboard = makeOffboard(ports);
  /** As the stream of the control table does, with the clock behind it. */
  const drive = async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      const before = await revision();
      await offboard({ tenant: TENANT });
      const now = await leaving();
      if ((await revision()) === before && (now?.step !== 'table' || now.failure !== undefined)) return now;
    }
    throw new Error('it never comes to rest');
  };
  const announce = async (on: string, consent?: string) =>
    makeAnnounceOffboarding(control)({
      ...(await by(one)),
      on,
      ...(consent === undefined ? {} : { consent }),
    });
  const confirm = async (admin = two) => makeConfirmOffboarding(control)(await by(admin));
  const close = async () => makeCloseTenant(control)(await by(one));
  const destroy = async (admin = two) => makeDestroyTenant(control)(await by(admin));
  const cancel = async () => makeCancelOffboarding(control)(await by(one));
  const exported = async () => {
    valueIn(await announce('2026-03-10'));
    valueIn(await confirm());
    clock.advance(34 * DAY);
    valueIn(await close());
    return drive();
  };
  return {
    ...{ clock, platform, tenant, remains, ports, announce, confirm, close, destroy, cancel },
    ...{ drive, leaving, exported },
  };
}

describe('announcing', () => {
  it('gives thirty days, or less with the written consent of the tenant', async () => {
    const s = await scene();
    expect(await s.announce('2026-03-05')).toEqual({ ok: false, error: { code: 'offboarding-too-soon' } });
    expect(await s.announce('2026-03-05', 'ya')).toMatchObject({ ok: false });
    const told = valueIn(await s.announce('2026-02-10', 'Surat Wali Kota nomor 1 tahun 2026'));
    expect(told.tenant).toMatchObject({ state: 'active', closing: { on: '2026-02-10' } });
  });

  it('needs two central admins, and is called off by one', async () => {
    const s = await scene();
    valueIn(await s.announce('2026-03-06'));
    expect(await s.confirm(one)).toEqual({ ok: false, error: { code: 'offboarding-own' } });
    expect(await s.close()).toMatchObject({ error: { code: 'offboarding-not-possible' } });
    expect(await s.destroy()).toMatchObject({ error: { code: 'offboarding-not-possible' } });
    const off = valueIn(await s.cancel());
    expect(off.offboarding).toBeUndefined();
    expect(off.tenant).not.toHaveProperty('closing');
  });

  it('closes nothing before its day', async () => {
    const s = await scene();
    valueIn(await s.announce('2026-03-06'));
    valueIn(await s.confirm());
    expect(await s.close()).toMatchObject({ error: { code: 'offboarding-not-due' } });
    expect(await s.drive()).toMatchObject({ state: 'confirmed' });
    s.clock.set('2026-03-05T17:00:00Z');
    valueIn(await s.close());
  });
});

describe('a tenant that is closed', () => {
  it('is exported whole, page by page, with the hash of every file, and nothing is taken away', async () => {
    const s = await scene();
    const now = await s.exported();
    expect(now).toMatchObject({ state: 'exported' });
    expect((await s.tenant.directory.find())?.state).toBe('suspended');
    expect([...s.remains.exported.keys()]).toEqual([
      'data-00001.jsonl',
      'data-00002.jsonl',
      'data-00003.jsonl',
      'objects.jsonl',
      'SHA256SUMS',
    ]);
    const rows = [1, 2, 3].flatMap((n) =>
      (s.remains.exported.get(`data-0000${n}.jsonl`) ?? '').trim().split('\n'),
    );
    expect(rows.map((row) => JSON.parse(row))).toEqual(s.remains.rows);
    for (const { name, sha256: hash } of now?.files ?? []) {
      expect(sha256(s.remains.exported.get(name) ?? '')).toBe(hash);
      if (name !== 'SHA256SUMS') expect(s.remains.exported.get('SHA256SUMS')).toContain(`${hash}  ${name}`);
    }
    expect(s.remains).toMatchObject({ table: 'there', objects: { length: 3 } });
    expect(s.remains.keys.size).toBe(0);
  });

  it('is opened again by nobody while what was exported is to be all there is', async () => {
    const s = await scene();
    await s.exported();
    const revision = (await s.platform.register.find(TENANT))?.revision ?? 0;
    const resume = makeResumeTenant({ register: s.platform.register, clock: s.clock });
    expect(await resume({ by: one, id: TENANT, revision })).toEqual({
      ok: false,
      error: { code: 'offboarding-not-possible' },
    });
    expect((await s.platform.register.find(TENANT))?.tenant.state).toBe('suspended');
  });

  it('is not closed while a case is held, and is once the hold is lifted', async () => {
    const s = await scene();
    const { retention, vault, directory } = s.tenant;
    const caseId = caseIdOf(1);
    const reason = await vault.seal(await vault.newKey(caseId), { caseId, field: 'note' }, 'Sengketa');
    const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };
    const hold = { agency: AGENCY, caseId, ticket: 'UJI-1', at: s.clock.now(), by, reason };
    valueIn(await retention.hold(hold));
    const failure = 'Masih ada 1 perkara yang ditahan dari pemusnahan.';
    expect(await s.exported()).toMatchObject({ state: 'closing', failure });
    expect((await directory.find())?.state).toBe('active');
    await retention.lift(AGENCY, caseId);
    valueIn(await s.close());
    expect(await s.drive()).toMatchObject({ state: 'exported' });
  });

  it('opens again when it is called off', async () => {
    const s = await scene();
    await s.exported();
    expect(valueIn(await s.cancel()).tenant.state).toBe('active');
  });
});

describe('destruction', () => {
  it('takes accounts, objects, table and keys, and certifies it in the chain of the control plane', async () => {
    const s = await scene();
    await s.exported();
    valueIn(await s.destroy());
    const now = await s.drive();
    expect(now).toMatchObject({ state: 'destroyed', objects: 3, accounts: 2 });
    expect(s.remains).toMatchObject({ table: 'gone', objects: { length: 0 } });
    expect([...s.platform.pool.values()].map(({ enabled }) => enabled)).toEqual([false, false]);
    const { certificate } = now ?? {};
    expect(certificate?.keys.map(({ arn }) => arn)).toEqual([...s.remains.keys.keys()]);
    expect(certificate?.keys).toHaveLength(2);
    for (const { deletedOn } of certificate?.keys ?? [])
      expect(Date.parse(deletedOn)).toBeGreaterThanOrEqual(Date.parse(s.clock.now()) + 7 * DAY);
    const { hash, ...said } = certificate ?? { hash: '' };
    expect(sha256(canonicalJson(said))).toBe(hash);
    expect(certificate).toMatchObject({ announcedBy: one, confirmedBy: two, destroyedBy: two });
    const acts = await s.platform.controlChains.entries('administration', { limit: 100 });
    expect(acts.map(({ act: { act } }) => act)).toEqual(
      expect.arrayContaining([
        'announce-offboarding',
        'confirm-offboarding',
        'close-tenant',
        'destroy-tenant',
      ]),
    );
    expect(acts.at(-1)?.act.detail).toBe(hash);
  });

  it.each(['removeObjects', 'removeTable', 'scheduleKeys'] as const)(
    'stops where %s fails, says why, and goes on from there when told to',
    async (call) => {
      const s = await scene();
      await s.exported();
      const real = s.remains[call];
      Object.assign(s.remains, {
        [call]: async () => {
          throw new Error(`${call} is away`);
        },
      });
      valueIn(await s.destroy());
      expect(await s.drive()).toMatchObject({ state: 'destroying', failure: `${call} is away` });
      expect(await s.cancel()).toMatchObject({ error: { code: 'offboarding-not-possible' } });
      Object.assign(s.remains, { [call]: real });
      valueIn(await s.destroy());
      expect(await s.drive()).toMatchObject({ state: 'destroyed', objects: 3 });
    },
  );

  it('is not written to any more by the provisioner', async () => {
    const s = await scene();
    await s.exported();
    valueIn(await s.destroy());
    await s.drive();
    const provision = makeProvision(s.ports);
    expect(valueIn(await provision({ tenant: TENANT })).did).toBe('waiting');
  });
});
