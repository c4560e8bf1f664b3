// What is written beside a case so that it is found: inbox rows, the moment it is due, and the locks it takes.
import type { CaseChange, InboxLetter, InboxRow, SigningStep } from '@layan/application/ports/cases';
import type { UniqueLock } from '@layan/application/ports/locks';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import type { InstantText } from '@layan/domain/kernel/ids';
import { isInForce } from '@layan/domain/product/product-state';

const earliest = (instants: readonly InstantText[]): InstantText | undefined =>
  instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];

const dueDates = (snapshot: CaseSnapshot, state: 'running' | 'broken') =>
  snapshot.promises.filter((promise) => promise.state === state).map(({ dueAt }) => dueAt);

/** Orders the inbox. A promise that was broken while nothing else runs is the most urgent of all. */
export const earliestPromise = (snapshot: CaseSnapshot) =>
  earliest(dueDates(snapshot, 'running')) ?? earliest(dueDates(snapshot, 'broken'));

/** Products of an ended case that are in force until some day. */
const expiries = ({ products }: CaseSnapshot): readonly InstantText[] =>
  products.flatMap(({ state, validUntil }) => (validUntil && isInForce(state) ? [validUntil] : []));

/** While a case is on hold, no timer fires: it only goes on. While its data are only kept, not even that. */
const openMoments = (snapshot: CaseSnapshot): readonly InstantText[] => {
  if (snapshot.restricted) return [];
  return snapshot.suspended
    ? [snapshot.suspended.until]
    : [...snapshot.timers.map(({ firesAt }) => firesAt), ...dueDates(snapshot, 'running')];
};

/** When time alone will next do something to the case: a timer fires, a promise breaks, it goes on, a product expires. */
export const nextMoment = (snapshot: CaseSnapshot): InstantText | undefined =>
  earliest(snapshot.ended === undefined ? openMoments(snapshot) : expiries(snapshot));

const measureOf = ({ promises }: CaseChange['status'], dueAt: InstantText | undefined) => {
  const promise = promises.find(
    (candidate) => ['running', 'broken'].includes(candidate.state) && candidate.dueAt === dueAt,
  );
  return promise && { duration: promise.duration, calendar: promise.calendar };
};

type Shown = Pick<
  CaseChange,
  'after' | 'status' | 'stepLabels' | 'givenOut' | 'initials' | 'signs' | 'standIns' | 'seenBy'
>;

/** A task stands in the inbox of its role, and of each that may stand in: a row each, so that an inbox is one query. */
export const inboxRows = (change: Shown, task: Task): readonly InboxRow[] => {
  const row = inboxRow(change, task);
  const others = change.standIns?.[task.step] ?? [];
  return [row, ...others.map((standIn) => ({ ...row, standIn }))];
};

/** Names the row of a task among all rows of its case. */
export const rowName = (task: string, standIn: InboxRow['standIn']): string =>
  standIn ? `${task}@${standIn.role}` : task;

/** The frozen letter that waits at a step to be signed. */
const letterAt = (snapshot: CaseSnapshot, signing: SigningStep | undefined): InboxLetter | undefined => {
  const record = snapshot.products.findLast(({ product }) => product === signing?.product);
  if (!signing || record?.state !== 'frozen') return undefined;
  const { id, number, prepared, signatory } = record;
  const { label, outcome, plain, capacities } = signing;
  return {
    ...{ id, label, outcome, plain, seq: snapshot.seq },
    ...(number === undefined ? {} : { number }),
    ...(prepared ? { method: prepared.method } : {}),
    ...(signatory
      ? {
          signatory: {
            id: signatory.id,
            name: signatory.name,
            as: capacities[signatory.role] ?? signatory.role,
          },
        }
      : {}),
  };
};

export function inboxRow(
  { after, status, stepLabels, givenOut, initials, signs, seenBy }: Omit<Shown, 'standIns'>,
  task: Task,
): InboxRow {
  const { snapshot } = after;
  const dueAt = earliestPromise(snapshot);
  const measure = measureOf(status, dueAt);
  const initial = initials?.[task.step];
  const letter = letterAt(snapshot, signs?.[task.step]);
  return {
    caseId: snapshot.id,
    ticket: snapshot.ticket,
    task,
    service: status.service,
    stepLabel: stepLabels[task.step] ?? task.step,
    receivedAt: snapshot.receivedAt,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(measure === undefined ? {} : { measure }),
    ...(snapshot.area === undefined ? {} : { area: snapshot.area }),
    ...(givenOut?.includes(task.step) ? { givenOut: true as const } : {}),
    ...(initial === undefined ? {} : { initials: initial }),
    ...(letter === undefined ? {} : { letter }),
    ...(seenBy === undefined ? {} : { seenBy }),
    displayName: after.displayName,
    key: after.key,
  };
}

const lockName = ({ group, index }: UniqueLock) => `${group}#${index}`;
const distinct = <T extends UniqueLock>(locks: readonly T[]) => [
  ...new Map(locks.map((lock) => [lockName(lock), lock])).values(),
];

/** A product replaced by one of the same group releases and acquires the same lock: then it is kept. */
export function netLocks({ acquire, release }: Pick<CaseChange, 'acquire' | 'release'>) {
  const acquired = distinct(acquire);
  const kept = new Set(acquired.map(lockName));
  return { acquire: acquired, release: distinct(release).filter((lock) => !kept.has(lockName(lock))) };
}
