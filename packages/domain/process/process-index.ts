// A process arranged for looking up; made once per process and kept as long as the process is.

import type { Channel, Requirement } from '../standard/channel.ts';
import type { Deadline, Trigger } from '../standard/deadline.ts';
import type { Ending, Interruption, Suspension, Timer } from '../standard/ending.ts';
import type { Fact, Field } from '../standard/facts.ts';
import type { Process } from '../standard/process.ts';
import type { Product } from '../standard/product.ts';
import type { Outcome, Role, Step } from '../standard/step.ts';
import type { Marking } from './net.ts';

/** A moment that starts or stops the clock of a deadline, or both. */
export interface ClockMoment {
  readonly deadline: Deadline;
  readonly starts: boolean;
  readonly stops: boolean;
}

/** Steps or endings in order, all and by each place that they need. */
export interface ByPlace<T> {
  readonly all: readonly T[];
  readonly at: ReadonlyMap<string, readonly T[]>;
}

/** Names a moment: the same for all triggers that mean it. */
export const momentKey = (trigger: Trigger): string => {
  if ('step' in trigger) return `step ${trigger.step} ${trigger.outcome}`;
  if ('issued' in trigger) return `issued ${trigger.issued}`;
  return 'filed' in trigger ? 'filed' : 'ended';
};

export interface ProcessIndex {
  readonly process: Process;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Fields of a form over all its pages, in order. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  /** Groups of facts of a form of which at least one must be answered. */
  readonly groups: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly steps: ReadonlyMap<string, Step>;
  /** Steps that wait for somebody: tasks and supplies. */
  readonly works: readonly Step[];
  readonly routes: readonly Step[];
  /** The same by each place that they need; see `candidates`. */
  readonly at: {
    readonly works: ByPlace<Step>;
    readonly routes: ByPlace<Step>;
    readonly endings: ByPlace<Ending>;
  };
  readonly endings: ReadonlyMap<string, Ending>;
  readonly interruptions: ReadonlyMap<string, Interruption>;
  readonly timers: ReadonlyMap<string, Timer>;
  readonly suspensions: ReadonlyMap<string, Suspension>;
  readonly deadlines: ReadonlyMap<string, Deadline>;
  /** What each moment does to clocks, in the order of the deadlines; see `momentKey`. */
  readonly clocks: ReadonlyMap<string, readonly ClockMoment[]>;
  /** Deadlines until a date that is agreed. */
  readonly agreements: readonly Deadline[];
  /** Deadlines with an outer limit; a limit that has one itself comes before those that it limits. */
  readonly limited: readonly Deadline[];
  readonly products: ReadonlyMap<string, Product>;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** How many limits are behind it; where they go round, one for each deadline. */
const limitsBehind = (deadlines: ReadonlyMap<string, Deadline>, { within }: Deadline): number => {
  let count = 0;
  let limit = deadlines.get(within ?? '');
  for (; limit && count < deadlines.size; limit = deadlines.get(limit.within ?? '')) count += 1;
  return count;
};

const limitedOf = ({ deadlines }: Process): readonly Deadline[] => {
  const known = byId(deadlines);
  const behind = (deadline: Deadline) => limitsBehind(known, deadline);
  return deadlines
    .filter(({ within }) => within !== undefined)
    .sort((one, other) => behind(one) - behind(other));
};

const clocksOf = ({ deadlines }: Process): ReadonlyMap<string, readonly ClockMoment[]> => {
  const clocks = new Map<string, ClockMoment[]>();
  for (const deadline of deadlines) {
    const starting = momentKey(deadline.starts);
    const stopping = new Set(deadline.stops.map(momentKey));
    for (const key of new Set([starting, ...stopping])) {
      const moment = { deadline, starts: key === starting, stops: stopping.has(key) };
      clocks.set(key, [...(clocks.get(key) ?? []), moment]);
    }
  }
  return clocks;
};

const byPlace = <T extends { readonly after: readonly string[] }>(all: readonly T[]): ByPlace<T> => {
  const places = all.flatMap(({ after }) => after);
  return {
    all,
    at: new Map(places.map((place) => [place, all.filter(({ after }) => after.includes(place))])),
  };
};

/** Those that may have all that they need. Mostly one place is marked, and then only what needs that is looked at. */
export const candidates = <T>({ all, at }: ByPlace<T>, marking: Marking): readonly T[] => {
  const [place] = marking;
  return place === undefined || marking.length > 1 ? all : (at.get(place) ?? []);
};

const build = (process: Process): ProcessIndex => {
  const works = process.steps.filter((step) => step.kind !== 'route');
  const routes = process.steps.filter((step) => step.kind === 'route');
  return {
    process,
    facts: byId(process.facts),
    fields: new Map(process.forms.map((form) => [form.id, form.pages.flatMap((page) => page.fields)])),
    groups: new Map(process.forms.map((form) => [form.id, form.atLeastOne ?? []])),
    roles: byId(process.roles),
    channels: byId(process.channels),
    requirements: byId(process.requirements),
    steps: byId(process.steps),
    works,
    routes,
    at: { works: byPlace(works), routes: byPlace(routes), endings: byPlace(process.endings) },
    endings: byId(process.endings),
    interruptions: byId(process.interruptions),
    timers: byId(process.timers),
    suspensions: byId(process.suspensions ?? []),
    deadlines: byId(process.deadlines),
    clocks: clocksOf(process),
    agreements: process.deadlines.filter(({ duration }) => duration.unit === 'agreed'),
    limited: limitedOf(process),
    products: byId(process.products),
  };
};

const built = new WeakMap<Process, ProcessIndex>();

export const indexOf = (process: Process): ProcessIndex => {
  const known = built.get(process);
  if (known) return known;
  const index = build(process);
  built.set(process, index);
  return index;
};

export const findOutcome = (step: Step, id: string): Outcome | undefined =>
  step.outcomes.find((outcome) => outcome.id === id);

const noFields: readonly Field[] = [];

/** Fields of a form by its id; none when there is no such form. The same list each time, so that it can be looked up by. */
export const fieldsOf = (index: ProcessIndex, form: string | undefined): readonly Field[] =>
  (form === undefined ? undefined : index.fields.get(form)) ?? noFields;

/** Groups of a form by its id; see `groups`. */
export const groupsOf = (index: ProcessIndex, form: string | undefined): readonly (readonly string[])[] =>
  (form === undefined ? undefined : index.groups.get(form)) ?? [];

/**
 * For what a parsed, checked standard must contain: its absence is a bug, not an answer. The engine looks up all the time, so
 * kind and id are given apart and put into words only when there is something to say.
 */
export const mustHave = <T>(found: T | undefined, what: string, id = ''): T => {
  if (found === undefined) throw new Error(`the standard has no ${what} ${id}`);
  return found;
};
