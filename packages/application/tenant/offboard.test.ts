import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { ok } from '@layan/domain/kernel/result';
import { aRequest } from '@layan/testing/builders/a-request';
import { aMember, aRegistration, aTenant, OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf, minute, staffIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryCertificates } from '@layan/testing/memory/memory-certificates';
import { memoryRemains } from '@layan/testing/memory/memory-remains';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../kernel/sha256.ts';
import type { Mail } from '../ports/notices.ts';
import {
  makeAnnounceOffboarding,
  makeCancelOffboarding,
  makeCloseTenant,
  makeConfirmOffboarding,
} from './announce-offboarding.ts';
import { makeDestroyTenant } from './destroy-tenant.ts';
import { makeNoteFetched } from './note-fetched.ts';
import { makeOffboard } from './offboard.ts';
import { makeProvision } from './provision.ts';
import { makeResumeTenant } from './resume-tenant.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const [one, two] = ['admin-1', 'admin-2'];

async function scene(state: 'active' | 'suspended' = 'active') {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const tenant = platform.open(TENANT);
  const done = { provisioning: { state: 'done' as const, since: clock.now() } };
  await platform.register.save(aRegistration(aTenant({ state }), done), undefined);
  await tenant.directory.save(aTenant({ state }));
  for (const n of [1, 2]) {
    const id = valueIn(
      await tenant.accounts.invite({ email: `petugas${n}@uji.example`, name: `Petugas Uji ${n}` }),
    );
    await tenant.staff.save(aMember(n, { id }), undefined);
  }
  await platform.stacks.create(TENANT);
  platform.stacks.settle(TENANT, 'ready');
  const remains = memoryRemains(clock);
  const mails: Mail[] = [];
  const papers = memoryCertificates();
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
    mailer: {
      send: async (mail: Mail) => {
        mails.push(mail);
        return ok(undefined);
      },
    },
    ...papers,
    consoleOrigin: 'https://console.example',
    backupDays: 35,
  };
  const revision = async () => (await register.find(TENANT))?.revision ?? 0;
  const leaving = async () => (await register.find(TENANT))?.offboarding;
  const by = async (admin: string) => ({
    by: admin,
    byName: `Nama ${admin}`,
    id: TENANT,
    revision: await revision(),
  });
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
      addresses: ['arsip@kota.example'],
    });
  const confirm = async (admin = two) => makeConfirmOffboarding(control)(await by(admin));
  const close = async () => makeCloseTenant(control)(await by(one));
  const ask = async (admin = one, reason?: string) =>
    makeDestroyTenant(control)({ ...(await by(admin)), reason });
  /** As the tenant's own manager does, and the minute after. */
  const fetch = async (names?: readonly string[]) => {
    const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };
    const { files } = await tenant.exports.page(undefined);
    for (const name of names ?? files.map((file) => file.name))
      await tenant.exports.noteFetched(name, { by, at: clock.now() });
    return makeNoteFetched({ ...control, openTenant: () => tenant })({ tenant: TENANT });
  };
  /** Fetched, asked for by one and agreed to by the other. */
  const destroy = async () => {
    await fetch();
    await ask(one);
    return ask(two);
  };
  const cancel = async () => makeCancelOffboarding(control)(await by(one));
  const exported = async () => {
    valueIn(await announce('2026-03-10'));
    valueIn(await confirm());
    clock.advance(34 * DAY);
    valueIn(await close());
    await drive();
    clock.advance(2 * MINUTE);
    return drive();
  };
  return {
    ...{ clock, platform, tenant, remains, ports, announce, confirm, close, destroy, cancel },
    ...{ drive, leaving, exported, ask, fetch, mails, certificates: papers.certificates },
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
    expect(await s.ask()).toMatchObject({ error: { code: 'offboarding-not-possible' } });
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
    expect((await s.tenant.directory.find())?.state).toBe('closed');
    const names = [...s.remains.exported.keys()];
    expect(names.map((name) => name.replace(/-[0-9a-f]{8}\./, '-•.'))).toEqual([
      'data-00001-•.jsonl',
      'data-00002-•.jsonl',
      'data-00003-•.jsonl',
      'berkas-00001-•.tar',
      'berkas-00002-•.tar',
      'BACA-DAHULU.txt',
      'SHA256SUMS',
    ]);
    const rows = names
      .filter((name) => name.startsWith('data-'))
      .flatMap((name) => (s.remains.exported.get(name) ?? '').trim().split('\n'));
    expect(rows.map((row) => JSON.parse(row))).toEqual(s.remains.rows);
    const { files } = await s.tenant.exports.page(undefined);
    expect(files).toHaveLength(names.length);
    expect(now?.exported).toMatchObject({ data: 3, bundles: 2 });
    const size = files.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(now?.exported.bytes).toBe(size);
    expect(now?.exported.sums).toBe(sha256(s.remains.exported.get('SHA256SUMS') ?? ''));
    for (const { name, sha256: hash } of files) {
      expect(sha256(s.remains.exported.get(name) ?? '')).toBe(hash);
      if (name !== 'SHA256SUMS') expect(s.remains.exported.get('SHA256SUMS')).toContain(`${hash}  ${name}`);
    }
    expect(s.remains).toMatchObject({ table: 'there', objects: { length: 3 } });
    expect(s.remains.keys.size).toBe(0);
  });

  it('keeps what it has saved when somebody else at the same file cuts it shorter and comes later', async () => {
    const s = await scene();
    const shorter = memoryRemains(s.clock, 1);
    shorter.rows = s.remains.rows;
    const write = Promise.withResolvers<void>();
    const late = makeOffboard({
      ...s.ports,
      remains: () => ({
        ...shorter,
        keepExport: async (name, content) => {
          await write.promise;
          return s.remains.keepExport(name, content);
        },
      }),
    });
    let slow: ReturnType<typeof late> | undefined;
    const exportPage = s.remains.exportPage;
    s.remains.exportPage = (after) => {
      slow ??= late({ tenant: TENANT });
      return exportPage(after);
    };
    const now = await s.exported();
    write.resolve();
    expect(await slow).toBeUndefined();
    expect(now?.state).toBe('exported');
    const { files } = await s.tenant.exports.page(undefined);
    expect(files.length).toBeGreaterThan(4);
    for (const { name, sha256: hash } of files)
      expect([name, sha256(s.remains.exported.get(name) ?? '')]).toEqual([name, hash]);
  });

  it('is not offered with a list that lacks a file', async () => {
    const s = await scene();
    const { listExported } = s.platform.register;
    Object.assign(s.platform.register, {
      listExported: async (...of: Parameters<typeof listExported>) => (await listExported(...of)).slice(1),
    });
    const failure = 'Catatan berkas ekspor tidak lengkap. Batalkan, lalu mulai dari awal.';
    expect(await s.exported()).toMatchObject({ state: 'closing', step: 'export', failure });
    expect(await s.tenant.exports.find()).toBeUndefined();
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
    expect((await s.platform.register.find(TENANT))?.tenant.state).toBe('closed');
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
    await s.drive();
    s.clock.advance(2 * MINUTE);
    expect(await s.drive()).toMatchObject({ state: 'exported' });
  });

  it('is exported only when every function must have seen that it is closed', async () => {
    const s = await scene();
    valueIn(await s.announce('2026-03-06'));
    valueIn(await s.confirm());
    s.clock.set('2026-03-06T01:00:00Z');
    valueIn(await s.close());
    s.clock.advance(MINUTE);
    expect(await s.drive()).toMatchObject({ state: 'closing', step: 'settle' });
    s.clock.advance(2 * MINUTE - 1);
    expect(await s.drive()).toMatchObject({ step: 'settle' });
    expect(s.remains.exported.size).toBe(0);
    s.clock.advance(1);
    expect(await s.drive()).toMatchObject({ state: 'exported' });
  });

  it.each(['active', 'suspended'] as const)('is %s again when it is called off', async (state) => {
    const s = await scene(state);
    await s.exported();
    expect(valueIn(await s.cancel()).tenant).toMatchObject({ state });
    expect((await s.leaving())?.state).toBeUndefined();
  });

  it('that was called off offers nothing of before when it leaves again', async () => {
    const s = await scene();
    await s.exported();
    await s.fetch(['SHA256SUMS']);
    valueIn(await s.cancel());
    valueIn(await s.announce('2026-03-10', 'Surat Wali Kota nomor 2 tahun 2026'));
    valueIn(await s.confirm());
    valueIn(await s.close());
    await s.drive();
    expect(await s.tenant.exports.find()).toBeUndefined();
  });
});

describe('destruction', () => {
  it('takes accounts, objects, table and keys, and certifies it in the chain of the control plane', async () => {
    const s = await scene();
    await s.exported();
    valueIn(await s.destroy());
    const now = await s.drive();
    expect(now).toMatchObject({ state: 'destroyed', objects: 3, accounts: 2 });
    expect(s.mails.map(({ to }) => to)).toEqual([`pengelola@${TENANT}.example`, 'arsip@kota.example']);
    expect(s.mails[0]?.attachments?.map(({ name }) => name)).toEqual([
      `berita-acara-pemusnahan-${TENANT}.pdf`,
      `berita-acara-pemusnahan-${TENANT}.json`,
    ]);
    expect((await s.certificates.find(TENANT))?.certificate).toEqual(now?.certificate);
    expect(s.remains).toMatchObject({ table: 'gone', objects: { length: 0 } });
    expect([...s.platform.pool.values()].map(({ enabled }) => enabled)).toEqual([false, false]);
    const { certificate } = now ?? {};
    expect(certificate?.keys.map(({ arn }) => arn)).toEqual([...s.remains.keys.keys()]);
    expect(certificate?.keys).toHaveLength(2);
    for (const { deletedOn } of certificate?.keys ?? [])
      expect(Date.parse(deletedOn)).toBeGreaterThanOrEqual(Date.parse(s.clock.now()) + 7 * DAY);
    const { hash, ...said } = certificate ?? { hash: '' };
    expect(sha256(canonicalJson(said))).toBe(hash);
    const names = { one: `Nama ${one}`, two: `Nama ${two}` };
    expect(certificate).toMatchObject({
      ...{ announcedBy: names.one, confirmedBy: names.two, destroyedBy: names.one, agreedBy: names.two },
      ...{ fetchedAt: s.clock.now(), backupsUntil: '2026-04-14' },
    });
    const acts = await s.platform.controlChains.entries('administration', { limit: 100 });
    expect(acts.map(({ act: { act } }) => act)).toEqual(
      expect.arrayContaining([
        'announce-offboarding',
        'confirm-offboarding',
        'close-tenant',
        'export-fetched',
        'ask-destruction',
        'destroy-tenant',
      ]),
    );
    const steps = acts.flatMap(({ act: { act, detail } }) => (act === 'offboarding-step' ? [detail] : []));
    expect(steps).toEqual([
      ...['close', 'settle', 'export', 'accounts', 'objects', 'table', 'keys', hash, 'tell'],
    ]);
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
      valueIn(await s.ask());
      expect(await s.drive()).toMatchObject({ state: 'destroyed', objects: 3 });
    },
  );

  it('certifies no account as switched off that belongs to another government by now', async () => {
    const s = await scene();
    const theirs = s.platform.open(OTHER_TENANT);
    const id = valueIn(await theirs.accounts.invite({ email: 'pindah@uji.example', name: 'Petugas Uji 3' }));
    await s.tenant.staff.save(aMember(3, { id, state: 'deactivated' }), undefined);
    await s.exported();
    valueIn(await s.destroy());
    expect((await s.drive())?.certificate).toMatchObject({ accounts: 2 });
    expect([...s.platform.pool.values()].map(({ enabled }) => enabled)).toEqual([false, false, true]);
  });

  it('enters what was asked and fetched behind closed doors before the heads of the chains are certified', async () => {
    const s = await scene();
    await s.exported();
    const { requests, audit } = s.tenant;
    const fetchedAt = s.clock.now();
    const request = aRequest(1, { channel: 'portal', noted: true, fetched: [fetchedAt], state: 'done' });
    valueIn(await requests.save(request, undefined));
    valueIn(await requests.save(aRequest(2, { channel: 'portal' }), undefined));
    valueIn(await s.destroy());
    const now = await s.drive();
    expect(now?.state).toBe('destroyed');
    const entries = await audit.entries('administration', { limit: 9 });
    expect(entries.map(({ act: { act, about } }) => `${act} ${about}`).toSorted()).toEqual([
      `hand-over-copy ${request.request.id}`,
      `record-subject-request ${aRequest(2).request.id}`,
    ]);
    expect(entries.find(({ act }) => act.act === 'hand-over-copy')?.act.at).toBe(fetchedAt);
    const head = await audit.head('administration');
    expect(now?.certificate?.heads).toEqual({ administration: `${head?.seq} ${head?.hash}` });
  });

  it('enters also the copy that is fetched while the ones before are entered', async () => {
    const s = await scene();
    await s.exported();
    const { requests, audit } = s.tenant;
    const times = [s.clock.now(), minute(60 * 24 * 40)] as const;
    const record = aRequest(1, { channel: 'portal', noted: true, fetched: [times[0]], state: 'done' });
    valueIn(await requests.save(record, undefined));
    const { save } = requests;
    let late = true;
    Object.assign(requests, {
      save: async (...[after, before]: Parameters<typeof save>) => {
        if (late) {
          late = false;
          const meanwhile = { ...record.request, fetched: [...times], revision: 2 };
          valueIn(await save({ ...record, request: meanwhile }, 1));
        }
        return save(after, before);
      },
    });
    valueIn(await s.destroy());
    expect(await s.drive()).toMatchObject({ state: 'destroyed' });
    const entries = await audit.entries('administration', { limit: 9 });
    expect(entries.map(({ act: { at } }) => at)).toEqual([...times]);
  });

  it('waits until its own people have fetched every file, and for two admins', async () => {
    const s = await scene();
    await s.exported();
    expect(await s.ask()).toEqual({ ok: false, error: { code: 'offboarding-not-fetched' } });
    const files = (await s.tenant.exports.page(undefined)).files.map(({ name }) => name);
    expect(await s.fetch(files.slice(1))).toBeUndefined();
    expect(await s.ask()).toMatchObject({ error: { code: 'offboarding-not-fetched' } });
    expect(await s.fetch(files.slice(0, 1))).toMatchObject({ fetched: { by: 'Petugas Uji 1' } });
    valueIn(await s.ask(one));
    valueIn(await s.ask(one));
    expect(await s.drive()).toMatchObject({ state: 'exported' });
    expect(s.remains.table).toBe('there');
    expect(valueIn(await s.ask(two)).offboarding?.state).toBe('destroying');
  });

  it('needs a reason where nobody fetched anything in thirty days', async () => {
    const s = await scene();
    await s.exported();
    s.clock.advance(29 * DAY);
    const reason = 'Daerah sudah tiga kali disurati dan tidak menjawab.';
    expect(await s.ask(one, reason)).toMatchObject({ error: { code: 'offboarding-not-fetched' } });
    s.clock.advance(DAY);
    expect(await s.ask(one, 'tidak perlu')).toMatchObject({ error: { code: 'offboarding-reason-short' } });
    valueIn(await s.ask(one, reason));
    valueIn(await s.ask(two));
    expect((await s.drive())?.certificate).toMatchObject({ unfetched: reason });
  });

  it('is not written to any more by the provisioner', async () => {
    const s = await scene();
    await s.exported();
    valueIn(await s.destroy());
    await s.drive();
    const provision = makeProvision(s.ports);
    expect(valueIn(await provision({ tenant: TENANT })).did).toBe('waiting');
  });
});
