// Gives open tasks of a case to whoever covers its area and has the least work, where the standard says so. Repeated, late
// or at the same time as others it gives nothing twice; who gives out first is seen by who comes next.
import { byWorker } from '@layan/domain/access/worker';
import { standInFor } from '@layan/domain/case/authority';
import type { Task } from '@layan/domain/case/snapshot';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { runCommand } from '../case/run-command.ts';
import type { CommandPorts } from '../case/run-decision.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Rota } from '../ports/rota.ts';
import type { Ports } from '../ports/surroundings.ts';
import { asStaff } from './as-staff.ts';
import { candidatesFor } from './candidates.ts';
import { chooseAssignee } from './choose-assignee.ts';
import { givenBack } from './given-back.ts';

export interface Assigned {
  readonly assigned: number;
  /** Nobody who covers the area could be given these: they stay with everybody of the role. */
  readonly unassigned: number;
}

export type AssignPorts = CommandPorts & Pick<Ports, 'standards' | 'staff' | 'figures' | 'rota'>;

const attempts = 8;
/** What was given longer ago shows among what they hold, or was never written. */
const recentMs = 60_000;

/** Tasks that nobody holds; the standard need not be opened for a case without. */
const free = ({ snapshot }: CaseRecord): readonly Task[] =>
  snapshot.ended ? [] : snapshot.tasks.filter(({ assignee }) => assignee === undefined);

const isGivenOut = ({ process }: Standard, { step }: Task): boolean =>
  indexOf(process).steps.get(step)?.assign === 'leastLoad';

const withGiven = (rota: Rota | undefined, recent: Rota['recent'], given: Rota['recent'][number]): Rota => ({
  lastGiven: { ...rota?.lastGiven, [given.to]: given.at },
  recent: [...recent, given],
  revision: (rota?.revision ?? 0) + 1,
});

const isRecent =
  (now: InstantText) =>
  (given: Rota['recent'][number]): boolean =>
    epochMs(now) - epochMs(given.at) < recentMs;

const isOf =
  (caseId: CaseId, task: Task) =>
  (given: Rota['recent'][number]): boolean =>
    given.caseId === caseId && given.task === task.id;

/** The turn is noted before the task is given: who gives out at the same moment finds it taken. */
const giveOut = async (
  ports: AssignPorts,
  standard: Standard,
  record: CaseRecord,
  task: Task,
): Promise<'assigned' | 'nobody' | 'settled' | 'again'> => {
  const { snapshot } = record;
  const now = ports.clock.now();
  const past = givenBack(await ports.figures.eventsAfter(snapshot.id, 0), task.id);
  if (past.waitsForPeople) return 'nobody';
  const rota = await ports.rota.find(snapshot.agency, task.role);
  const noted = (rota?.recent ?? []).filter(isRecent(now));
  const isThis = isOf(snapshot.id, task);
  const recent = noted.filter((given) => !isThis(given));
  const index = indexOf(standard.process);
  const fit = await candidatesFor(ports, index, snapshot, task, recent);
  const step = index.steps.get(task.step);
  // The rule asks those whose work it is; who stands in for them is asked by people.
  const own = fit.filter(({ member }) => !step || !standInFor(index, snapshot, step, byWorker(member)));
  const willing = own.filter(({ member }) => !past.by.has(member.id));
  // Who was there before goes again: the family knows them, and they know the way.
  const before = willing.find(({ member }) => member.id === snapshot.workers[task.step]);
  // Whose turn was noted when the case changed under way has not had it yet.
  const turn = noted.find(isThis)?.to;
  const inTurn = willing.find(({ member }) => member.id === turn);
  const chosen = before ?? inTurn ?? chooseAssignee(willing, rota?.lastGiven ?? {});
  if (!chosen) return 'nobody';
  const to = asStaff(chosen.member);
  const given = { caseId: snapshot.id, task: task.id, to: to.id, at: now };
  const next = withGiven(rota, recent, given);
  if (!(await ports.rota.save(snapshot.agency, task.role, next, rota?.revision)).ok) return 'again';
  const ran = await runCommand(
    ports,
    standard,
    record,
    { type: 'assignTask', task: task.id, to, why: 'leastLoad' },
    { party: 'system' },
  );
  if (ran.ok) return 'assigned';
  return ran.error.code === 'changed-meanwhile' ? 'again' : 'settled';
};

export const makeAssignByLoad =
  (ports: AssignPorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<Assigned> => {
    const looked = new Set<string>();
    let assigned = 0;
    let unassigned = 0;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const record = await ports.cases.find(caseId);
      const open = record ? free(record).filter(({ id }) => !looked.has(id)) : [];
      if (!record || open.length === 0) return { assigned, unassigned };
      const { standard } = await ports.standards.getPinned(record.snapshot.standard);
      const task = open.find((one) => isGivenOut(standard, one));
      if (!task) return { assigned, unassigned };
      const done = await giveOut(ports, standard, record, task);
      if (done === 'again') continue;
      looked.add(task.id);
      if (done === 'assigned') assigned += 1;
      if (done === 'nobody') unassigned += 1;
    }
    throw new Error(`Work of case ${caseId} was not given out in ${attempts} attempts.`);
  };
