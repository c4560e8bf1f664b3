// A process arranged for looking up; made once per process and kept as long as the process is.

import type { Channel, Requirement } from '../standard/channel.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Ending, Interruption, Suspension, Timer } from '../standard/ending.ts';
import type { Fact, Field } from '../standard/facts.ts';
import type { Process } from '../standard/process.ts';
import type { Product } from '../standard/product.ts';
import type { Outcome, Role, Step } from '../standard/step.ts';

export interface ProcessIndex {
  readonly process: Process;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Fields of a form over all its pages, in order. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly steps: ReadonlyMap<string, Step>;
  /** Steps that wait for somebody: tasks and supplies. */
  readonly works: readonly Step[];
  readonly routes: readonly Step[];
  readonly endings: ReadonlyMap<string, Ending>;
  readonly interruptions: ReadonlyMap<string, Interruption>;
  readonly timers: ReadonlyMap<string, Timer>;
  readonly suspensions: ReadonlyMap<string, Suspension>;
  readonly deadlines: ReadonlyMap<string, Deadline>;
  readonly products: ReadonlyMap<string, Product>;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const build = (process: Process): ProcessIndex => ({
  process,
  facts: byId(process.facts),
  fields: new Map(process.forms.map((form) => [form.id, form.pages.flatMap((page) => page.fields)])),
  roles: byId(process.roles),
  channels: byId(process.channels),
  requirements: byId(process.requirements),
  steps: byId(process.steps),
  works: process.steps.filter((step) => step.kind !== 'route'),
  routes: process.steps.filter((step) => step.kind === 'route'),
  endings: byId(process.endings),
  interruptions: byId(process.interruptions),
  timers: byId(process.timers),
  suspensions: byId(process.suspensions ?? []),
  deadlines: byId(process.deadlines),
  products: byId(process.products),
});

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

/** Fields of a form by its id; none when there is no such form. */
export const fieldsOf = (index: ProcessIndex, form: string | undefined): readonly Field[] =>
  (form === undefined ? undefined : index.fields.get(form)) ?? [];

/** Whether every case of this service that was filed on its own knows the fact. */
const isAlwaysKnown = (index: ProcessIndex, fact: string): boolean =>
  [...index.channels.values()]
    .filter(({ about }) => about === undefined)
    .every(({ form }) =>
      fieldsOf(index, form).some((field) => field.fact === fact && field.required && !field.when),
    );

/** What is known of a case once it is filed on a channel: what it carries over from an earlier case, then its form. */
export const openingFields = (index: ProcessIndex, { form, about }: Channel): readonly Field[] => {
  const carries = about?.carries ?? [];
  return [
    ...carries.map((fact) => ({ fact, required: isAlwaysKnown(index, fact) })),
    ...fieldsOf(index, form).filter(({ fact }) => !carries.includes(fact)),
  ];
};

/** For what a parsed, checked standard must contain: its absence is a bug, not an answer. */
export const mustHave = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`the standard has no ${what}`);
  return found;
};
