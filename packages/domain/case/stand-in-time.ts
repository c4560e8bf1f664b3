// Stand-ins for what people do to the time of a case, and for the cases of other services that it waits for.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import { addWorkingDays } from '../deadline/working-time.ts';
import { CaseId, type InstantText } from '../kernel/ids.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Turn as Move } from '../standard/example.ts';
import type { By, CaseCommand } from './command.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { byRole, clock, sealed } from './stand-in-people.ts';

/** When it is done, by whose calendar: what is agreed must still come. */
export interface Moment {
  readonly now: InstantText;
  readonly calendar: TenantCalendar;
}

/** The next day on which everything is open that is agreed by this fact; undefined where nothing is. */
export const agreedDay = (
  { agreements }: ProcessIndex,
  fact: string,
  moment?: Moment,
): string | undefined => {
  const agreed = agreements.find(({ duration }) => duration.unit === 'agreed' && duration.fact === fact);
  if (!agreed || !moment) return undefined;
  const { now, calendar } = moment;
  return addWorkingDays(calendar, agreed.calendar, dateIn(calendar.zone, now), 1);
};

export interface Commanded {
  readonly command: CaseCommand;
  readonly by: By;
}

/** A case that a step waits for and that is not opened yet; undefined where there is none. */
export const linkAs = (index: ProcessIndex, snapshot: CaseSnapshot): Commanded | undefined => {
  const task = snapshot.tasks.find(
    ({ id, step }) =>
      index.steps.get(step)?.kind === 'subcase' && !snapshot.subcases?.some((child) => child.task === id),
  )?.id;
  if (task === undefined) return undefined;
  const child = CaseId.parse(String((snapshot.subcases ?? []).length + 1).padStart(26, '0'));
  return { command: { type: 'linkSubcase', task, caseId: child, ticket: '1111-1111-1' }, by: clock };
};

const noCase = CaseId.parse('0'.repeat(26));

export const subcaseAs = (snapshot: CaseSnapshot, move: Extract<Move, { subcase: string }>): Commanded => {
  const { subcase: step, ending, facts = {} } = move;
  const child = snapshot.subcases?.findLast((linked) => linked.step === step)?.caseId ?? noCase;
  return { command: { type: 'endSubcase', step, caseId: child, ending, facts }, by: clock };
};

export const heldAs = (
  index: ProcessIndex,
  { suspended }: CaseSnapshot,
  move: Move,
): Commanded | undefined => {
  const ofSuspension = (id: string) => byRole(index.roles.get(index.suspensions.get(id)?.role ?? ''), id);
  if ('suspend' in move) {
    const { suspend: suspension } = move;
    return { command: { type: 'suspend', suspension, note: sealed }, by: ofSuspension(suspension) };
  }
  return 'resume' in move
    ? { command: { type: 'resume' }, by: ofSuspension(suspended?.suspension ?? '') }
    : undefined;
};

export const extendAs = (index: ProcessIndex, promise: string): Commanded => {
  const role = index.deadlines.get(promise)?.extension?.role ?? '';
  return {
    command: { type: 'extendPromise', promise, note: sealed },
    by: byRole(index.roles.get(role), promise),
  };
};
