import { byWorker } from '@layan/domain/access/worker';
import type { CaseEvent } from '@layan/domain/case/event';
import { RegionCode } from '@layan/domain/kernel/ids';
import { Standard } from '@layan/domain/standard/standard';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { aFiledCase, aNextChange, aTask } from '@layan/testing/builders/a-case';
import { aMember, aTenant } from '@layan/testing/builders/a-tenant';
import { caseIdOf, OTHER_AGENCY, staffIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { publishedVersion } from '@layan/testing/scenes/ultpk-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../case/run-command.ts';
import type { Membership } from '../ports/staff.ts';
import { releaseHeldTasks } from '../staff/release-held-tasks.ts';
import { makeAssignByLoad } from './assign-by-load.ts';

const role = 'facilitator';
const { agency } = ultpk;
const survey = ultpk.process.steps.find((step) => step.role === role)?.id ?? '';
const task = `${survey}.1`;
const areas = (...codes: string[]) => codes.map((code) => RegionCode.parse(code));
const JATI = RegionCode.parse('35.74.04.1003');
const standard = Standard.parse({
  ...ultpk,
  process: {
    ...ultpk.process,
    steps: ultpk.process.steps.map((step) => (step.id === survey ? { ...step, assign: 'leastLoad' } : step)),
  },
});
const version = publishedVersion(standard);
const ref = { id: version.standard.id, version: version.version, hash: version.hash };

const facilitator = (n: number, changes: Partial<Membership> = {}) =>
  aMember(n, { agency, roles: [role], ...changes });

async function office(...members: Membership[]) {
  const clock = fixedClock();
  const memory = memoryTenant(clock);
  const ports = { ...memory, clock, random: seededRandom('rota') };
  await memory.directory.save(aTenant());
  await memory.standards.saveDraft({ ...version, state: 'draft' });
  await memory.standards.publish(version, { before: { ...version, state: 'draft' } });
  for (const member of members) await memory.staff.save(member, undefined);
  /** A case whose survey waits, in Kelurahan Jati unless said otherwise. */
  const waits = async (n: number, area = JATI) => {
    const tasks = [aTask({ id: task, step: survey, role })];
    const filed = aFiledCase(n, { standard: ref, agency, area, tasks, promises: [] });
    await memory.cases.commit(filed);
  };
  const assign = (n: number) => makeAssignByLoad(ports)({ caseId: caseIdOf(n) });
  const holder = async (n: number) => (await memory.cases.find(caseIdOf(n)))?.snapshot.tasks[0]?.assignee?.id;
  return { ports, memory, clock, waits, assign, holder };
}

type Office = Awaited<ReturnType<typeof office>>;

const assignments = async ({ memory }: Pick<Office, 'memory'>, n: number): Promise<readonly CaseEvent[]> =>
  (await memory.figures.eventsAfter(caseIdOf(n), 0)).filter(({ body }) => body.type === 'taskAssigned');

const settle = async ({ memory }: Pick<Office, 'memory'>, n: number) => {
  const record = await memory.cases.find(caseIdOf(n));
  if (record) await memory.cases.commit(aNextChange(record, { tasks: [] }));
};

const release = async (
  { ports }: Pick<Office, 'ports'>,
  member: Membership,
  reason: 'byHolder' | 'byManager',
) => {
  const record = await ports.cases.find(caseIdOf(1));
  if (!record) throw new Error('the case is gone');
  const command = { type: 'releaseTask' as const, task, reason };
  return runCommand(ports, standard, record, command, byWorker(member));
};

describe('work given out by load', () => {
  it('goes to who holds the least', async () => {
    const { waits, assign, holder } = await office(facilitator(1), facilitator(2));
    for (const n of [1, 2, 3, 4]) {
      await waits(n);
      expect(await assign(n)).toEqual({ assigned: 1, unassigned: 0 });
    }
    const holders = await Promise.all([1, 2, 3, 4].map(holder));
    expect(holders.toSorted()).toEqual([1, 1, 2, 2].map(staffIdOf));
  });

  it('goes, among equals, to who was given work longest ago', async () => {
    const scene = await office(facilitator(1), facilitator(2), facilitator(3));
    const { waits, assign, holder, clock } = scene;
    const given = [];
    for (const n of [1, 2, 3, 4, 5, 6]) {
      clock.advance(3_600_000);
      await waits(n);
      await assign(n);
      const id = await holder(n);
      given.push(id);
      // Done at once, so that all are always equal.
      if (id) await settle(scene, n);
    }
    expect(given).toEqual([1, 2, 3, 1, 2, 3].map(staffIdOf));
  });

  it('goes to nobody outside the area, of another agency or role, or who has left', async () => {
    const { waits, assign, holder } = await office(
      facilitator(1, { areas: areas('35.74.01') }),
      facilitator(2, { agency: OTHER_AGENCY }),
      facilitator(3, { roles: ['frontOffice'] }),
      facilitator(4, { state: 'deactivated' }),
      facilitator(5, { areas: areas('35.74.02', '35.74.04') }),
    );
    await waits(1);
    await assign(1);
    expect(await holder(1)).toBe(staffIdOf(5));
  });

  it('counts those without areas for every area', async () => {
    const { waits, assign, holder } = await office(
      facilitator(1, { areas: areas('35.74.01') }),
      facilitator(2),
    );
    await waits(1);
    await assign(1);
    expect(await holder(1)).toBe(staffIdOf(2));
  });

  it('stays with everybody of the role when nobody covers the area, and says so', async () => {
    const { waits, assign, holder } = await office(facilitator(1, { areas: areas('35.74.01') }));
    await waits(1);
    expect(await assign(1)).toEqual({ assigned: 0, unassigned: 1 });
    expect(await holder(1)).toBeUndefined();
  });

  it('is nothing where the standard does not say so, or the case is unknown', async () => {
    const { memory, assign } = await office(facilitator(1, { roles: ['frontOffice'] }));
    const tasks = [
      aTask({ id: 'initial-verification.1', step: 'initial-verification', role: 'frontOffice' }),
    ];
    await memory.cases.commit(aFiledCase(1, { standard: ref, agency, tasks, promises: [] }));
    expect(await assign(1)).toEqual({ assigned: 0, unassigned: 0 });
    expect(await assign(99)).toEqual({ assigned: 0, unassigned: 0 });
  });
});

describe('pointers that come as they like', () => {
  it('give nothing twice when delivered twice', async () => {
    const { waits, assign, memory, holder } = await office(facilitator(1), facilitator(2));
    await waits(1);
    await assign(1);
    const first = await holder(1);
    expect(await assign(1)).toEqual({ assigned: 0, unassigned: 0 });
    expect(await holder(1)).toBe(first);
    expect(await assignments({ memory }, 1)).toHaveLength(1);
  });

  it('give one task to one person when two come at once', async () => {
    const { waits, assign, memory } = await office(facilitator(1), facilitator(2));
    await waits(1);
    await Promise.all([assign(1), assign(1), assign(1)]);
    expect(await assignments({ memory }, 1)).toHaveLength(1);
  });

  it('divide many tasks that come at once as evenly as one after the other', async () => {
    const members = [1, 2, 3, 4].map((n) => facilitator(n));
    const { waits, assign, holder } = await office(...members);
    const cases = Array.from({ length: 8 }, (_value, n) => n + 1);
    for (const n of cases) await waits(n);
    const results = await Promise.allSettled(cases.map(assign));
    // Who lost too many races is delivered again.
    for (const [at, result] of results.entries())
      if (result.status === 'rejected') await assign(cases[at] ?? 0);
    const holders = await Promise.all(cases.map(holder));
    const loads = members.map(({ id }) => holders.filter((holder) => holder === id).length);
    expect(loads).toEqual([2, 2, 2, 2]);
  });

  it('see what another has just given out, though it is not written yet', async () => {
    const { waits, assign, holder, memory, clock } = await office(facilitator(1), facilitator(2));
    const recent = [{ caseId: caseIdOf(9), task, to: staffIdOf(1), at: clock.now() }];
    const lastGiven = { [staffIdOf(2)]: clock.now() };
    await memory.rota.save(agency, role, { lastGiven, recent, revision: 1 }, undefined);
    await waits(1);
    await assign(1);
    expect(await holder(1)).toBe(staffIdOf(2));
  });

  it('keep the turn of whom it was noted for when the case changed under way', async () => {
    const place = await office(facilitator(1), facilitator(2));
    await place.waits(1);
    const at = place.clock.now();
    const lastGiven = { [staffIdOf(1)]: at };
    const recent = [{ caseId: caseIdOf(1), task, to: staffIdOf(1), at }];
    await place.memory.rota.save(agency, role, { lastGiven, recent, revision: 1 }, undefined);
    await place.assign(1);
    expect(await place.holder(1)).toBe(staffIdOf(1));
  });

  it('forget after a minute what was noted and never given', async () => {
    const { waits, assign, holder, memory, clock } = await office(facilitator(1), facilitator(2));
    const recent = [{ caseId: caseIdOf(9), task, to: staffIdOf(1), at: clock.now() }];
    const lastGiven = { [staffIdOf(2)]: clock.now() };
    await memory.rota.save(agency, role, { lastGiven, recent, revision: 1 }, undefined);
    clock.advance(60_000);
    await waits(1);
    await assign(1);
    expect(await holder(1)).toBe(staffIdOf(1));
  });

  it('give the task of somebody who died between noting and giving', async () => {
    const { waits, assign, holder, memory, clock } = await office(facilitator(1));
    const recent = [{ caseId: caseIdOf(1), task, to: staffIdOf(1), at: clock.now() }];
    await memory.rota.save(agency, role, { lastGiven: {}, recent, revision: 1 }, undefined);
    await waits(1);
    expect(await assign(1)).toEqual({ assigned: 1, unassigned: 0 });
    expect(await holder(1)).toBe(staffIdOf(1));
  });
});

describe('work that comes back', () => {
  it('for a second visit goes to who was there before', async () => {
    const { waits, assign, holder, memory } = await office(facilitator(1), facilitator(2));
    await waits(1);
    await assign(1);
    await waits(2);
    const record = memory.table.cases.get(caseIdOf(2));
    if (!record) throw new Error('the case is gone');
    const first = await holder(1);
    const workers = first ? { [survey]: first } : {};
    memory.table.cases.set(caseIdOf(2), { ...record, snapshot: { ...record.snapshot, workers } });
    await assign(2);
    expect(await holder(2)).toBe(first);
  });

  it('from somebody who left goes to the next', async () => {
    const { waits, assign, holder, ports, memory } = await office(facilitator(1), facilitator(2));
    await waits(1);
    await assign(1);
    const first = await holder(1);
    if (!first) throw new Error('nobody was given the task');
    const member = await memory.staff.find(first);
    if (member) await memory.staff.save({ ...member, state: 'deactivated', revision: 2 }, 1);
    expect(await releaseHeldTasks(ports, first)).toBe(1);
    expect(await assign(1)).toEqual({ assigned: 1, unassigned: 0 });
    expect(await holder(1)).not.toBe(first);
  });

  it('because its holder gave it back is not given to them again', async () => {
    const { waits, assign, holder, ports, memory } = await office(facilitator(1), facilitator(2));
    await waits(1);
    await assign(1);
    const first = await holder(1);
    const member = first && (await memory.staff.find(first));
    if (!member) throw new Error('nobody was given the task');
    await release({ ports }, member, 'byHolder');
    await assign(1);
    const second = await holder(1);
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
  });

  it('because its only holder gave it back waits for a person', async () => {
    const { waits, assign, holder, ports } = await office(facilitator(1));
    await waits(1);
    await assign(1);
    await release({ ports }, facilitator(1), 'byHolder');
    expect(await assign(1)).toEqual({ assigned: 0, unassigned: 1 });
    expect(await holder(1)).toBeUndefined();
  });

  it('because a manager took it waits for the manager', async () => {
    const { waits, assign, holder, ports } = await office(facilitator(1), facilitator(2));
    await waits(1);
    await assign(1);
    await release({ ports }, aMember(9, { agency, roles: ['serviceManager'] }), 'byManager');
    expect(await assign(1)).toEqual({ assigned: 0, unassigned: 1 });
    expect(await holder(1)).toBeUndefined();
  });
});
