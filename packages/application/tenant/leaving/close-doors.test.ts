// What is held while the doors are closing, and what is left of an export when all of it is called off.
import { managerRole } from '@layan/domain/case/authority';
import { ok } from '@layan/domain/kernel/result';
import { aMember, aRegistration, aTenant, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf, minute, staffIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryCertificates } from '@layan/testing/memory/memory-certificates';
import { memoryRemains } from '@layan/testing/memory/memory-remains';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Offboarding } from '../../ports/offboarding.ts';
import {
  makeAnnounceOffboarding,
  makeCancelOffboarding,
  makeCloseTenant,
  makeConfirmOffboarding,
} from '../announce-offboarding.ts';
import { makeDestroyCalledOffExport } from '../destroy-called-off-export.ts';
import { makeFetchExport } from '../fetch-export.ts';
import { makeListExport } from '../list-export.ts';
import { makeOffboard } from '../offboard.ts';
import { makeProvision } from '../provision.ts';

const MINUTE = 60_000;
const failure = 'Masih ada 1 perkara yang ditahan dari pemusnahan.';

/** It was told to close a moment ago. */
async function scene() {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const tenant = platform.open(TENANT);
  const { register } = platform;
  const leaving: Offboarding = {
    ...{ on: '2026-02-04', state: 'closing', step: 'close', before: 'active', announcedBy: 'admin-1' },
    ...{ announcedAt: minute(0), people: {}, addresses: [], sealed: 0, objects: 0, accounts: 0 },
    ...{ heads: {}, keys: [], exported: { data: 0, bundles: 0, bytes: 0 } },
  };
  const provisioning = { state: 'done' as const, since: clock.now() };
  const closed = aTenant({ state: 'closed', closing: { on: leaving.on } });
  await register.save(aRegistration(closed, { provisioning, offboarding: leaving }), undefined);
  await tenant.directory.save(aTenant());
  await platform.stacks.create(TENANT);
  platform.stacks.settle(TENANT, 'ready');
  const remains = memoryRemains(clock);
  const ports = {
    ...{ register, clock, stacks: platform.stacks, findRegions: () => undefined },
    openTenant: () => ({ ...tenant, keys: platform.keys(TENANT) }),
    remains: () => remains,
    mailer: { send: async () => ok(undefined) },
    ...memoryCertificates(),
    ...{ consoleOrigin: 'https://console.example', backupDays: 35 },
  };
  const found = async () => (await register.find(TENANT))?.offboarding;
  const step = () => makeOffboard(ports)({ tenant: TENANT });
  const by = async () => ({
    ...{ by: 'admin-1', id: TENANT, revision: (await register.find(TENANT))?.revision ?? 0 },
  });
  const state = async () => (await tenant.directory.find())?.state;
  const hold = async () => {
    const { vault, retention } = tenant;
    const caseId = caseIdOf(1);
    const reason = await vault.seal(await vault.newKey(caseId), { caseId, field: 'note' }, 'Sengketa');
    const who = { id: staffIdOf(1), name: 'Petugas Uji 1' };
    valueIn(
      await retention.hold({ agency: AGENCY, caseId, ticket: 'UJI-1', at: clock.now(), by: who, reason }),
    );
  };
  /** Closed, settled, and exported to the end. */
  const exported = async () => {
    await step();
    clock.advance(2 * MINUTE);
    for (let turn = 0; turn < 5 && (await found())?.state !== 'exported'; turn += 1) await step();
    return found();
  };
  const manager = aMember(1, { agency: AGENCY, roles: [managerRole] });
  const list = async () => valueIn(await makeListExport(tenant)({ member: manager }));
  return { clock, tenant, remains, ports, platform, found, step, by, state, hold, exported, manager, list };
}

describe('a case that is held while the doors are closing', () => {
  it('keeps everything from being exported, and opens them again so that it can be lifted', async () => {
    const s = await scene();
    await s.step();
    expect(await s.state()).toBe('closed');
    await s.hold();
    s.clock.advance(2 * MINUTE);
    expect(await s.step()).toMatchObject({ state: 'closing', step: 'close' });
    expect(await s.step()).toMatchObject({ state: 'closing', step: 'close', failure });
    expect(await s.found()).not.toHaveProperty('closedAt');
    expect([await s.state(), s.remains.exported.size]).toEqual(['active', 0]);
    await s.tenant.retention.lift(AGENCY, caseIdOf(1));
    valueIn(await makeCloseTenant(s.ports)(await s.by()));
    expect(await s.exported()).toMatchObject({ state: 'exported' });
    expect(await s.state()).toBe('closed');
  });
});

describe('an offboarding that is called off', () => {
  it('leaves nothing to fetch: neither while it is carried over, nor afterwards', async () => {
    const s = await scene();
    await s.exported();
    expect((await s.list()).files.map(({ name }) => name)).toContain('SHA256SUMS');
    const fetch = () =>
      makeFetchExport({ ...s.tenant, clock: s.clock })({ member: s.manager, name: 'SHA256SUMS' });
    expect(valueIn(await fetch()).url).toContain('SHA256SUMS');
    // Its profile says so before what was offered is gone.
    await s.tenant.directory.save(aTenant());
    expect(await s.list()).toEqual({ sealed: 0, count: 0, left: 0, files: [] });
    expect(await fetch()).toEqual({ ok: false, error: { code: 'document-not-found' } });
    await s.tenant.directory.save(aTenant({ state: 'closed' }));
    valueIn(await makeCancelOffboarding(s.ports)(await s.by()));
    expect(await s.tenant.exports.find()).toBeDefined();
    valueIn(await makeProvision(s.ports)({ tenant: TENANT }));
    expect([await s.tenant.exports.find(), await s.state()]).toEqual([undefined, 'active']);
  });

  it('leaves no file of what was exported, also of who wrote one at that moment', async () => {
    const s = await scene();
    await s.exported();
    const destroy = () => makeDestroyCalledOffExport(s.ports)({ tenant: TENANT });
    expect(await destroy()).toBeUndefined();
    expect(s.remains.exported.size).toBeGreaterThan(2);
    valueIn(await makeCancelOffboarding(s.ports)(await s.by()));
    expect(await destroy()).toBeUndefined();
    expect(s.remains.exported.size).toBe(0);
    await s.remains.keepExport('data-00009-late.jsonl', '{}');
    s.clock.advance(2 * MINUTE - 1);
    expect(await destroy()).toBeUndefined();
    expect(s.remains.exported.size).toBe(0);
    s.clock.advance(1);
    expect(await destroy()).toBe(true);
    expect(await s.platform.register.find(TENANT)).not.toHaveProperty('exportCalledOff');
    expect(await destroy()).toBeUndefined();
    const acts = await s.platform.controlChains.entries('administration', { limit: 100 });
    expect(acts.at(-1)?.act).toMatchObject({ act: 'destroy-export', about: TENANT, by: { party: 'system' } });
  });

  it('has nothing to destroy where nothing was closed yet', async () => {
    const s = await scene();
    const registration = await s.platform.register.find(TENANT);
    const offboarding = await s.found();
    if (!registration || !offboarding) throw new Error('nobody leaves');
    const { step: _, ...confirmed } = { ...offboarding, state: 'confirmed' as const };
    const saved = { ...registration, offboarding: confirmed, revision: registration.revision + 1 };
    valueIn(await s.platform.register.save(saved, registration.revision));
    expect(valueIn(await makeCancelOffboarding(s.ports)(await s.by()))).not.toHaveProperty('exportCalledOff');
  });

  it('is looked after until it goes, however often that fails, and never takes what is exported anew', async () => {
    const s = await scene();
    await s.exported();
    valueIn(await makeCancelOffboarding(s.ports)(await s.by()));
    const { removeExported } = s.remains;
    s.remains.removeExported = () => Promise.reject(new Error('the bucket is away'));
    const destroy = () => makeDestroyCalledOffExport(s.ports)({ tenant: TENANT });
    s.clock.advance(2 * MINUTE);
    await expect(destroy()).rejects.toThrow('away');
    expect(await s.platform.register.find(TENANT)).toHaveProperty('exportCalledOff');
    s.remains.removeExported = removeExported;

    const consent = 'Surat Wali Kota nomor 2 tahun 2026';
    valueIn(await makeAnnounceOffboarding(s.ports)({ ...(await s.by()), on: '2026-02-10', consent }));
    valueIn(await makeConfirmOffboarding(s.ports)({ ...(await s.by()), by: 'admin-2' }));
    await s.remains.keepExport('data-00001-old.jsonl', '{}');
    s.clock.set('2026-02-10T02:00:00Z');
    valueIn(await makeCloseTenant(s.ports)(await s.by()));
    await s.step();
    expect(await destroy()).toBeUndefined();
    expect([...s.remains.exported.keys()]).toContain('data-00001-old.jsonl');
    s.clock.advance(2 * MINUTE);
    for (let turn = 0; turn < 12 && (await s.found())?.state !== 'exported'; turn += 1) await s.step();
    const names = (await s.tenant.exports.page(undefined)).files.map(({ name }) => name);
    expect([...s.remains.exported.keys()].sort()).toEqual(names);
    expect(await destroy()).toBeUndefined();
    expect(s.remains.exported.size).toBe(names.length);
  });
});
