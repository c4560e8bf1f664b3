import { StandardId } from '@layan/domain/kernel/ids';
import { batchId, proposalId } from '@layan/domain/testing/a-batch';
import { AGENCY, OTHER_AGENCY, staffIdOf, ticketOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { batchScene, east, eastOperator, officer, westOperator } from '@layan/testing/scenes/batch-scene';
import { describe, expect, it } from 'vitest';
import { makeListBook } from '../book/list-book.ts';
import { makeFindByTicket } from '../case/find-by-ticket.ts';
import { makeGetCase } from '../case/get-case.ts';
import { makeListInbox } from '../case/list-inbox.ts';
import { makeFindDuplicates } from '../counter/find-duplicates.ts';
import { makeGetToday } from '../figures/get-today.ts';
import type { Membership } from '../ports/staff.ts';
import { makeDecideLines } from './decide-lines.ts';
import { makeGetBatch } from './get-batch.ts';
import { makeListBatches } from './list-batches.ts';
import { makeListLines, makeReadLines } from './list-lines.ts';
import { makeListWaitingLines } from './list-waiting-lines.ts';

/** Two proposals in each village; those of the west are in a batch. */
async function villages() {
  const scene = await batchScene();
  const west = await scene.proposeAll(1, 2);
  const there = await scene.proposeAll(3, 4, east);
  const batch = await scene.start();
  await scene.fanOut(batch);
  return { ...scene, west, there, batch };
}

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const stranger: Membership = { ...westOperator, id: staffIdOf(9), agency: OTHER_AGENCY };
const nobody: Membership = { ...westOperator, id: staffIdOf(8), roles: [] };
const gone: Membership = { ...westOperator, state: 'deactivated' };

describe('an operator of another village', () => {
  it('reaches neither the batch, its lines nor its cases, and decides on none', async () => {
    const { ports, batch, west, decide } = await villages();
    const [line = batch] = west;
    for (const member of [eastOperator, stranger, nobody]) {
      const on = { member, caseId: batch };
      expect(codeOf(await makeGetBatch(ports)(on))).toBe('batch-not-found');
      expect(codeOf(await makeListLines(ports)(on))).toBe('batch-not-found');
      expect(codeOf(await makeReadLines(ports)(on))).toBe('batch-not-found');
      const decisions = [{ caseId: line, decision: 'worthy' }];
      const decided = makeDecideLines(ports)({ ...on, step: 'deliberate', decisions, expectedSeq: 1 });
      expect(codeOf(await decided)).toBe('batch-not-found');
      for (const caseId of [batch, line])
        expect(codeOf(await makeGetCase(ports)({ member, caseId }))).toBe('case-not-found');
    }
    expect(await decide(batch, 'deliberate', 'worthy', [line], { by: eastOperator })).toBe('area-missing');
    expect(codeOf(await makeGetBatch(ports)({ member: gone, caseId: batch }))).toBe('member-deactivated');
    expect(codeOf(await makeGetBatch(ports)({ member: westOperator, caseId: batch }))).toBe('ok');
  });

  it('sees nothing of it in any list, search, book or figure', async () => {
    const { ports, batch, there, found } = await villages();
    const { ticket } = (await found(batch)).snapshot;
    const own = await makeListInbox(ports)({ member: eastOperator, role: 'village', limit: 1 });
    expect(own.ok && own.value.rows.map(({ caseId }) => caseId)).toEqual([there[0]]);
    const all = await makeListInbox(ports)({ member: eastOperator, role: 'village' });
    expect(all.ok && all.value.rows.map(({ caseId }) => caseId)).toEqual(there);
    for (const one of [ticket, ticketOf(1)])
      expect(codeOf(await makeFindByTicket(ports)({ member: eastOperator, ticket: one }))).not.toBe('ok');
    const mine = await makeListBatches(ports)({ member: eastOperator });
    expect(mine.ok && [mine.value.gatherings.length, mine.value.running]).toEqual([1, []]);
    const waits = await makeListWaitingLines(ports)({ member: eastOperator, standard: batchId });
    expect(waits.ok && waits.value.rows.map(({ caseId }) => caseId)).toEqual(there);
    const book = { standard: batchId, channel: 'counter' };
    const rows = async (member: Membership) => {
      const page = await makeListBook(ports)({ member, ...book });
      return page.ok ? page.value.rows.map(({ number, ticket: of }) => [number, of]) : page.error.code;
    };
    expect(await rows(eastOperator)).toEqual([]);
    expect(await rows(westOperator)).toEqual([[1, ticket]]);
    expect(codeOf(await makeGetToday(ports)({ member: eastOperator }))).toBe('role-missing');
    expect(codeOf(await makeGetToday(ports)({ member: officer }))).toBe('ok');
    const { nik } = testPerson(1);
    const known = async (member: Membership) => {
      const entered = { nik };
      const duplicates = await makeFindDuplicates(ports)({ member, standard: proposalId, entered });
      return duplicates.ok && duplicates.value.length;
    };
    expect(await known(eastOperator)).toBe(0);
  });

  it('asks for no other area, and for no page of one', async () => {
    const { ports } = await villages();
    const list = makeListWaitingLines(ports);
    const on = { member: westOperator, standard: batchId };
    expect(codeOf(await list({ ...on, area: east }))).toBe('area-refused');
    expect(codeOf(await list({ ...on, after: `${east}#2026` }))).toBe('area-refused');
    expect(codeOf(await list({ ...on, area: 'semua' }))).toBe('area-refused');
    expect(codeOf(await list({ ...on, member: officer }))).toBe('batch-not-found');
    expect(codeOf(await list({ ...on, standard: StandardId.parse('tidak-ada') }))).toBe('batch-not-found');
    expect(codeOf(await list({ ...on, standard: proposalId }))).toBe('batch-not-found');
  });
});

describe('lines of a batch', () => {
  it('are masked in lists, and read in clear by who works on it with one line in the log', async () => {
    const { ports, batch, found } = await villages();
    const on = { member: westOperator, caseId: batch };
    const { nik, name } = testPerson(1);
    const listed = await makeListLines(ports)(on);
    const [first] = listed.ok ? listed.value.rows : [];
    expect(first).toMatchObject({ position: 1, cells: { name, reason: 'Alasan uji 1' }, decided: [] });
    expect(first?.cells.nik).not.toBe(nik);
    expect(JSON.stringify(listed)).not.toContain(nik);
    expect(await ports.unmaskings.list(batch)).toEqual([]);
    const read = await makeReadLines(ports)(on);
    expect(read.ok && read.value.rows[0]?.cells.nik?.replace(/\D/g, '')).toBe(nik);
    expect(await ports.unmaskings.list(batch)).toMatchObject([
      { fact: 'lines:1-2', by: westOperator.id, name: westOperator.name },
    ]);
    expect(codeOf(await makeReadLines(ports)({ ...on, member: officer }))).toBe('unmasking-not-allowed');
    expect(JSON.stringify((await found(batch)).snapshot)).not.toContain(name);
    expect(officer.agency).toBe(AGENCY);
  });
});
