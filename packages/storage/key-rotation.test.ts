import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeErasePerson } from '@layan/application/erasure/erase-person';
import { makeRotateDataKey, shortestKeepMs } from '@layan/application/keys/rotate-data-key';
import { caseSeal } from '@layan/application/sealing/case-seal';
import { makeChangeAbsences } from '@layan/application/staff/change-absences';
import { openMembership } from '@layan/application/staff/member-seal';
import { CaseId } from '@layan/domain/kernel/ids';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { testPerson } from '@layan/testing/builders/people';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { smallKms } from '@layan/testing/small-kms';
import { afterAll, describe, expect, it } from 'vitest';
import { keyRotation } from './key-rotation.ts';
import { filingKey, type Key, statusKey, tenantKeysKey } from './keys.ts';
import { lateBooks } from './late-books.ts';
import { keptSigningKeys } from './signing-keys.ts';
import { openTable, type Table } from './table/table.ts';
import { tenantKeys } from './tenant-keys.ts';
import { openStores } from './tenant-ports.ts';
import { tenantSecrets } from './tenant-secrets.ts';
import { createVault } from './vault/vault.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

async function city() {
  const clock = fixedClock();
  const kms = smallKms();
  const name = await dynamo.tenantTable();
  const table = openTable(DynamoDBDocumentClient.from(dynamo.client), name);
  const dump = async () =>
    JSON.stringify((await dynamo.client.send(new ScanCommand({ TableName: name }))).Items ?? []);
  const parts = { tenant: TENANT, table, kms, clock, kept: keptSigningKeys(table, clock) };
  await tenantKeys(parts).ensure('arn:key');
  /** As another instance of a function would have it: with memories of its own. */
  const instance = () => createVault(TENANT, tenantSecrets(TENANT, { table, kms, clock }));
  const vault = instance();
  const { imports: _, ...stores } = openStores(table, { clock, books: lateBooks })(table);
  const scene = await ultpkScene({ stores: { ...stores, vault } });
  const rotation = keyRotation(parts, vault);
  const rotate = makeRotateDataKey({ rotation, clock });
  const wholeTurn = async () => {
    for (let round = 0; round < 20; round += 1) if (typeof (await rotate()) === 'string') return;
  };
  const readsNik = async (caseId: Parameters<typeof scene.ports.cases.find>[0], by = vault) => {
    const record = await scene.ports.cases.find(caseId);
    const nik = record?.snapshot.facts['nik'];
    return record && nik !== undefined ? caseSeal(by, record.key, caseId).openFact('nik', nik) : undefined;
  };
  return { clock, table, dump, parts, scene, rotation, rotate, wholeTurn, vault, instance, readsNik };
}

const YEAR = 366 * 24 * 3_600_000;
const MINUTES = 11 * 60_000;

describe('the data key of a tenant', () => {
  it('is replaced after a year: everything opens all the while, and old copies do not afterwards', async () => {
    const { clock, scene, rotate, wholeTurn, readsNik, instance, table } = await city();
    const { caseId } = await scene.file(1);
    const old = await scene.ports.cases.find(caseId);
    if (!old) throw new Error('no case');
    expect(await rotate()).toBe('nothing');
    clock.advance(YEAR);
    expect(await rotate()).toBe('added');
    expect(await rotate()).toBe('nothing');
    expect(await readsNik(caseId)).toBe(testPerson(1).nik);

    clock.advance(MINUTES);
    const draft = await scene.ready(2);
    expect(await rotate()).toMatchObject({ rewrapped: expect.any(Number) });
    await wholeTurn();
    const now = await scene.ports.cases.find(caseId);
    expect(now?.key).toMatch(/^v2\.2\./);
    expect(await readsNik(caseId)).toBe(testPerson(1).nik);
    expect(JSON.stringify(await table.query({ partition: `CASE#${caseId}` }))).not.toContain('v2.1.');
    // What goes on goes on: a form begun meanwhile, a case that was wrapped anew.
    expect(draft).toBeDefined();
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept'));

    clock.advance(shortestKeepMs);
    expect(await rotate()).toBe('dropped');
    expect(await readsNik(caseId, instance())).toBe(testPerson(1).nik);
    const nik = old.snapshot.facts['nik'];
    if (nik === undefined) throw new Error('no NIK');
    expect(await caseSeal(instance(), old.key, caseId).openFact('nik', nik)).toBeUndefined();
    expect(await table.get(tenantKeysKey)).toMatchObject({ revision: 3 });
  });

  it('is known within a moment to an instance that meets what another one wrapped', async () => {
    const { clock, scene, rotate, instance, readsNik, vault } = await city();
    const late = instance();
    const { caseId: first } = await scene.file(1);
    clock.advance(YEAR);
    // Fills its memory just before the new key is made.
    expect(await readsNik(first, late)).toBe(testPerson(1).nik);
    await rotate();
    clock.advance(2000);
    const fresh = instance();
    const key = await fresh.newKey(first);
    expect(key).toMatch(/^v2\.2\./);
    const sealed = await fresh.seal(key, { caseId: first, field: 'x' }, 'nilai');
    expect(await late.open(key, { caseId: first, field: 'x' }, sealed)).toEqual({ ok: true, value: 'nilai' });
    expect(vault).toBeDefined();
  });

  it('goes on where it was interrupted, and does not lose what changes meanwhile', async () => {
    const { clock, scene, rotate, wholeTurn, rotation, readsNik } = await city();
    const cases = [];
    for (const n of [1, 2, 3]) cases.push((await scene.file(n)).caseId);
    const session = await scene.ready(4);
    clock.advance(20 * 24 * 3_600_000);
    await rotation.add(await rotation.find());
    clock.advance(MINUTES);
    expect(await rotation.rewrap(2)).toMatchObject({ rewrapped: 2 });
    const [first] = cases;
    if (!first) throw new Error('no case');
    valueIn(await scene.complete(scene.staff.frontOffice, first, 'initial-verification', 'accept'));
    await wholeTurn();
    expect(await rotate()).toBe('nothing');
    expect(await rotation.rewrap(10)).toEqual({ rewrapped: 0, left: false });
    for (const [at, caseId] of cases.entries()) expect(await readsNik(caseId)).toBe(testPerson(at + 1).nik);
    const { makeSubmitFiling } = await import('@layan/application/filing/submit-filing');
    const sent = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    expect(await readsNik(sent.caseId)).toBe(testPerson(4).nik);
  });

  it('does not lose a guess that is counted while the case is wrapped anew', async () => {
    const { clock, scene, table, parts, rotation, vault } = await city();
    const { ticket, caseId } = await scene.file(1);
    clock.advance(20 * 24 * 3_600_000);
    await rotation.add(await rotation.find());
    clock.advance(MINUTES);
    const counted = { count: 1, at: 1, places: [] };
    const racing = async (key: Key) => {
      const item = await table.get(key);
      if (key.pk === statusKey(ticket).pk) await scene.ports.cases.keepGuesses(ticket, undefined, counted);
      return item;
    };
    await keyRotation({ ...parts, table: { ...table, get: racing } }, vault).rewrap(10);
    expect((await scene.ports.cases.find(caseId))?.key).toMatch(/^v2\.2\./);
    const status = await scene.ports.cases.findStatus(ticket);
    expect([status?.guesses, status?.key]).toEqual([counted, expect.stringMatching(/^v2\.2\./)]);
  });

  it('leaves a form alone whose time ended while its case is wrapped anew', async () => {
    const { clock, scene, table, parts, rotation, vault } = await city();
    const { caseId } = await scene.file(1);
    clock.advance(20 * 24 * 3_600_000);
    await rotation.add(await rotation.find());
    clock.advance(MINUTES);
    const racing: Table['query'] = async (query) => {
      const items = await table.query(query);
      if (query.partition === filingKey(caseId).pk)
        await table.transact([{ write: { remove: filingKey(caseId) } }]);
      return items;
    };
    const raced = keyRotation({ ...parts, table: { ...table, query: racing } }, vault);
    expect(await raced.rewrap(10)).toEqual({ rewrapped: 0, left: true });
    expect(await table.get(filingKey(caseId))).toBeUndefined();
    expect(await rotation.rewrap(10)).toEqual({ rewrapped: 1, left: false });
    expect((await scene.ports.cases.find(caseId))?.key).toMatch(/^v2\.2\./);
  });

  it('does not lose a case that is sent while its form is wrapped anew', async () => {
    const { clock, scene, table, parts, rotation, rotate, wholeTurn, instance, readsNik, vault } =
      await city();
    const { makeSubmitFiling } = await import('@layan/application/filing/submit-filing');
    const session = await scene.ready(1);
    clock.advance(20 * 24 * 3_600_000);
    await rotation.add(await rotation.find());
    clock.advance(MINUTES);
    const sent: Awaited<ReturnType<ReturnType<typeof makeSubmitFiling>>>[] = [];
    const racing = keyRotation(
      {
        ...parts,
        table: {
          ...table,
          get: async (key) => {
            const item = await table.get(key);
            if (key.sk === 'DRAFT' && sent.length === 0)
              sent.push(await makeSubmitFiling(scene.ports)({ session }));
            return item;
          },
        },
      },
      vault,
    );
    expect(await racing.rewrap(10)).toEqual({ rewrapped: 0, left: true });
    const [receipt] = sent;
    if (!receipt) throw new Error('nothing was sent');
    const { caseId } = valueIn(receipt);
    await wholeTurn();
    clock.advance(shortestKeepMs);
    expect(await rotate()).toBe('dropped');
    expect(await readsNik(caseId, instance())).toBe(testPerson(1).nik);
  });

  const refer = { note: 'Silakan ke dinas lain.' };
  const erasePerson = (scene: Awaited<ReturnType<typeof city>>['scene'], n: number) =>
    makeErasePerson(scene.ports)({
      ...{ kind: 'nik', value: testPerson(n).nik, by: { party: 'system' } },
      mayErase: async () => undefined,
    });

  it('is replaced by two sweeps at once while cases go on and one is erased', async () => {
    const { clock, scene, rotate, parts, instance, readsNik, table, dump } = await city();
    const { ports, staff } = scene;
    const other = makeRotateDataKey({ rotation: keyRotation(parts, instance()), clock });
    const [gone, kept, ended] = [await scene.file(1), await scene.file(2), await scene.file(3)];
    for (const { caseId } of [gone, ended])
      valueIn(await scene.complete(staff.frontOffice, caseId, 'initial-verification', 'refer', refer));
    const away = [{ from: '2026-02-04', to: '2026-02-11', reason: 'Diklat' }];
    const member = staff.backOffice;
    valueIn(await makeChangeAbsences(ports)({ member, id: member.id, revision: 1, away }));
    const opening = { id: CaseId.parse('w'.repeat(26)), openedAt: scene.clock.now() };
    const box = { agency: member.agency, standard: scene.version.standard.id, channel: 'box' };
    const key = await ports.vault.newKey(opening.id);
    const witness = await ports.vault.seal(key, { caseId: opening.id, field: 'witness' }, 'Saksi Uji');
    const by = { id: member.id, name: member.name };
    const recorded = { ...box, ...opening, by, witness, key, letters: 1, recordedAt: scene.clock.now() };
    expect((await ports.openings.record(recorded)).ok).toBe(true);
    const both = () => Promise.all([rotate(), other()]);

    clock.advance(YEAR);
    await both();
    const dataKeys = async () =>
      JSON.parse(String((await table.get(tenantKeysKey))?.['body'])).dataKeys.map(
        ({ id }: { id: string }) => id,
      );
    expect(await dataKeys()).toEqual(['1', '2']);
    clock.advance(MINUTES);
    const [, , accepted, erased] = await Promise.all([
      rotate(),
      other(),
      scene.complete(staff.frontOffice, kept.caseId, 'initial-verification', 'accept'),
      erasePerson(scene, 1),
    ]);
    expect(accepted.ok).toBe(true);
    expect(erased).toEqual({ erased: [gone.caseId], kept: [] });
    for (let round = 0; round < 20; round += 1)
      if ((await both()).every((done) => typeof done === 'string')) break;
    clock.advance(shortestKeepMs);
    expect(await both()).toContain('dropped');
    expect(await dataKeys()).toEqual(['2']);

    const fresh = instance();
    expect(await readsNik(kept.caseId, fresh)).toBe(testPerson(2).nik);
    expect(await readsNik(ended.caseId, fresh)).toBe(testPerson(3).nik);
    expect(await readsNik(gone.caseId, fresh)).toBeUndefined();
    const now = await ports.staff.find(member.id);
    expect(now && (await openMembership(fresh, now)).away).toMatchObject([{ reason: 'Diklat' }]);
    const [log] = await ports.openings.latest(box, 1);
    const context = { caseId: opening.id, field: 'witness' };
    expect(log && (await fresh.open(log.key, context, log.witness))).toEqual({
      ok: true,
      value: 'Saksi Uji',
    });
    expect(await dump()).not.toContain('v2.1.');
  });

  it('does not bring back what was erased while it was wrapped anew', async () => {
    const { clock, scene, table, parts, rotation, rotate, readsNik, vault, dump } = await city();
    const { caseId } = await scene.file(1);
    const { staff } = scene;
    valueIn(await scene.complete(staff.frontOffice, caseId, 'initial-verification', 'refer', refer));
    clock.advance(YEAR);
    await rotation.add(await rotation.find());
    clock.advance(MINUTES);
    let erased: unknown;
    const racing = keyRotation(
      {
        ...parts,
        table: {
          ...table,
          query: async (query) => {
            const items = await table.query(query);
            // Right after the case was read to be wrapped anew.
            if (query.partition === `CASE#${caseId}`) erased ??= await erasePerson(scene, 1);
            return items;
          },
        },
      },
      vault,
    );
    expect(await racing.rewrap(10)).toEqual({ rewrapped: 0, left: true });
    expect(erased).toMatchObject({ erased: [caseId] });
    expect(await readsNik(caseId)).toBeUndefined();
    expect((await scene.ports.cases.find(caseId))?.key).toBe('destroyed');
    expect(await rotation.rewrap(10)).toEqual({ rewrapped: 0, left: false });
    clock.advance(shortestKeepMs);
    expect(await rotate()).toBe('dropped');
    expect(await dump()).not.toMatch(/v2\.\d/);
  });

  it('does not let a command write back what was erased under it', async () => {
    const { scene, readsNik, dump } = await city();
    const { ports, staff } = scene;
    const { caseId } = await scene.file(1);
    valueIn(await scene.complete(staff.frontOffice, caseId, 'initial-verification', 'refer', refer));
    const before = await ports.cases.find(caseId);
    const found = before && (await ports.cases.findStatus(before.snapshot.ticket));
    if (!before || !found) throw new Error('no case');
    await erasePerson(scene, 1);
    const late = await ports.cases.commit({
      ...{ before, after: before, events: [], status: found.status, stepLabels: {} },
      ...{ acquire: [], release: [], products: [], places: [] },
    });
    expect(late).toEqual({ ok: false, error: { code: 'changed-meanwhile' } });
    expect(await readsNik(caseId)).toBeUndefined();
    expect(await dump()).not.toContain(before.key);
  });
});
