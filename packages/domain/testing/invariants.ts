// What holds in every state of every case, whatever has happened. Each check throws with what it saw.

import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { CaseEvent } from '../case/event.ts';
import { evolve } from '../case/evolve.ts';
import { newestOf } from '../case/evolve-products.ts';
import { restriction } from '../case/pauses.ts';
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
  for (const { promise, dueAt, from, limitedBy } of promises) {
    const deadline = mustHave(indexOf(standard.process).deadlines.get(promise), promise);
    check(epochMs(dueAt) > epochMs(from), 'a promise is due after it starts', promise);
    const { unit } = deadline.duration;
    // What a limit holds is due with it, in whatever hours that counts.
    if (limitedBy !== undefined) continue;
    if (unit !== 'agreed' && !unit.startsWith('working_')) continue;
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

const isOpenState = (state: string): boolean => ['conditional', 'running', 'paused'].includes(state);

const pausesFollowMarking = (
  standard: Standard,
  { marking, promises, suspended, restricted, tasks }: CaseSnapshot,
): void => {
  const index = indexOf(standard.process);
  const parties = tasks.map(({ role }) => index.roles.get(role)?.party);
  for (const { promise, state, pausedAt, suspension } of promises) {
    if (!isOpenState(state)) continue;
    const { pausedWhile = [], pausedFor } = mustHave(index.deadlines.get(promise), promise);
    const waits =
      parties.length > 0 && parties.every((party) => pausedFor?.some((one) => one === party) ?? false);
    const held = restricted !== undefined || suspended !== undefined;
    const still = held || waits || pausedWhile.some((place) => marking.includes(place));
    check(still === (pausedAt !== undefined), 'a clock stands still exactly while it is said to', {
      promise,
      marking,
    });
    check(
      suspension === (restricted ? restriction : suspended?.suspension),
      'a clock knows what it is held up by',
      promise,
    );
  }
};

/** Times have bounds, and what was agreed last is what counts. */
const timeIsBounded = ({ process }: Standard, { promises, suspensions = {}, facts }: CaseSnapshot): void => {
  for (const { id, atMost } of process.suspensions ?? []) {
    check((suspensions[id] ?? 0) <= atMost, 'no case is put on hold more often than it may', suspensions);
  }
  for (const { promise, ledger, agreed, state } of promises) {
    const { extension, duration } = mustHave(indexOf(process).deadlines.get(promise), promise);
    const extended = ledger.filter(({ turn }) => turn === 'extended').length;
    check(extended <= (extension?.atMost ?? 0), 'no promise is extended more often than it may', ledger);
    if (duration.unit !== 'agreed' || !isOpenState(state)) continue;
    check(agreed === facts[duration.fact], 'the date that was agreed last counts', { promise, agreed });
  }
};

/** What runs beside its outer limit is due no later. */
const limitsHold = ({ process }: Standard, { promises }: CaseSnapshot): void => {
  const running = promises.filter(({ state }) => state === 'running');
  for (const { promise, dueAt, from } of running) {
    const within = indexOf(process).deadlines.get(promise)?.within;
    const limit = running.find((other) => other.promise === within);
    const held = !limit || limit.dueAt <= from || epochMs(dueAt) <= epochMs(limit.dueAt);
    check(held, 'no promise outlasts the outer limit that runs', { promise, dueAt, limit: limit?.dueAt });
  }
};

/** One case for each task that waits for one; done with it, the task is. */
const subcasesFollowTasks = ({ subcases = [], tasks }: CaseSnapshot): void => {
  check(new Set(subcases.map(({ task }) => task)).size === subcases.length, 'one case for a task', subcases);
  check(
    subcases.every(({ task, ended }) => ended || tasks.some(({ id }) => id === task)),
    'a case is waited for while its task waits',
    subcases,
  );
};

/** A line that has left stays out and is not forgotten; a case that a batch let go of has heard of it. */
const linesAreKept = (standard: Standard, { lines, batch }: CaseSnapshot): void => {
  check((standard.process.lines === undefined) === (lines === undefined), 'a batch has lines', lines);
  const ids = (lines ?? []).map(({ caseId }) => caseId);
  check(new Set(ids).size === ids.length, 'a line stands in a batch once', lines);
  check(
    (lines?.length ?? 0) <= (standard.process.lines?.atMost ?? 0),
    'a batch is no larger than it may be',
    ids.length,
  );
  check(!batch?.left || batch.seq > 0, 'a batch lets go of a case by something that happened in it', batch);
};

const endIsTheEnd = (standard: Standard, snapshot: CaseSnapshot): void => {
  const { marking, tasks, timers, promises, products, returned, suspended } = snapshot;
  check(
    marking.length + tasks.length + timers.length === 0 && !returned && !suspended,
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
    subcasesFollowTasks(snapshot);
    timeIsBounded(standard, snapshot);
    limitsHold(standard, snapshot);
  }
  boundsAreKept(standard, snapshot);
  linesAreKept(standard, snapshot);
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

/** Reckoned again from the beginning, every clock and every timer stands where it stands. */
const nothingMovesByItself = (standard: Standard, snapshot: CaseSnapshot, context: DecideContext): void => {
  const system = { ...context, by: { party: 'system' } } as const;
  const movedIn = (now: CaseSnapshot) => {
    const again = decide(standard, now, { type: 'reckonPromises', causes: [] }, system);
    return again.ok ? again.value.filter(({ body: { type } }) => type.endsWith('Moved')) : [again];
  };
  let moved = movedIn(snapshot);
  if (moved.length > 0) {
    // What is overdue is broken first: a limit that is past holds nothing back any more.
    const swept = decide(standard, snapshot, { type: 'checkPromises' }, system);
    const broken = swept.ok && swept.value.some(({ body }) => body.type === 'promiseBroken');
    if (swept.ok && broken)
      moved = movedIn(swept.value.reduce((now, event) => evolve(standard, now, event), snapshot));
  }
  check(moved.length === 0, 'what is reckoned again comes to the same', moved);
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
  nothingMovesByItself(standard, after, context);
};
