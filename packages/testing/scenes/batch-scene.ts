// An agency with proposals of two villages and the batches that gather them: in memory, or on the stores that are given.
import { makeSettleBatch } from '@layan/application/batch/settle-batch';
import { makeStartBatch, type StartBatchInput } from '@layan/application/batch/start-batch';
import { caseChange, snapshotAfter } from '@layan/application/case/case-change';
import { runCommand } from '@layan/application/case/run-command';
import { sha256 } from '@layan/application/kernel/sha256';
import type { CaseRecord } from '@layan/application/ports/cases';
import type { Membership } from '@layan/application/ports/staff';
import type { Ports } from '@layan/application/ports/surroundings';
import { caseSeal } from '@layan/application/sealing/case-seal';
import { sealLineNote } from '@layan/application/sealing/line-note';
import { byWorker } from '@layan/domain/access/worker';
import type { By, CaseCommand, LineDecision } from '@layan/domain/case/command';
import { decideFiling } from '@layan/domain/case/decide-filing';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { type CaseId, RegionCode } from '@layan/domain/kernel/ids';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { batchId, proposal, proposalBatch } from '@layan/domain/testing/a-batch';
import { A_REGION, aMember, aTenant } from '../builders/a-tenant.ts';
import { caseIdOf, ticketOf } from '../builders/ids.ts';
import { testPerson } from '../builders/people.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryTenant } from '../memory/memory-tenant.ts';
import { seededRandom } from '../seeded-random.ts';
import { publishedVersion } from './ultpk-scene.ts';

export const west = RegionCode.parse('35.74.01.1001');
export const east = RegionCode.parse('35.74.01.1002');

const member = (n: number, roles: string[], areas: RegionCode[]): Membership => aMember(n, { roles, areas });

export const westOperator = member(1, ['village'], [west]);
export const eastOperator = member(2, ['village'], [east]);
export const officer = member(3, ['officer'], []);

const system: By = { party: 'system' };

export async function batchOffice<P extends Ports>(ports: P, batch: Standard = proposalBatch) {
  await ports.directory.save(aTenant());
  await ports.directory.saveRegions(A_REGION);
  for (const version of [proposal, batch].map((standard) => publishedVersion(standard))) {
    const draft = { ...version, state: 'draft' as const };
    await ports.standards.saveDraft(draft);
    await ports.standards.publish(version, { before: draft });
  }
  const found = async (caseId: CaseId): Promise<CaseRecord> => {
    const record = await ports.cases.find(caseId);
    if (!record) throw new Error(`no case ${caseId}`);
    return record;
  };
  const run = async (caseId: CaseId, command: CaseCommand, by: By = system): Promise<string> => {
    const record = await found(caseId);
    const { standard } = await ports.standards.getPinned(record.snapshot.standard);
    const ran = await runCommand(ports, standard, record, command, by);
    if (ran.ok) return 'ok';
    return ran.error.code === 'rejected' ? ran.error.rejection.code : ran.error.code;
  };
  /** The proposal of test person n, which waits in a village. */
  const propose = async (n: number, area = west, named?: string): Promise<CaseId> => {
    const id = caseIdOf(n);
    const key = await ports.vault.newKey(id);
    const seal = caseSeal(ports.vault, key, id);
    const { nik, ...person } = testPerson(n);
    const name = named ?? person.name;
    const values = { name, nik, place: area, reason: `Alasan uji ${n}` };
    const { ref } = {
      ref: (await ports.standards.list()).find(({ id: of }) => of === proposal.id)?.published,
    };
    if (!ref) throw new Error('nothing is published');
    const filed = decideFiling(
      proposal,
      {
        type: 'fileCase',
        caseId: id,
        standard: ref,
        ticket: ticketOf(n),
        channel: 'portal',
        facts: await seal.sealFacts(indexOf(proposal.process).facts, values),
        attachments: [],
        area,
      },
      {
        now: ports.clock.now(),
        by: { party: 'applicant' },
        calendar: defaultCalendar('Asia/Jakarta'),
        newId: () => 'tanpa-produk',
        nextPlace: () => ({ year: 2026, sequence: 1 }),
        hash: sha256,
      },
    );
    if (!filed.ok) throw new Error(JSON.stringify(filed.error));
    const change = await caseChange(ports.vault, proposal, {
      after: {
        snapshot: snapshotAfter(proposal, undefined, filed.value),
        key,
        secretIndex: `secret-${n}`,
        displayName: await seal.sealText('display', name),
      },
      events: filed.value,
    });
    if (!change.ok || !(await ports.cases.commit(change.value)).ok) throw new Error('not filed');
    return id;
  };
  /** Proposals from one number to another. */
  const proposeAll = async (from: number, to: number, area = west): Promise<CaseId[]> => {
    const ids: CaseId[] = [];
    for (let n = from; n <= to; n += 1) ids.push(await propose(n, area));
    return ids;
  };
  const tryStart = (more: Partial<StartBatchInput> = {}) =>
    makeStartBatch(ports)({
      member: westOperator,
      standard: batchId,
      cases: 'all',
      raw: { period: '2026-02' },
      ...more,
    });
  const start = async (more: Partial<StartBatchInput> = {}): Promise<CaseId> => {
    const started = await tryStart(more);
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    return started.value.caseId;
  };
  const settle = makeSettleBatch(ports);
  /** Until nothing is left to tell. */
  const fanOut = async (caseId: CaseId): Promise<void> => {
    for (let left = 20; left > 0; left -= 1) if (!(await settle({ caseId })).more) return;
    throw new Error('the news of a batch does not come to an end');
  };
  /** `former`: notes are sealed by the batch, as they once were; its lines need not be cases. */
  const decide = async (
    batch: CaseId,
    step: string,
    decision: string,
    cases: readonly CaseId[],
    { by = westOperator, note = '', former }: { by?: Membership; note?: string; former?: true } = {},
  ): Promise<string> => {
    const record = await found(batch);
    const seal = caseSeal(ports.vault, record.key, batch);
    const noteOn = async (line: CaseId) =>
      former
        ? seal.sealText('note', note)
        : sealLineNote(ports.vault, { batch: record, line: await found(line) }, note);
    for (let at = 0; at < cases.length; at += 100) {
      const decisions: LineDecision[] = [];
      for (const caseId of cases.slice(at, at + 100)) {
        const sealed = note === '' ? undefined : await noteOn(caseId);
        decisions.push({ caseId, decision, ...(sealed && { note: sealed }) });
      }
      const done = await run(batch, { type: 'decideLines', step, decisions }, byWorker(by));
      if (done !== 'ok') return done;
    }
    return 'ok';
  };
  const complete = (batch: CaseId, step: string, outcome: string, by = westOperator): Promise<string> =>
    run(batch, { type: 'completeStep', step, outcome, facts: {}, attachments: [] }, byWorker(by));
  return { ports, found, run, propose, proposeAll, tryStart, start, settle, fanOut, decide, complete };
}

export async function batchScene(batch?: Standard) {
  const clock = fixedClock();
  const memory = memoryTenant(clock);
  const office = await batchOffice({ ...memory, clock, random: seededRandom('batch') }, batch);
  return { ...office, clock, memory };
}
