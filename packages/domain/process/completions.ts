// All the ways to fill in a form that conditions can tell apart.
import type { FactValue, FactValues } from '../case/facts.ts';

import type { Field } from '../standard/facts.ts';
import { knownBefore } from './asked-fields.ts';
import { evaluate, factsIn } from './conditions.ts';
import type { ProcessIndex } from './process-index.ts';
import { representatives } from './representatives.ts';

/** A personal value that stands for any; conditions see only that it is there. */
const sealed: FactValue = { sealed: 'any' };

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

function* fill(
  index: ProcessIndex,
  fields: readonly Field[],
  known: FactValues,
  seen: FactValues,
  answers: FactValues,
  needs: (field: Field) => boolean,
): Generator<FactValues> {
  const [field, ...others] = fields;
  if (!field) {
    yield answers;
    return;
  }
  const choices = representatives(index.process).get(field.fact) ?? [sealed];
  const asked = field.when === undefined || evaluate(field.when, seen);
  const mayLeaveOut = asked !== true || !needs(field);
  if (mayLeaveOut && !(asked === true && saysTheSame(field, others, known[field.fact], choices))) {
    yield* fill(index, others, known, seen, answers, needs);
  }
  if (asked === false) return;
  for (const value of choices) {
    const answer = { [field.fact]: value };
    yield* fill(index, others, known, { ...seen, ...answer }, { ...answers, ...answer }, needs);
  }
}

/**
 * Every way to fill in the fields, as far as the `relevant` facts go; gives the answers only. A field that need not be
 * answered may be left out. One at a time, so that a search can stop early.
 */
export const completions = (
  index: ProcessIndex,
  fields: readonly Field[],
  known: FactValues,
  relevant: ReadonlySet<string>,
  needs: (field: Field) => boolean,
): Generator<FactValues> => {
  const asked = fields.filter(({ fact }) => relevant.has(fact));
  return fill(index, asked, known, knownBefore(fields, known), {}, needs);
};
