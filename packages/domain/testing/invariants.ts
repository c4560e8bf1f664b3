// What holds in every state of every case, whatever has happened. Each check throws with what it saw.

import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { CaseEvent } from '../case/event.ts';
import { newestOf } from '../case/evolve-products.ts';
import { CaseSnapshot } from '../case/snapshot.ts';
import { CaseStatus, caseStatus } from '../case/status.ts';
import type { DecideContext } from '../case/turn.ts';
import { dayPlan } from '../deadline/working-days.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { epochMs } from '../kernel/instant.ts';
import { isMarked } from '../process/net.ts';
import { indexOf, mustHave } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';

const check = (holds: boolean, what: string, seen: unknown): void => {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().every((item, at) => item === [...b].sort()[at]);

const tasksFollowMarking = (standard: Standard, { marking, tasks }: CaseSnapshot): void => {
  const active = indexOf(standard.process).works.filter(({ after }) => isMarked(marking, after));
  check(
    same(
      tasks.map(({ step }) => step),
      active.map(({ id }) => id),
    ),
    'one open task per active step',
    { marking, tasks },
  );
};

const timersFollowMarking = (standard: Standard, { marking, timers }: CaseSnapshot): void => {
  const armed = standard.process.timers.filter((timer) => marking.includes(timer.while)).map(({ id }) => id);
  check(
    same(
      timers.map(({ timer }) => timer),
      armed,
    ),
    'timers are armed exactly while their place is marked',
    { marking, timers },
  );
};

const promisesEndInOfficeHours = (
  standard: Standard,
  { promises }: CaseSnapshot,
  { calendar }: DecideContext,
): void => {
  for (const { promise, dueAt, from } of promises) {
    const deadline = indexOf(standard.process).deadlines.get(promise);
    check(
      deadline !== undefined && epochMs(dueAt) > epochMs(from),
      'a promise is due after it starts',
      promise,
    );
    if (!deadline?.duration.unit.startsWith('working_')) continue;
    const plan = dayPlan(calendar, deadline.calendar);
    const due = epochMs(dueAt);
    const { spans } = plan.day(plan.dayNumber(due));
    check(
      spans.some((span) => span.from <= due && due <= span.to),
      'no promise is due while the office is closed',
      dueAt,
    );
  }
};

const pausesFollowMarking = (
  standard: Standard,
  { marking, promises, suspended, tasks }: CaseSnapshot,
): void => {
  const index = indexOf(standard.process);
  const parties = tasks.map(({ role }) => index.roles.get(role)?.party);
  for (const { promise, state, pausedAt } of promises) {
    if (!['conditional', 'running', 'paused'].includes(state)) continue;
    const { pausedWhile = [], pausedFor } = mustHave(index.deadlines.get(promise), promise);
    const waits = parties.every((party) => pausedFor?.some((one) => one === party) ?? false);
    const still = suspended !== undefined || waits || pausedWhile.some((place) => marking.includes(place));
    check(still === (pausedAt !== undefined), 'a clock stands still exactly while it is said to', {
      promise,
      marking,
    });
  }
};

const endIsTheEnd = (standard: Standard, snapshot: CaseSnapshot): void => {
  const { marking, tasks, timers, promises, products, returned } = snapshot;
  check(
    marking.length + tasks.length + timers.length === 0 && !returned,
    'nothing is left at the end',
    snapshot,
  );
  check(
    promises.every(({ state }) => ['kept', 'broken', 'dropped'].includes(state)),
    'every promise is settled at the end',
    promises,
  );
  for (const { id } of standard.process.products) {
    check(
      newestOf(products, id)?.state !== 'provisional',
      'no case ends while its product is provisional',
      products,
    );
  }
};

const boundsOf = new WeakMap<Standard, ReadonlyMap<string, number>>();

const bounds = (standard: Standard): ReadonlyMap<string, number> => {
  const found = boundsOf.get(standard);
  if (found) return found;
  const outcomes = standard.process.steps.flatMap((step) =>
    step.outcomes.flatMap(({ id, atMost }): [string, number][] =>
      atMost === undefined ? [] : [[`${step.id}:${id}`, atMost]],
    ),
  );
  const made = new Map(outcomes);
  boundsOf.set(standard, made);
  return made;
};

const boundsAreKept = (standard: Standard, { taken }: CaseSnapshot): void => {
  for (const [key, atMost] of bounds(standard)) {
    check((taken[key] ?? 0) <= atMost, 'no outcome is chosen more often than it may', key);
  }
};

/** Cheap: after every transition. */
export const mustHold = (standard: Standard, snapshot: CaseSnapshot): void => {
  const { marking } = snapshot;
  check(new Set(marking).size === marking.length, 'a place is marked once', marking);
  if (snapshot.ended) endIsTheEnd(standard, snapshot);
  else {
    check(marking.length > 0, 'an open case is somewhere', snapshot);
    tasksFollowMarking(standard, snapshot);
    timersFollowMarking(standard, snapshot);
    pausesFollowMarking(standard, snapshot);
  }
  boundsAreKept(standard, snapshot);
};

const afterEnd = ['promiseKept', 'promiseBroken', 'promiseDropped'];

const nothingFollowsTheEnd = (events: readonly CaseEvent[]): void => {
  const end = events.findIndex(({ body }) => body.type === 'caseEnded');
  const later = end < 0 ? [] : events.slice(end + 1).map(({ body }) => body.type);
  check(
    later.every((type) => afterEnd.includes(type)),
    'only promises are settled after the end',
    later,
  );
};

/** Costly: the schemas, and that deciding is a function. */
export const mustHoldAfter = (
  standard: Standard,
  context: DecideContext,
  before: CaseSnapshot,
  command: CaseCommand,
  events: readonly CaseEvent[],
  after: CaseSnapshot,
): void => {
  check(
    canonicalJson(CaseSnapshot.parse(after)) === canonicalJson(after),
    'a snapshot is what its schema says',
    after,
  );
  CaseStatus.parse(caseStatus(standard, after));
  for (const event of events) CaseEvent.parse(event);
  const again = decide(standard, before, command, context);
  check(
    again.ok && canonicalJson(again.value) === canonicalJson(events),
    'deciding again decides the same',
    command,
  );
  promisesEndInOfficeHours(standard, after, context);
  nothingFollowsTheEnd(events);
};
