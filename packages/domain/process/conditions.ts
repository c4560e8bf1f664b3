// Three-valued evaluation of conditions: what is not known yet is neither true nor false.
import type { FactValues } from '../case/facts.ts';
import { isSealed } from '../case/facts.ts';
import type { Condition } from '../standard/conditions.ts';

export type Truth = boolean | 'unknown';

/** What all the parts come to: the one that settles it wherever it stands, unknown where it may still come. */
const together = (parts: readonly Condition[], settles: boolean, facts: FactValues): Truth => {
  let truth: Truth = !settles;
  for (const part of parts) {
    const found = evaluate(part, facts);
    if (found === settles) return settles;
    if (found === 'unknown') truth = found;
  }
  return truth;
};

const opposite = (truth: Truth): Truth => (truth === 'unknown' ? 'unknown' : !truth);

type Comparison = Extract<Condition, { fact: string }>;

/** Facts that were never told and facts that are sealed are unknown: the domain does not look into sealed values. */
const compared = (comparison: Comparison, value: FactValues[string] | undefined): Truth => {
  if (value === undefined || isSealed(value)) return 'unknown';
  if ('is' in comparison) return value === comparison.is;
  if ('in' in comparison) return comparison.in.some((option) => option === value);
  if (typeof value !== 'number') return false;
  return 'atLeast' in comparison ? value >= comparison.atLeast : value <= comparison.atMost;
};

/** Comparisons come first because nearly all conditions are made of them. */
export const evaluate = (condition: Condition, facts: FactValues): Truth => {
  if ('fact' in condition) return compared(condition, facts[condition.fact]);
  if ('all' in condition) return together(condition.all, false, facts);
  if ('any' in condition) return together(condition.any, true, facts);
  if ('not' in condition) return opposite(evaluate(condition.not, facts));
  return facts[condition.known] !== undefined;
};

/** Whether a condition holds for sure; no condition always does. */
export const holds = (condition: Condition | undefined, facts: FactValues): boolean =>
  condition === undefined || evaluate(condition, facts) === true;

/** The simple statements a condition is made of. */
export const statements = (condition: Condition): readonly Condition[] => {
  if ('all' in condition) return condition.all.flatMap(statements);
  if ('any' in condition) return condition.any.flatMap(statements);
  if ('not' in condition) return statements(condition.not);
  return [condition];
};

/** The facts a condition reads. */
export const factsIn = (condition: Condition): readonly string[] =>
  statements(condition).flatMap((part) => {
    if ('known' in part) return [part.known];
    return 'fact' in part ? [part.fact] : [];
  });
