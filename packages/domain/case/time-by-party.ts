// Who a case waited for, and how long: working time per role, for those who watch where a service loses its time.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { workingMsBetween } from '../deadline/open-time.ts';
import { dayPlan } from '../deadline/working-days.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseEvent, StandardRef } from './event.ts';
import { evolve } from './evolve.ts';
import { standardIn } from './fold-history.ts';
import type { CaseSnapshot, Task } from './snapshot.ts';

export interface PartyTime {
  /** service: a case of another service of the same agency; then the role is the id of that service. */
  readonly party: 'applicant' | 'staff' | 'external' | 'service';
  readonly role: string;
  readonly workingMinutes: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

type Waits = Map<
  string,
  { readonly party: PartyTime['party']; readonly role: string; readonly spans: Span[] }
>;

const add = (waits: Waits, party: PartyTime['party'], role: string, span: Span): void => {
  const key = `${party} ${role}`;
  const wait = waits.get(key) ?? { party, role, spans: [] };
  waits.set(key, wait);
  if (span.to > span.from) wait.spans.push(span);
};

const addTask = (index: ProcessIndex, waits: Waits, task: Task, span: Span, happened: number): void => {
  const step = index.steps.get(task.step);
  if (step?.subcase) {
    add(waits, 'service', step.subcase.service, span);
    return;
  }
  const party = index.roles.get(task.role)?.party ?? 'staff';
  // What a batch decided was waited for until then; that its cases hear of it one after another is nobody's time.
  if (step?.kind === 'line') {
    add(waits, party, task.role, { ...span, to: Math.min(span.to, Math.max(span.from, happened)) });
    return;
  }
  // What was done outside is theirs until it was done; the rest is who enters it.
  const theirs = step?.enteredBy === undefined ? span.to : Math.min(span.to, Math.max(span.from, happened));
  add(waits, party, task.role, { ...span, to: theirs });
  if (step?.enteredBy !== undefined && theirs < span.to)
    add(waits, 'staff', step.enteredBy, { ...span, from: theirs });
};

/** Spans that touch or overlap are one: two tasks of a role at once are waited for once. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && span.from <= last.to)
      whole.splice(-1, 1, { from: last.from, to: Math.max(last.to, span.to) });
    else whole.push(span);
  }
  return whole;
};

/** When the work on a task could begin: what came in before it was entered has waited since it came. */
const waitsSince = ({ filedAt, receivedAt }: CaseSnapshot, { openedAt }: Task): number =>
  openedAt === filedAt ? Math.min(epochMs(openedAt), epochMs(receivedAt)) : epochMs(openedAt);

/** When the work was done that an event enters; for each task it closes. */
const happenedAt = ({ body }: CaseEvent, { step }: Task): number =>
  body.type === 'stepCompleted' && body.step === step && body.happenedAt !== undefined
    ? epochMs(body.happenedAt)
    : Infinity;

/** A wait without the time in which the case was on hold: then it waited for nobody. */
const withoutHolds = (span: Span, holds: readonly Span[]): readonly Span[] =>
  holds.reduce(
    (parts: readonly Span[], hold) =>
      parts.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, hold.from) },
          { from: Math.max(from, hold.to), to },
        ].filter((part) => part.to > part.from),
      ),
    [span],
  );

/** Since when nobody could work on the case: it is on hold, or its data are only kept. */
const stillSince = ({ suspended, restricted }: CaseSnapshot): number | undefined => {
  const since = [suspended, restricted].flatMap((still) => (still ? [epochMs(still.at)] : []));
  return since.length === 0 ? undefined : Math.min(...since);
};

/** Each version of the standard that the case went through, or the one it always had. */
export type Versions = Standard | ((ref: StandardRef) => Standard);

/**
 * Working time by the hours of the office, in the order in which they were first waited for. Waits that several share
 * count for each. Open waits count to `until`; to the last event when absent.
 */
export const timeByParty = (
  versions: Versions,
  events: readonly CaseEvent[],
  calendar: TenantCalendar,
  until: InstantText | undefined = events.at(-1)?.at,
): readonly PartyTime[] => {
  const waits: Waits = new Map();
  const holds: Span[] = [];
  let standard = typeof versions === 'function' ? undefined : versions;
  let snapshot: CaseSnapshot | undefined;
  const close = (before: CaseSnapshot, task: Task, at: number, happened: number): void => {
    if (!standard) return;
    const index = indexOf(standard.process);
    for (const span of withoutHolds({ from: waitsSince(before, task), to: at }, holds))
      addTask(index, waits, task, span, happened);
  };
  for (const event of events) {
    const before = snapshot;
    const ref = standardIn(event);
    const next: Standard | undefined = ref && typeof versions === 'function' ? versions(ref) : standard;
    if (!next) throw new Error('the first event of a case files it');
    snapshot = evolve(next, before, event);
    const since = before && stillSince(before);
    if (since !== undefined && stillSince(snapshot) === undefined)
      holds.push({ from: since, to: epochMs(event.at) });
    for (const task of before?.tasks ?? [])
      if (before && !snapshot.tasks.some(({ id }) => id === task.id))
        close(before, task, epochMs(event.at), happenedAt(event, task));
    standard = next;
  }
  if (snapshot && until) {
    const since = stillSince(snapshot);
    if (since !== undefined) holds.push({ from: since, to: Infinity });
    for (const task of snapshot.tasks) close(snapshot, task, epochMs(until), Infinity);
  }
  const plan = dayPlan(calendar, 'office');
  return [...waits.values()].map(({ party, role, spans }) => {
    const ms = merged(spans).reduce((sum, { from, to }) => sum + workingMsBetween(plan, from, to), 0);
    return { party, role, workingMinutes: Math.floor(ms / 60_000) };
  });
};
