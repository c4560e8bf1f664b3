// Who is away of those that a task waits for: seen before anything waits for weeks.
import { byWorker } from '@layan/domain/access/worker';
import { refuseRole } from '@layan/domain/case/authority';
import { newestOf } from '@layan/domain/case/evolve-products';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Membership } from '../ports/staff.ts';
import { awayUntil } from '../staff/absence.ts';
import { signsOf } from './letter-views.ts';

/** "Sekretaris sedang tidak di tempat sampai 3 Maret 2026" */
export const awaySentence = (who: string, until: string): string =>
  `${who} sedang tidak di tempat sampai ${plainDateInWords(until)}`;

/** Somebody by name, if they are away. */
export const personAway = (
  members: readonly Membership[],
  id: string | undefined,
  today: string,
): readonly string[] => {
  const member = members.find((one) => one.id === id);
  const until = member && awayUntil(member, today);
  return member && until !== undefined ? [awaySentence(member.name, until)] : [];
};

/** Of everybody whose work it is, none is there: until the first is back. */
const roleAway = (
  index: ProcessIndex,
  { agency, area }: CaseSnapshot,
  role: string,
  members: readonly Membership[],
  today: string,
): readonly string[] => {
  const holders = members.filter(
    (member) =>
      member.agency === agency &&
      member.state === 'active' &&
      refuseRole(index, role, area, byWorker(member)) === undefined,
  );
  const back = holders.map((member) => awayUntil(member, today));
  if (holders.length === 0 || back.some((until) => until === undefined)) return [];
  const [first] = back.filter((until) => until !== undefined).toSorted();
  return first === undefined ? [] : [awaySentence(index.roles.get(role)?.label ?? role, first)];
};

export const awayFor = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  task: Task,
  members: readonly Membership[],
  today: string,
): readonly string[] => {
  if (task.assignee) return personAway(members, task.assignee.id, today);
  const step = index.steps.get(task.step);
  const { signs } = step ? signsOf(index, step) : {};
  const signatory = signs === undefined ? undefined : newestOf(snapshot.products, signs)?.signatory;
  return signatory
    ? personAway(members, signatory.id, today)
    : roleAway(index, snapshot, task.role, members, today);
};
