// All the ways to fill in a form that conditions can tell apart.
import type { FactValue, FactValues } from '../case/facts.ts';

import type { Field } from '../standard/facts.ts';
import { knownBefore, withAskedBy } from './asked-fields.ts';
import { evaluate, factsIn } from './conditions.ts';
import type { ProcessIndex } from './process-index.ts';
import { representatives } from './representatives.ts';

/** A personal value that stands for any; conditions see only that it is there. */
const sealed: FactValue = { sealed: 'any' };

type Groups = readonly (readonly string[])[];

/** What a form demands: answers to single fields, and of each group of facts at least one. */
export interface Demand {
  readonly needs: (field: Field) => boolean;
  readonly groups?: Groups;
}

/** Leaving a field out and answering it as before come to the same, unless another question hangs on the answer. */
const saysTheSame = (
  field: Field,
  others: readonly Field[],
  value: FactValue | undefined,
  choices: readonly FactValue[],
): boolean =>
  value !== undefined &&
  choices.includes(value) &&
  !others.some(({ when }) => when && factsIn(when).includes(field.fact));

/** Whether a group of which something was asked has no answer. */
const isShort = (groups: Groups, answers: FactValues, leftOut: readonly string[]): boolean =>
  leftOut.length > 0 &&
  groups.some(
    (group) =>
      group.some((fact) => leftOut.includes(fact)) && !group.some((fact) => answers[fact] !== undefined),
  );

/** A form on its way: what is known with the answers so far, the answers, and what was asked but left out. */
interface Sheet {
  readonly seen: FactValues;
  readonly answers: FactValues;
  readonly leftOut: readonly string[];
}

function* fill(
  index: ProcessIndex,
  fields: readonly Field[],
  known: FactValues,
  sheet: Sheet,
  demand: Demand,
): Generator<FactValues> {
  const [field, ...others] = fields;
  const { seen, answers, leftOut } = sheet;
  if (!field) {
    if (!isShort(demand.groups ?? [], answers, leftOut)) yield answers;
    return;
  }
  const choices = representatives(index.process).get(field.fact) ?? [sealed];
  const asked = field.when === undefined || evaluate(field.when, seen);
  const mayLeaveOut = asked !== true || !demand.needs(field);
  if (mayLeaveOut && !(asked === true && saysTheSame(field, others, known[field.fact], choices))) {
    const without = asked === true ? { ...sheet, leftOut: [...leftOut, field.fact] } : sheet;
    yield* fill(index, others, known, without, demand);
  }
  if (asked === false) return;
  for (const value of choices) {
    const answer = { [field.fact]: value };
    const answered = { seen: { ...seen, ...answer }, answers: { ...answers, ...answer }, leftOut };
    yield* fill(index, others, known, answered, demand);
  }
}

/** Of a group in which one fact matters all matter: only who knows them all knows whether it is answered. */
const withGroups = (
  fields: readonly Field[],
  relevant: ReadonlySet<string>,
  groups: Groups,
): ReadonlySet<string> => {
  const more = groups.filter(
    (group) => group.some((fact) => relevant.has(fact)) && !group.every((fact) => relevant.has(fact)),
  );
  if (more.length === 0) return relevant;
  return withGroups(fields, withAskedBy(fields, [...relevant, ...more.flat()]), groups);
};

/**
 * Every way to fill in the fields, as far as the `relevant` facts go; gives the answers only. A field that need not be
 * answered may be left out. One at a time, so that a search can stop early.
 */
export const completions = (
  index: ProcessIndex,
  fields: readonly Field[],
  known: FactValues,
  relevant: ReadonlySet<string>,
  demand: Demand,
): Generator<FactValues> => {
  const matter = withGroups(fields, relevant, demand.groups ?? []);
  const asked = fields.filter(({ fact }) => matter.has(fact));
  const sheet = { seen: knownBefore(fields, known), answers: {}, leftOut: [] };
  return fill(index, asked, known, sheet, demand);
};
