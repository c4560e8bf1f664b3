import { CaseId } from '@layan/domain/kernel/ids';
import { anImportedProduct } from '@layan/testing/builders/a-product';
import { testPerson } from '@layan/testing/builders/people';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { aWaitingCase, type Kind, kinds } from '@layan/testing/scenes/waiting-cases';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeChangeProduct } from './change-product.ts';
import { makeCompleteStep } from './complete-step.ts';
import { makeFireDue } from './fire-due.ts';

const group = 'ultpk-card';
const days = (n: number) => n * 24 * 3_600_000;

async function open() {
  const scene = await ultpkScene();
  const { memory, ports, staff } = scene;
  const holderOf = async (n: number) =>
    memory.products.findHeld(group, await memory.vault.index('nik', testPerson(n).nik));
  const waiting = (n: number, kind: Kind, person = n) => {
    const { nik, familyCardNumber } = testPerson(person);
    return aWaitingCase(ports, scene.version, n, kind, { nik, familyCardNumber });
  };
  const issue = async (caseId: CaseId, kind: Kind) =>
    makeCompleteStep(ports)({
      member: staff.backOffice,
      caseId,
      step: kinds[kind].step,
      outcome: 'issue',
      raw: {},
      expectedSeq: await scene.seqOf(caseId),
    });
  /** A pendalungan card; its case ends with it. */
  const issued = async (n: number, person = n) => {
    const { snapshot } = await waiting(n, 'pendalungan', person);
    const { view } = valueIn(await issue(snapshot.id, 'pendalungan'));
    return { caseId: snapshot.id, card: view.products[0]?.id ?? '', view };
  };
  const change = async (
    { caseId, card }: { readonly caseId: CaseId; readonly card: string },
    action: string,
    more: { member?: Membership; note?: string; idempotencyKey?: string; seq?: number } = {},
  ) => {
    const { seq, ...rest } = more;
    return makeChangeProduct(ports)({
      member: staff.backOffice,
      caseId,
      product: card,
      action,
      expectedSeq: seq ?? (await scene.seqOf(caseId)),
      ...rest,
    });
  };
  return { scene, memory, ports, staff, holderOf, waiting, issue, issued, change };
}

describe('a card that is issued', () => {
  it('stands in the register under its number, for one query more than any other step', async () => {
    const { scene, memory, staff, waiting, holderOf } = await open();
    const { snapshot } = await waiting(1, 'pendalungan');
    const { ports, calls } = countPortCalls(scene.ports);
    const input = { caseId: snapshot.id, step: 'issue-pendalungan', outcome: 'issue', raw: {} };
    const done = await makeCompleteStep(ports)({
      ...input,
      member: staff.backOffice,
      expectedSeq: snapshot.seq,
    });
    expect(calls).toEqual(['cases.findFile', 'products.lastPlace', 'cases.commit']);
    const [shown] = valueIn(done).view.products;
    expect(shown).toMatchObject({ number: 'PDL-2026-000001', state: 'active' });
    const kept = await memory.products.find(shown?.id ?? '');
    expect(kept).toMatchObject({
      product: 'pendalungan-card',
      label: 'Kartu Pendalungan',
      number: 'PDL-2026-000001',
      state: 'active',
      origin: { kind: 'case', caseId: snapshot.id, place: { year: 2026, sequence: 1 } },
    });
    expect(await holderOf(1)).toBe(shown?.id);
  });

  it('is numbered in a register of its own kind, one after another', async () => {
    const { issued, waiting, issue } = await open();
    const numbers = [await issued(1), await issued(2)].map(({ view }) => view.products[0]?.number);
    const { snapshot } = await waiting(3, 'bestari');
    const { view } = valueIn(await issue(snapshot.id, 'bestari'));
    expect([...numbers, view.products[0]?.number]).toEqual([
      'PDL-2026-000001',
      'PDL-2026-000002',
      'BST-2026-000001',
    ]);
  });

  it('waits for its turn when many are issued at once, and none fails for it', async () => {
    const { waiting, issue, memory, scene } = await open();
    const cases = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => waiting(n, 'pendalungan')));
    const answers = await Promise.all(cases.map(({ snapshot }) => issue(snapshot.id, 'pendalungan')));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const register = { agency: scene.version.standard.agency, product: 'pendalungan-card', year: 2026 };
    const { rows } = await memory.products.register({ ...register, limit: 10 });
    expect(rows.map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('is not issued to who holds one that was there before the system', async () => {
    const { memory, waiting, issue } = await open();
    const index = await memory.vault.index('familyCardNumber', testPerson(1).familyCardNumber);
    const imported = await memory.products.saveImported(anImportedProduct(7), {
      acquire: [{ group, index }],
      release: [],
    });
    expect(imported.ok).toBe(true);
    const { snapshot } = await waiting(1, 'pendalungan');
    expect(await issue(snapshot.id, 'pendalungan')).toMatchObject({
      error: { code: 'product-already-held' },
    });
    expect(await memory.products.lastPlace({ ...anImportedProduct(7), year: 2026 })).toBe(0);
  });
});

describe('what happens to a card after its case', () => {
  it('is kept in the case and in the register, told to the citizen, and frees the holder', async () => {
    const { memory, scene, issued, change, holderOf } = await open();
    const first = await issued(1);
    const note = 'Surat kematian diserahkan keluarga.';
    const { view } = valueIn(await change(first, 'holder-died', { note }));
    expect(view.products).toMatchObject([{ state: 'revoked' }]);
    expect(view.timeline.at(-1)).toMatchObject({ note, who: expect.stringContaining('Petugas') });
    expect((await memory.products.find(first.card))?.state).toBe('revoked');
    expect(await holderOf(1)).toBeUndefined();
    const status = await memory.cases.findStatus(
      (await memory.cases.find(first.caseId))?.snapshot.ticket ?? '',
    );
    expect(status?.status.products).toMatchObject([
      { state: 'revoked', objection: { channel: 'objection', until: expect.any(String) } },
    ]);
    expect(status?.status.timeline.at(-1)).toMatchObject({
      notify: true,
      seq: await scene.seqOf(first.caseId),
    });
    expect(JSON.stringify(status)).not.toContain('Surat kematian');
    expect((await issued(2, 1)).view.products).toMatchObject([{ state: 'active' }]);
  });

  it('leaves the holder without a second one while it is suspended', async () => {
    const { staff, issued, change, waiting, issue, holderOf } = await open();
    const first = await issued(1);
    valueIn(await change(first, 'suspend', { member: staff.divisionHead, note: 'Data sedang diperiksa.' }));
    expect(await holderOf(1)).toBe(first.card);
    const { snapshot } = await waiting(2, 'pendalungan', 1);
    expect(await issue(snapshot.id, 'pendalungan')).toMatchObject({
      error: { code: 'product-already-held' },
    });
  });

  it('lets a copy take the place of a lost one: another number, the same holder', async () => {
    const { memory, issued, change, holderOf } = await open();
    const first = await issued(1);
    const { view } = valueIn(await change(first, 'replace-lost'));
    expect(view.products).toMatchObject([
      { number: 'PDL-2026-000001', state: 'revoked' },
      { number: 'PDL-2026-000002', state: 'active', replaces: 'PDL-2026-000001' },
    ]);
    expect(await holderOf(1)).toBe(view.products[1]?.id);
    expect((await memory.products.find(first.card))?.state).toBe('revoked');
    expect((await memory.products.find(view.products[1]?.id ?? ''))?.state).toBe('active');
  });

  it('happens once when it is sent twice', async () => {
    const { scene, issued, change } = await open();
    const first = await issued(1);
    const seq = await scene.seqOf(first.caseId);
    const once = await change(first, 'replace-lost', { idempotencyKey: 'a', seq });
    const again = await change(first, 'replace-lost', { idempotencyKey: 'a', seq });
    expect([valueIn(once).repeated, valueIn(again).repeated]).toEqual([false, true]);
    expect(valueIn(again).view.products).toHaveLength(2);
    expect(await change(first, 'replace-lost', { seq })).toMatchObject({ error: { code: 'case-changed' } });
  });

  it('is not for other roles, other agencies, or who does not work there any more', async () => {
    const { staff, issued, change } = await open();
    const first = await issued(1);
    const by = (member: Membership) => change(first, 'given-back', { member });
    for (const member of [staff.frontOffice, staff.facilitator, staff.manager])
      expect(await by(member)).toMatchObject({
        error: { code: 'case-rejected', rejection: { code: 'role-missing' } },
      });
    expect(await by(staff.elsewhere)).toEqual({ ok: false, error: { code: 'case-not-found' } });
    expect(await by({ ...staff.backOffice, roles: ['kasir'] })).toEqual({
      ok: false,
      error: { code: 'case-not-found' },
    });
    expect(await by({ ...staff.backOffice, state: 'deactivated' })).toEqual({
      ok: false,
      error: { code: 'member-deactivated' },
    });
    const unknown = { ...first, caseId: CaseId.parse('z'.repeat(26)) };
    expect(await change(unknown, 'given-back', { seq: 1 })).toEqual({
      ok: false,
      error: { code: 'case-not-found' },
    });
  });
});

describe('time', () => {
  it('marks a card as expired on the day after its last, and frees its holder', async () => {
    const { scene, memory, ports, issued, holderOf } = await open();
    const { caseId, card } = await issued(1);
    const record = await memory.cases.find(caseId);
    if (!record) throw new Error('no case');
    const validUntil = new Date(Date.parse(scene.clock.now()) + days(30)).toISOString();
    const products = record.snapshot.products.map((product) => ({ ...product, validUntil }));
    memory.table.cases.set(
      caseId,
      JSON.parse(JSON.stringify({ ...record, snapshot: { ...record.snapshot, products } })),
    );
    const fire = makeFireDue(ports);
    scene.clock.advance(days(29));
    expect(await fire({})).toMatchObject({ examined: 0 });
    scene.clock.advance(days(2));
    expect(await fire({})).toMatchObject({ examined: 1, changed: 1 });
    expect((await memory.cases.find(caseId))?.snapshot.products).toMatchObject([{ state: 'expired' }]);
    expect((await memory.products.find(card))?.state).toBe('expired');
    expect(await holderOf(1)).toBeUndefined();
    expect(await fire({})).toMatchObject({ examined: 0 });
  });
});
