import { CaseId } from '@layan/domain/kernel/ids';
import type { RegisterCells } from '@layan/domain/register/register-fields';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { testPerson } from '@layan/testing/builders/people';
import { oldCard, registerMapping, startOldRegister, takeOver } from '@layan/testing/scenes/old-register';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeFindDuplicates } from '../counter/find-duplicates.ts';
import { makeImportRows } from './import-rows.ts';
import { makeListImportProblems } from './list-import-problems.ts';
import { makeListImports } from './list-imports.ts';
import { makeSettleImportRow, type Way } from './settle-import-row.ts';
import { makeStartImport } from './start-import.ts';

const open = async () => {
  const scene = await ultpkScene();
  const { ports, staff, memory } = scene;
  return {
    ...scene,
    register: () => [...memory.table.products.values()],
    problems: async (importId: string) =>
      valueIn(await makeListImportProblems(ports)({ member: staff.manager, importId })).rows,
    settle: (importId: string, position: number, way: Way) =>
      makeSettleImportRow(ports)({ member: staff.manager, importId, position, way }),
  };
};

describe('an old register', () => {
  it('is taken over with numbers, holders, days and states; what is not read is told', async () => {
    const scene = await open();
    const rows = [
      oldCard(1),
      oldCard(2, { product: 'Pendalungan', state: 'dicabut' }),
      oldCard(3, { nik: '1' }),
    ];
    const { record, answers, outcomes } = await takeOver(scene, rows);
    expect(outcomes).toEqual(['taken', 'taken', 'invalid']);
    expect(answers[2]?.obstacle?.problems[0]).toContain('16 angka');
    expect(record).toMatchObject({ done: 3, counts: { taken: 2, unguarded: 0, unchanged: 0, problems: 1 } });
    const [first, second] = scene.register();
    expect(first).toMatchObject({
      product: 'bestari-card',
      number: 'LAMA/0001',
      state: 'active',
      issuedAt: '2020-08-16T17:00:00.000Z',
    });
    expect(second).toMatchObject({ product: 'pendalungan-card', state: 'revoked' });
    expect(scene.memory.table.locks.size).toBe(2);
  });

  it('keeps nothing of a holder in clear', async () => {
    const scene = await open();
    await takeOver(scene, [oldCard(1), oldCard(2, { nik: 'salah' })]);
    const kept = JSON.stringify([
      scene.register(),
      await scene.ports.imports.list(ultpk.agency),
      await Promise.all(
        (await scene.ports.imports.list(ultpk.agency)).map(({ id }) =>
          scene.ports.imports.rows({ importId: id, limit: 9 }),
        ),
      ),
    ]);
    for (const n of [1, 2]) {
      const { name, nik, familyCardNumber } = testPerson(n);
      for (const value of [name, nik, familyCardNumber]) expect(kept).not.toContain(value);
    }
  });

  it('keeps a family from a second card at the counter, and at issue', async () => {
    const scene = await open();
    await takeOver(scene, [oldCard(1)]);
    const entered = { familyCardNumber: testPerson(1).familyCardNumber };
    const input = { member: scene.staff.frontOffice, standard: ultpk.id, entered };
    expect(valueIn(await makeFindDuplicates(scene.ports)(input))).toEqual([
      { kind: 'heldProduct', label: 'Kartu Bestari', number: 'LAMA/0001' },
    ]);
    const { caseId } = await scene.toIssue(1);
    const issued = await scene.complete(scene.staff.backOffice, caseId, 'issue-bestari', 'issue');
    const held = { label: 'Kartu Bestari', number: 'LAMA/0001', imported: true };
    expect(issued).toEqual({
      ok: false,
      error: { code: 'product-already-held', product: 'Kartu Bestari', held },
    });
  });

  it('is told which family holds a card of a case already', async () => {
    const scene = await open();
    const { caseId } = await scene.toIssue(1);
    valueIn(await scene.complete(scene.staff.backOffice, caseId, 'issue-bestari', 'issue'));
    const { answers } = await takeOver(scene, [oldCard(1)]);
    expect(answers[0]).toMatchObject({
      outcome: 'duplicate',
      obstacle: { held: { label: 'Kartu Bestari' } },
    });
    expect(answers[0]?.obstacle?.problems[0]).toMatch(/sudah memegang Kartu Bestari nomor BST-2026-000001/);
  });

  it('changes nothing when the same file comes again', async () => {
    const scene = await open();
    const rows = [oldCard(1), oldCard(2), oldCard(3, { holder: '' })];
    await takeOver(scene, rows);
    const before = JSON.stringify(scene.register());
    const again = await takeOver(scene, rows);
    expect(again.outcomes).toEqual(['unchanged', 'unchanged', 'invalid']);
    expect(JSON.stringify(scene.register())).toBe(before);
  });

  it('does not bring a card back that was revoked meanwhile', async () => {
    const scene = await open();
    await takeOver(scene, [oldCard(1)]);
    const [card] = scene.register();
    if (!card) throw new Error('nothing was taken over');
    scene.memory.table.products.set(card.id, { ...card, state: 'revoked' });
    expect((await takeOver(scene, [oldCard(1)])).outcomes).toEqual(['unchanged']);
    expect(scene.register()[0]?.state).toBe('revoked');
  });

  it('marks people with neither number, and guards them once a later file has it', async () => {
    const scene = await open();
    const { answers, record } = await takeOver(scene, [oldCard(1, { nik: '', familyCardNumber: '-' })]);
    expect(answers[0]).toMatchObject({ outcome: 'taken', unguarded: true });
    expect(record.counts).toMatchObject({ taken: 1, unguarded: 1 });
    expect(scene.memory.table.locks.size).toBe(0);
    expect((await takeOver(scene, [oldCard(1)])).outcomes).toEqual(['completed']);
    expect(scene.memory.table.locks.size).toBe(2);
    expect((await takeOver(scene, [oldCard(1)])).outcomes).toEqual(['unchanged']);
  });

  it('tells a number that belongs to somebody else from one that is known', async () => {
    const scene = await open();
    await takeOver(scene, [oldCard(1)]);
    const { outcomes } = await takeOver(scene, [
      oldCard(2, { number: 'LAMA/0001' }),
      oldCard(1, { nik: testPerson(3).nik }),
      oldCard(1, { holder: 'WARGA UJI SATU' }),
    ]);
    expect(outcomes).toEqual(['number-taken', 'number-taken', 'unchanged']);
  });
});

describe('an import that was stopped', () => {
  it('goes on where it was, and counts rows that are sent twice once', async () => {
    const scene = await open();
    const rows: RegisterCells[] = [oldCard(1), oldCard(2), oldCard(3, { issued: 'lama' })];
    const record = await startOldRegister(scene, 3);
    const send = async (from: number, cells: readonly RegisterCells[]) =>
      makeImportRows(scene.ports)({
        ...{ member: scene.staff.manager, importId: record.id, from },
        rows: cells.map((one, at) => ({ line: from + at + 1, cells: one })),
      });
    valueIn(await send(1, rows.slice(0, 2)));
    expect(await startOldRegister(scene, 3)).toMatchObject({ id: record.id, done: 2 });
    expect((await startOldRegister(scene, 3, 'b'.repeat(64))).id).not.toBe(record.id);
    expect(await send(4, rows.slice(0, 1))).toEqual({
      ok: false,
      error: { code: 'rows-out-of-order', next: 3 },
    });
    const done = valueIn(await send(2, rows.slice(1)));
    expect(done.record).toMatchObject({ done: 3, counts: { taken: 2, unchanged: 0, problems: 1 } });
    const again = valueIn(await send(1, rows));
    expect(again.record).toEqual(done.record);
    expect(await scene.problems(record.id)).toHaveLength(1);
    expect((await startOldRegister(scene, 3)).id).not.toBe(record.id);
  });

  it('is not begun without the columns it needs, nor for cards nobody gives out', async () => {
    const { ports, staff } = await open();
    const input = {
      member: staff.manager,
      standard: ultpk.id,
      fileName: 'a.csv',
      rows: 1,
      fingerprint: 'a'.repeat(64),
    };
    const start = makeStartImport(ports);
    expect(await start({ ...input, mapping: { columns: { number: 'A' } } })).toEqual({
      ok: false,
      error: { code: 'columns-missing' },
    });
    expect(await start({ ...input, mapping: { ...registerMapping, product: 'kartu-lain' } })).toEqual({
      ok: false,
      error: { code: 'product-not-found' },
    });
  });

  it('is remembered with who did it and how its columns were read', async () => {
    const scene = await open();
    await takeOver(scene, [oldCard(1)]);
    const { imports, services, today } = valueIn(
      await makeListImports(scene.ports)({ member: scene.staff.manager }),
    );
    expect(imports).toMatchObject([
      { fileName: 'buku-kartu.xlsx', by: scene.staff.manager.name, mapping: registerMapping, done: 1 },
    ]);
    expect(services[0]?.products.map(({ label }) => label)).toEqual(['Kartu Bestari', 'Kartu Pendalungan']);
    expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('a row for a person to look at', () => {
  const withDuplicate = async () => {
    const scene = await open();
    const twin = oldCard(1, { number: 'LAMA/9999' });
    const { record } = await takeOver(scene, [oldCard(1), twin, oldCard(2, { issued: '' })]);
    return { ...scene, record, twin };
  };

  it('says what stands in the way and masks identifiers', async () => {
    const { problems, record } = await withDuplicate();
    const [duplicate, invalid] = await problems(record.id);
    expect(duplicate).toMatchObject({
      kind: 'duplicate',
      line: 3,
      held: { number: 'LAMA/0001', state: 'active' },
      ways: ['no-longer-in-force', 'try-again', 'skip'],
    });
    expect(duplicate?.cells.nik).toMatch(/^•{12}\d{4}$/);
    expect(invalid).toMatchObject({ kind: 'invalid', problems: ['Tanggal terbit kosong.'], ways: ['skip'] });
  });

  it('is taken over as no longer in force, and is then known', async () => {
    const { settle, record, register, twin, ...scene } = await withDuplicate();
    expect(valueIn(await settle(record.id, 2, 'no-longer-in-force'))).toMatchObject({
      settled: { how: 'no-longer-in-force' },
      ways: [],
    });
    expect(register().map(({ number, state }) => [number, state])).toEqual([
      ['LAMA/0001', 'active'],
      ['LAMA/9999', 'revoked'],
    ]);
    expect(await settle(record.id, 2, 'skip')).toEqual({ ok: false, error: { code: 'import-row-settled' } });
    expect((await takeOver(scene, [twin])).outcomes).toEqual(['unchanged']);
  });

  it('is tried again once the other card is out of the way, and stays until then', async () => {
    const { settle, record, memory } = await withDuplicate();
    expect(valueIn(await settle(record.id, 2, 'try-again')).settled).toBeUndefined();
    memory.table.locks.clear();
    expect(valueIn(await settle(record.id, 2, 'try-again')).settled?.how).toBe('taken');
  });

  it('that cannot be read can only be left out', async () => {
    const { settle, record, register } = await withDuplicate();
    expect(await settle(record.id, 3, 'try-again')).toEqual({ ok: false, error: { code: 'settling-unfit' } });
    expect(valueIn(await settle(record.id, 3, 'skip')).settled?.how).toBe('skipped');
    expect(register()).toHaveLength(1);
    expect(await settle(record.id, 9, 'skip')).toEqual({
      ok: false,
      error: { code: 'import-row-not-found' },
    });
  });

  it('cannot be opened under another place or import', async () => {
    const { ports, record } = await withDuplicate();
    const kept = await ports.imports.find(ultpk.agency, record.id);
    const row = await ports.imports.findRow(record.id, 2);
    if (!kept || !row) throw new Error('no row was kept');
    const elsewhere = { caseId: CaseId.parse(record.id), field: 'row:3' };
    expect(await ports.vault.open(kept.key, elsewhere, row.cells)).toEqual({
      ok: false,
      error: 'unreadable',
    });
  });
});
