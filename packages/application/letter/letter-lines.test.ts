import type { CaseEvent } from '@layan/domain/case/event';
import { indexOf } from '@layan/domain/process/process-index';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { aStandard, aVersion } from '@layan/testing/builders/a-standard';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf, hashOf, minute, STANDARD, ticketOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { caseSeal } from '../sealing/case-seal.ts';
import { sealLineNote } from '../sealing/line-note.ts';
import { openLetterLines } from './letter-lines.ts';

const BATCH = 99;
const basis = { cites: ['procedure.2'] };

/** A batch whose first step decides on lines, gathered from cases of the same small standard. */
const process = (() => {
  const { process: plain } = aStandard();
  const decisions = [
    { id: 'fit', label: 'Layak', tone: 'proceed' as const, note: 'optional' as const, basis },
    { id: 'unfit', label: 'Tidak layak', tone: 'refuse' as const, note: 'required' as const, basis },
  ];
  const steps = plain.steps.map((step, index) => (index === 0 ? { ...step, lines: { decisions } } : step));
  const columns = ['applicantName', 'applicantNik', 'householdSize'].map((fact) => ({ fact, label: fact }));
  const lines = { of: STANDARD, step: 'wait', label: 'calon', columns, atMost: 500, basis };
  return { ...plain, steps, lines };
})();

async function village(count: number) {
  const tenant = memoryTenant(fixedClock(), TENANT);
  const draft = aVersion({ standard: aStandard(), hash: hashOf('standard') });
  await tenant.standards.saveDraft(draft);
  await tenant.standards.publish({ ...draft, state: 'published' }, { before: draft });
  const facts = new Map(process.facts.map((fact) => [fact.id, fact]));
  for (let n = 1; n <= count; n += 1) {
    const key = await tenant.vault.newKey(caseIdOf(n));
    const { name, nik } = testPerson(n);
    const values = { applicantName: name, ...(n !== 2 && { applicantNik: nik }), householdSize: n };
    const sealed = await caseSeal(tenant.vault, key, caseIdOf(n)).sealFacts(facts, values);
    const change = aFiledCase(n, { facts: sealed });
    await tenant.cases.commit({ ...change, after: { ...change.after, key } });
  }
  const key = await tenant.vault.newKey(caseIdOf(BATCH));
  const seal = caseSeal(tenant.vault, key, caseIdOf(BATCH));
  const { after } = aFiledCase(BATCH);
  const lines = Array.from({ length: count }, (_, at) => ({
    ...{ caseId: caseIdOf(at + 1), ticket: ticketOf(at + 1) },
    ...(at === 1 && { out: { at: minute(1), why: 'unfit' } }),
  }));
  const record = { ...after, key, snapshot: { ...after.snapshot, lines } };
  const index = indexOf(process);
  const open = (events: readonly CaseEvent[], of: typeof record | typeof after = record) =>
    openLetterLines(tenant, { file: { record: of, events }, index, placeName: (code) => code });
  return { tenant, record, seal, open, after };
}

type Decided = Extract<CaseEvent['body'], { type: 'linesDecided' }>['decisions'];
const decided = (seq: number, step: string, decisions: Decided): CaseEvent => {
  const [event] = aFiledCase(BATCH).events;
  if (!event) throw new Error('no event');
  return { ...event, seq, body: { type: 'linesDecided', step, decisions } };
};

describe('the lines of a batch on its documents', () => {
  it('are the gathered cases in their order, opened, with what is unknown left out', async () => {
    const { open } = await village(30);
    const lines = await open([]);
    expect(lines?.map(({ ticket }) => ticket)).toEqual(
      Array.from({ length: 30 }, (_, at) => ticketOf(at + 1)),
    );
    expect(lines?.[0]).toEqual({
      ticket: ticketOf(1),
      cells: {
        applicantName: testPerson(1).name,
        applicantNik: testPerson(1).nik,
        householdSize: '1',
      },
      decisions: [],
    });
    expect(lines?.[1]).toMatchObject({ out: true, cells: { applicantName: testPerson(2).name } });
    expect(lines?.[1]?.cells).not.toHaveProperty('applicantNik');
  });

  it('carry the last decision of each step with its note, the one taken last standing last', async () => {
    const { open, tenant, record } = await village(1);
    const caseId = caseIdOf(1);
    const line = await tenant.cases.find(caseId);
    const note = line && (await sealLineNote(tenant.vault, { batch: record, line }, 'Pindah alamat'));
    const lines = await open([
      decided(2, 'check-file', [{ caseId, decision: 'fit' }]),
      decided(3, 'decide', [{ caseId, decision: 'later' }]),
      decided(4, 'check-file', [{ caseId, decision: 'unfit', note }]),
    ]);
    expect(lines?.[0]?.decisions).toEqual([
      { step: 'decide', decision: 'later', label: 'later' },
      { step: 'check-file', decision: 'unfit', label: 'Tidak layak', note: 'Pindah alamat' },
    ]);
  });

  it('carry notes that the batch sealed itself, and none of either make once their case is erased', async () => {
    const { open, tenant, record, seal } = await village(2);
    const own = await tenant.cases.find(caseIdOf(1));
    if (!own) throw new Error('no case');
    const first = await sealLineNote(tenant.vault, { batch: record, line: own }, 'Pindah alamat');
    const second = await seal.sealText('note', 'Sudah dibantu');
    const notes = async () => {
      const lines = await open([
        decided(2, 'check-file', [
          { caseId: caseIdOf(1), decision: 'unfit', ...(first && { note: first }) },
          { caseId: caseIdOf(2), decision: 'unfit', note: second },
        ]),
      ]);
      return lines?.map(({ decisions }) => decisions[0]?.note);
    };
    expect(await notes()).toEqual(['Pindah alamat', 'Sudah dibantu']);
    const erasure = { at: minute(5), by: { party: 'system' as const }, people: [] };
    for (const n of [1, 2]) {
      const line = await tenant.cases.find(caseIdOf(n));
      if (line) await tenant.erasing.erase(line, { ...erasure, caseId: caseIdOf(n) });
    }
    expect(await notes()).toEqual([undefined, undefined]);
  });

  it('are none of a case that is no batch', async () => {
    const { open, after } = await village(1);
    expect(await open([], after)).toBeUndefined();
  });
});
