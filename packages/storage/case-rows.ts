// What is written beside a case so that it is found: inbox rows, the moment it is due, and the locks it takes.
import type { CaseChange, InboxRow, UniqueLock } from '@layan/application/ports/cases';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import type { InstantText } from '@layan/domain/kernel/ids';

const earliest = (instants: readonly InstantText[]): InstantText | undefined =>
  instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];

const runningPromises = (snapshot: CaseSnapshot) =>
  snapshot.promises.filter(({ state }) => state === 'running').map(({ dueAt }) => dueAt);

/** Orders the inbox. */
export const earliestPromise = (snapshot: CaseSnapshot) => earliest(runningPromises(snapshot));

/** When time alone will next do something to the case: a timer fires or a promise breaks. */
export const nextMoment = (snapshot: CaseSnapshot): InstantText | undefined =>
  snapshot.ended === undefined
    ? earliest([...snapshot.timers.map(({ firesAt }) => firesAt), ...runningPromises(snapshot)])
    : undefined;

export function inboxRow(
  { after, status, stepLabels }: Pick<CaseChange, 'after' | 'status' | 'stepLabels'>,
  task: Task,
): InboxRow {
  const { snapshot } = after;
  const dueAt = earliestPromise(snapshot);
  return {
    caseId: snapshot.id,
    ticket: snapshot.ticket,
    task,
    service: status.service,
    stepLabel: stepLabels[task.step] ?? task.step,
    receivedAt: snapshot.receivedAt,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(snapshot.area === undefined ? {} : { area: snapshot.area }),
    displayName: after.displayName,
    key: after.key,
  };
}

const lockName = ({ group, index }: UniqueLock) => `${group}#${index}`;
const distinct = (locks: readonly UniqueLock[]) => [
  ...new Map(locks.map((lock) => [lockName(lock), lock])).values(),
];

/** A product replaced by one of the same group releases and acquires the same lock: then it is kept. */
export function netLocks({ acquire, release }: Pick<CaseChange, 'acquire' | 'release'>) {
  const acquired = distinct(acquire);
  const kept = new Set(acquired.map(lockName));
  return { acquire: acquired, release: distinct(release).filter((lock) => !kept.has(lockName(lock))) };
}
