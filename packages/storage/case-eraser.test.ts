// A case in the real table, erased; then the whole table is looked through.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeDecideLines } from '@layan/application/batch/decide-lines';
import { makeEraseCase } from '@layan/application/erasure/erase-case';
import { makeErasePerson } from '@layan/application/erasure/erase-person';
import { sha256 } from '@layan/application/kernel/sha256';
import { destroyedKey, type Vault } from '@layan/application/ports/vault';
import { makeHoldForLaw } from '@layan/application/privacy/list-retention';
import { verifyChain } from '@layan/domain/case/verify-chain';
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { documentIdOf, hashOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { batchOffice, westOperator } from '@layan/testing/scenes/batch-scene';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { afterAll, expect, it } from 'vitest';
import { caseEraser } from './case-eraser.ts';
import { openerOf } from './export-opener.ts';
import { noteLetter } from './kept-letters.ts';
import { statusKey } from './keys.ts';
import { lateBooks } from './late-books.ts';
import { openTable } from './table/table.ts';
import { openStores } from './tenant-ports.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

async function tableStores() {
  const name = await dynamo.tenantTable();
  const table = openTable(DynamoDBDocumentClient.from(dynamo.client), name);
  const clock = fixedClock();
  const stores = openStores(table, { clock, books: lateBooks })(table);
  const { imports: _imports, ...kept } = stores;
  const dump = async () => (await dynamo.client.send(new ScanCommand({ TableName: name }))).Items ?? [];
  return { kept, clock, table, dump };
}

async function tableScene() {
  const { kept, table, dump } = await tableStores();
  return { scene: await ultpkScene({ stores: kept }), table, dump };
}

/** Everything sealed in the table, opened with whatever wrapped key lies anywhere in it. */
async function readable(
  vault: Vault,
  dump: readonly object[],
  caseId: CaseId,
  more: readonly string[] = [],
): Promise<readonly string[]> {
  const text = JSON.stringify(dump).replaceAll('\\"', '"');
  const keys = new Set(text.match(/v2\.[A-Za-z0-9]+\.[\w-]+/g));
  const sealed = [...text.matchAll(/"([\w:-]+)":\{"sealed":"(v1\.[\w-]+)"\}/g)];
  const found: string[] = [];
  for (const key of keys)
    for (const [, field = '', value = ''] of sealed)
      for (const name of [field, 'display', 'note', 'secret', 'reason', ...more]) {
        const opened = await vault.open(key, { caseId, field: name }, { sealed: value });
        if (opened.ok) found.push(opened.value);
      }
  return found;
}

it('opens nowhere in the table any more, and its chain still holds', async () => {
  const { scene, dump } = await tableScene();
  const { ports, staff } = scene;
  const { caseId } = await scene.file(1);
  const other = await scene.file(2);
  const input = { note: 'Silakan ke dinas lain.' };
  valueIn(await scene.complete(staff.frontOffice, caseId, 'initial-verification', 'refer', input));
  const record = await ports.cases.find(caseId);
  if (!record) throw new Error('no case');
  const before = await dump();
  const places = before.filter((item) => JSON.stringify(item).includes(record.key));
  expect(new Set(places.map(({ sk }) => sk?.S?.split('#')[0]))).toEqual(
    new Set(['SNAPSHOT', 'STATUS', 'DRAFT']),
  );
  expect((await readable(ports.vault, before, caseId)).join()).toContain(testPerson(1).nik);

  const { nik, familyCardNumber } = testPerson(1);
  const erase = {
    kind: 'nik',
    value: nik,
    by: { party: 'system' },
    mayErase: async () => undefined,
  } as const;
  expect(await makeErasePerson(ports)(erase)).toEqual({ erased: [caseId], kept: [] });

  const after = await dump();
  const holds = (text: string) => JSON.stringify(after).includes(text);
  expect(holds(record.key)).toBe(false);
  expect(await readable(ports.vault, after, caseId)).toEqual([]);
  for (const index of [
    ...(await ports.vault.indexes('nik', nik)),
    ...(await ports.vault.indexes('familyCardNumber', familyCardNumber)),
  ])
    expect(holds(index)).toBe(false);
  expect(after.filter(({ pk, sk }) => pk?.S?.startsWith('WRAPPED#') && sk?.S?.endsWith(caseId))).toEqual([]);
  const file = await ports.cases.findFile(caseId);
  expect(verifyChain(file?.events ?? [], sha256)).toMatchObject({ ok: true });
  // What is somebody else's is as it was.
  expect((await readable(ports.vault, after, other.caseId)).join()).toContain(testPerson(2).nik);
});

it('keeps the guesses that are counted while it is erased', async () => {
  const { scene, table } = await tableScene();
  const { cases } = scene.ports;
  const { caseId, ticket } = await scene.file(1);
  const input = { note: 'Silakan ke dinas lain.' };
  valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'refer', input));
  const record = await cases.find(caseId);
  if (!record) throw new Error('no case');
  const counted = { count: 1, at: 1, places: [] };
  const racing = caseEraser({
    ...table,
    get: async (key) => {
      const item = await table.get(key);
      if (key.pk === statusKey(ticket).pk) await cases.keepGuesses(ticket, undefined, counted);
      return item;
    },
  });
  const erasure = { caseId, at: scene.clock.now(), by: { party: 'system' }, people: [] } as const;
  expect(await racing.erase(record, erasure)).toMatchObject({ ok: true });
  expect(await cases.findStatus(ticket)).toMatchObject({ guesses: counted, key: destroyedKey });
});

it('is not erased by who loaded it before it changed', async () => {
  const { scene, table } = await tableScene();
  const { caseId } = await scene.file(1);
  const early = await scene.ports.cases.find(caseId);
  const input = { note: 'Silakan ke dinas lain.' };
  valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'refer', input));
  if (!early) throw new Error('no case');
  const erasure = { caseId, at: scene.clock.now(), by: { party: 'system' }, people: [] } as const;
  expect(await caseEraser(table).erase(early, erasure)).toEqual({ ok: false, error: 'changed-meanwhile' });
  const now = await scene.ports.cases.find(caseId);
  if (!now) throw new Error('no case');
  expect(await caseEraser(table).erase(now, erasure)).toMatchObject({ ok: true });
  expect(await caseEraser(table).unfinished({ limit: 5 })).toMatchObject({ rows: [{ caseId }] });
});

it('is not erased when it was put on hold after somebody looked', async () => {
  const { scene, table } = await tableScene();
  const { staff, ports } = scene;
  const { caseId, ticket } = await scene.file(1);
  const input = { note: 'Silakan ke dinas lain.' };
  valueIn(await scene.complete(staff.frontOffice, caseId, 'initial-verification', 'refer', input));
  const officer = { ...staff.frontOffice, roles: ['dataProtectionOfficer'] };
  const erase = makeEraseCase({ ...ports, erasing: caseEraser(table) });
  const holdNow = makeHoldForLaw(ports);
  let looks = 0;
  const mayErase = async () => {
    const found = await ports.retention.findHold(officer.agency, caseId);
    looks += 1;
    if (looks === 1) valueIn(await holdNow({ member: officer, ticket, reason: 'Diminta kejaksaan.' }));
    return found ? 'legal-hold' : undefined;
  };
  expect(await erase({ caseId, by: { party: 'system' }, mayErase })).toEqual({
    ok: false,
    error: { code: 'not-allowed', why: 'legal-hold' },
  });
  expect((await ports.cases.find(caseId))?.key).toMatch(/^v2\./);
});

it('is still to be finished when only some of its files were forgotten', async () => {
  const { scene, table } = await tableScene();
  const { caseId } = await scene.file(1);
  const input = { note: 'Silakan ke dinas lain.' };
  valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'refer', input));
  const record = await scene.ports.cases.find(caseId);
  if (!record) throw new Error('no case');
  const eraser = caseEraser(table);
  const erasure = { caseId, at: scene.clock.now(), by: { party: 'system' }, people: [] } as const;
  expect(await eraser.erase(record, erasure)).toMatchObject({ ok: true });
  await eraser.forget(caseId, await eraser.documents(caseId));
  expect(await eraser.documents(caseId)).toEqual([]);
  expect(await eraser.unfinished({ limit: 5 })).toMatchObject({ rows: [{ caseId }] });
});

it('is looked at again when it is time, and its letters are known until they are forgotten', async () => {
  const { scene, table } = await tableScene();
  const { caseId } = await scene.file(1);
  const input = { note: 'Silakan ke dinas lain.' };
  valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'refer', input));
  const record = await scene.ports.cases.find(caseId);
  if (!record) throw new Error('no case');
  const eraser = caseEraser(table);
  const erasure = { caseId, at: scene.clock.now(), by: { party: 'system' } } as const;
  await eraser.erase(record, { ...erasure, people: [] });
  const [first, second] = [1, 2].map((minutes) => ({
    ...erasure,
    again: toInstantText(epochMs(erasure.at) + minutes * 60_000),
  }));
  if (!first || !second) throw new Error('two times');
  await eraser.lookAgain(first, erasure);
  expect(await eraser.unfinished({ limit: 5 })).toEqual({ rows: [] });
  expect(await eraser.toLookAt({ until: erasure.at, limit: 5 })).toEqual({ rows: [] });
  expect(await eraser.toLookAt({ until: first.again, limit: 5 })).toEqual({ rows: [first] });
  await eraser.lookAgain(second, first);
  expect(await eraser.toLookAt({ until: second.again, limit: 5 })).toEqual({ rows: [second] });
  const [drawn, sent] = ['drawn', 'sent'].map(hashOf);
  if (!drawn || !sent) throw new Error('two letters');
  const note = noteLetter(table);
  for (const letter of [{ sha256: drawn }, { sha256: sent, upload: documentIdOf(1) }])
    for (const _twice of [1, 2]) await note(caseId, letter);
  const noted = await eraser.letters(caseId);
  expect(new Set(noted)).toEqual(new Set([{ sha256: drawn }, { sha256: sent, upload: documentIdOf(1) }]));
  await eraser.forget(caseId, [], [drawn]);
  expect(await eraser.letters(caseId)).toHaveLength(1);
  await eraser.finish(second);
  // What was on its way for long brings it back no more.
  await eraser.lookAgain(first, erasure);
  expect(await eraser.toLookAt({ until: second.again, limit: 5 })).toEqual({ rows: [] });
});

it('takes no upload any more once they are closed, and says how many were open', async () => {
  const { scene, table } = await tableScene();
  const { caseId } = await scene.file(1);
  const { documents } = scene.ports;
  const settled = (await caseEraser(table).documents(caseId)).length;
  const createdAt = scene.clock.now();
  const open = {
    id: documentIdOf(9),
    caseId,
    requirement: 'family-card',
    state: 'expected',
    createdAt,
  } as const;
  await documents.expect(open);
  const closed = await caseEraser(table).closeUploads(caseId, createdAt);
  expect([closed.documents.length, closed.open]).toEqual([settled + 1, 1]);
  expect(await documents.settle({ ...open, state: 'accepted' })).toEqual({
    ok: false,
    error: 'not-expected',
  });
  // Whoever judges it may have begun before: for half an hour it counts as open.
  expect(await caseEraser(table).closeUploads(caseId, createdAt)).toEqual(closed);
  scene.clock.advance(1_800_000);
  expect(await caseEraser(table).closeUploads(caseId, scene.clock.now())).toEqual({ ...closed, open: 0 });
});

it('takes along what was noted on it in a batch, in the table and in what is handed over', async () => {
  const { kept, clock, table, dump } = await tableStores();
  const random = seededRandom('noted');
  const ports = { ...memoryTenant(clock), ...kept, clock, random };
  const office = await batchOffice(ports);
  const lines = await office.proposeAll(1, 2);
  const batch = await office.start();
  await office.fanOut(batch);
  const notes = ['Warga Uji Satu sudah pindah kenari.', 'Warga Uji Dua sudah dibantu kenari.'];
  const decisions = lines.map((caseId, at) => ({ caseId, decision: 'unworthy', note: notes[at] }));
  const { seq: expectedSeq } = (await office.found(batch)).snapshot;
  const asked = { member: westOperator, caseId: batch, step: 'deliberate', decisions, expectedSeq };
  valueIn(await makeDecideLines(ports)(asked));
  await office.fanOut(batch);
  const [first = batch, second = batch] = lines;
  const everywhere = async () => {
    const items = await dump();
    const opened = await Promise.all(
      [first, second, batch].map((id) => readable(ports.vault, items, id, [`line:${batch}`])),
    );
    const opener = openerOf(table, ports.vault);
    const handed: string[] = [];
    for (const key of items) {
      const item = await table.get({ pk: key['pk']?.S ?? '', sk: key['sk']?.S ?? '' });
      if (item) handed.push(await opener.line(item));
    }
    return [...opened.flat(), ...handed].join();
  };
  const before = await everywhere();
  // In the batch, and among what the case says of itself: opened twice, and handed over twice at least.
  for (const note of notes) expect(before.split(note).length).toBeGreaterThan(4);

  const erase = makeEraseCase({ ...ports, erasing: caseEraser(table) });
  const input = { caseId: first, by: { party: 'system' }, mayErase: async () => undefined } as const;
  expect(await erase(input)).toEqual({ ok: true, value: undefined });
  const after = await everywhere();
  expect(after).not.toContain(notes[0]);
  expect(after).toContain(notes[1]);
  const file = await ports.cases.findFile(batch);
  expect(verifyChain(file?.events ?? [], sha256)).toMatchObject({ ok: true });
});
