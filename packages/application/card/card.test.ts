import { CaseId } from '@layan/domain/kernel/ids';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { testPerson } from '@layan/testing/builders/people';
import { oldCard, takeOver } from '@layan/testing/scenes/old-register';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it, vi } from 'vitest';
import { makeFindDuplicates } from '../counter/find-duplicates.ts';
import { makeChangeImportedCard } from './change-imported-card.ts';
import { makeFindCard, searchReason } from './find-card.ts';
import { makeGetCard } from './get-card.ts';
import { makeListRegister } from './list-register.ts';
import { makeListRegisters } from './list-registers.ts';

const open = async () => {
  const scene = await ultpkScene();
  const { ports, staff } = scene;
  await takeOver(scene, [oldCard(1), oldCard(2, { product: 'Pendalungan', nik: '', familyCardNumber: '' })]);
  const find = async (text: string, member = staff.frontOffice) =>
    valueIn(await makeFindCard(ports)({ member, text }));
  const idOf = async (text: string) => {
    const [card] = await find(text);
    if (!card) throw new Error(`${text} was not found`);
    return card.id;
  };
  const get = async (id: string, member = staff.backOffice) =>
    valueIn(await makeGetCard(ports)({ member, id }));
  const change = async (id: string, action: string, more: object = {}) =>
    makeChangeImportedCard(ports)({ member: staff.backOffice, id, action, revision: 1, ...more });
  const issue = async (n: number) => {
    const { caseId } = await scene.toIssue(n);
    valueIn(await scene.complete(staff.backOffice, caseId, 'issue-bestari', 'issue'));
    return caseId;
  };
  return { ...scene, find, idOf, get, change, issue };
};

describe('a card', () => {
  it.each([
    ['its number', 'LAMA/0001'],
    ['its number in small letters, with blanks around', ' lama/0001 '],
    ['the NIK of its holder', testPerson(1).nik],
    ['the family card, with blanks', testPerson(1).familyCardNumber.replace(/(\d{4})/g, '$1 ')],
  ])('is found by %s', async (_by, text) => {
    const { find } = await open();
    expect(await find(text)).toMatchObject([
      { label: 'Kartu Bestari', number: 'LAMA/0001', state: 'active', holder: 'W••• U••• S•••' },
    ]);
  });

  it('is found by the link of its code, and by the id alone', async () => {
    const { idOf, find } = await open();
    const id = await idOf('LAMA/0001');
    for (const text of [`https://kota-probolinggo.layan.example/v/${id}#eyJh.b.c`, id.toUpperCase()]) {
      expect((await find(text)).map((card) => card.id)).toEqual([id]);
    }
  });

  it('is not looked for by a number longer than any, such as the whole text of a code', async () => {
    const { ports, staff } = await open();
    const findByNumber = vi.spyOn(ports.products, 'findByNumber');
    const text = `https://kota-probolinggo.layan.example/v/${'0'.repeat(26)}#${'a'.repeat(2000)}`;
    expect(await makeFindCard(ports)({ member: staff.frontOffice, text })).toEqual({ ok: true, value: [] });
    expect(findByNumber).not.toHaveBeenCalled();
  });

  it('of a case is found by its people also when it is not in force any more', async () => {
    const { find, issue, memory } = await open();
    const caseId = await issue(3);
    const text = testPerson(3).nik;
    expect(await find(text)).toHaveLength(1);
    memory.table.locks.clear();
    expect(await find(text)).toHaveLength(1);
    const [trace] = await memory.unmaskings.list(caseId);
    expect(trace).toMatchObject({ fact: 'card', reason: searchReason });
  });

  it('that is found leaves a trace; nothing found leaves none', async () => {
    const { find, idOf, memory, staff } = await open();
    const id = await idOf('LAMA/0001');
    const traces = await memory.unmaskings.list(CaseId.parse(id));
    expect(traces).toMatchObject([{ by: staff.frontOffice.id, reason: searchReason }]);
    expect(await find('LAMA/7777')).toEqual([]);
    expect(await find(testPerson(9).nik)).toEqual([]);
  });

  it('tells where it comes from and whether anything guards it', async () => {
    const { get, idOf, staff } = await open();
    const first = await get(await idOf('LAMA/0001'));
    expect(first.origin).toMatchObject({
      kind: 'imported',
      fileName: 'buku-kartu.xlsx',
      by: staff.manager.name,
      guarded: true,
    });
    expect((await get(await idOf('LAMA/0002'))).origin).toMatchObject({ guarded: false });
  });

  it('leads to its case those who have a part in it, and nobody else', async () => {
    const { find, issue, get, staff } = await open();
    const caseId = await issue(3);
    const [card] = await find(testPerson(3).nik);
    const id = card?.id ?? '';
    expect((await get(id)).origin).toMatchObject({ kind: 'case', caseId });
    const outsider = { ...staff.backOffice, roles: ['kurir'] };
    expect((await get(id, outsider)).origin).toEqual({ kind: 'case' });
    expect((await get(id)).actions).toEqual([]);
  });
});

describe('a card of a confidential case', () => {
  it('is found by what somebody has in hand, and by no number of its holder', async () => {
    const { find, issue, memory, ports, staff } = await open();
    const caseId = await issue(3);
    const [card] = await find(testPerson(3).nik);
    if (!card) throw new Error('no card');
    for (const [id, record] of memory.table.cases)
      memory.table.cases.set(id, { ...record, snapshot: { ...record.snapshot, confidential: true } });
    for (const [id, product] of memory.table.products)
      memory.table.products.set(id, { ...product, unnamed: true });
    expect(await find(testPerson(3).nik)).toEqual([]);
    expect(await find(testPerson(3).familyCardNumber)).toEqual([]);
    const traces = await memory.unmaskings.list(caseId);
    expect((await find(card.number)).map(({ id }) => id)).toEqual([card.id]);
    expect(traces).toHaveLength(1);
    const entered = { familyCardNumber: testPerson(3).familyCardNumber };
    const hints = await makeFindDuplicates(ports)({
      member: staff.frontOffice,
      standard: ultpk.id,
      entered,
    });
    expect(valueIn(hints)).toEqual([{ kind: 'heldProduct', label: card.label }]);
  });
});

describe('a card from the old register', () => {
  it('is revoked by the role of its standard, with the reason sealed, and frees the family', async () => {
    const scene = await open();
    const { idOf, change, memory, issue } = scene;
    const id = await idOf('LAMA/0001');
    const note = 'Akta kematian diperlihatkan.';
    const after = valueIn(await change(id, 'holder-died', { note }));
    expect(after).toMatchObject({ state: 'revoked', origin: { revision: 2 } });
    expect(after.history[0]).toMatchObject({
      what: 'Cabut: pemegang meninggal',
      who: scene.staff.backOffice.name,
      note,
    });
    expect(JSON.stringify(memory.table.products.get(id))).not.toContain(note);
    expect(memory.table.locks.size).toBe(0);
    await issue(1);
  });

  it('that is suspended keeps the family from a second one, and may be resumed', async () => {
    const { idOf, change, memory, staff } = await open();
    const id = await idOf('LAMA/0001');
    const head = { member: staff.divisionHead, note: 'Menunggu pemeriksaan.' };
    expect(valueIn(await change(id, 'suspend', head)).state).toBe('suspended');
    expect(memory.table.locks.size).toBe(2);
    expect(valueIn(await change(id, 'resume', { ...head, revision: 2 })).state).toBe('active');
  });

  it('that was lost is revoked; its copy comes with a new claim', async () => {
    const { idOf, change, get } = await open();
    const id = await idOf('LAMA/0001');
    const lost = (await get(id)).actions.find(({ change: kind }) => kind === 'replace');
    expect(lost).toMatchObject({ label: 'Cabut: kartu hilang', allowed: true });
    expect(valueIn(await change(id, 'replace-lost')).state).toBe('revoked');
  });

  it.each([
    [
      'an action of another role',
      'suspend',
      { note: 'x' },
      { code: 'card-refused', rejection: { code: 'role-missing', role: 'divisionHead' } },
    ],
    [
      'an action without its reason',
      'holder-died',
      {},
      { code: 'card-refused', rejection: { code: 'note-missing' } },
    ],
    [
      'an action it does not have',
      'melt',
      {},
      { code: 'card-refused', rejection: { code: 'unknown-product-action', action: 'melt' } },
    ],
    ['somebody who saw an older state', 'given-back', { revision: 9 }, { code: 'card-changed' }],
  ])('refuses %s', async (_what, action, more, error) => {
    const { idOf, change } = await open();
    expect(await change(await idOf('LAMA/0001'), action, more)).toEqual({ ok: false, error });
  });

  it('takes nothing more once it is revoked', async () => {
    const { idOf, change, get } = await open();
    const id = await idOf('LAMA/0001');
    valueIn(await change(id, 'given-back'));
    const again = await change(id, 'given-back', { revision: 2 });
    expect(again).toMatchObject({ error: { rejection: { code: 'product-state', state: 'returned' } } });
    expect((await get(id)).actions.some(({ allowed }) => allowed)).toBe(false);
  });

  it('is changed by one of two at once', async () => {
    const { idOf, change } = await open();
    const id = await idOf('LAMA/0001');
    const both = await Promise.all([change(id, 'given-back'), change(id, 'replace-lost')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a register', () => {
  it('is listed by product and year, and what came from before by number', async () => {
    const { ports, staff, issue } = await open();
    await issue(3);
    const member = staff.frontOffice;
    const registers = valueIn(await makeListRegisters(ports)({ member }));
    expect(registers).toEqual([
      { id: 'bestari-card', label: 'Kartu Bestari', years: [2026] },
      { id: 'pendalungan-card', label: 'Kartu Pendalungan', years: [2026] },
    ]);
    const list = async (year: number | 'imported') =>
      valueIn(await makeListRegister(ports)({ member, product: 'bestari-card', year })).rows;
    expect(await list(2026)).toMatchObject([{ number: 'BST-2026-000001', state: 'provisional' }]);
    expect(await list('imported')).toMatchObject([{ number: 'LAMA/0001' }]);
    expect(await list(2025)).toEqual([]);
    expect(await makeListRegister(ports)({ member, product: 'x', year: 2026 })).toEqual({
      ok: false,
      error: { code: 'product-not-found' },
    });
  });
});
