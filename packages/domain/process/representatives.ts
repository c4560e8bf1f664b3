// For each fact, a few values that stand for all: conditions cannot tell any other value from one of these.
import type { PlainValue } from '../case/facts.ts';
import { conditionsOnLetter } from '../letter/template-parts.ts';
import type { Condition } from '../standard/conditions.ts';
import type { Fact } from '../standard/facts.ts';
import { offersOn } from '../standard/options.ts';
import type { Process } from '../standard/process.ts';
import { statements } from './conditions.ts';
import { indexOf } from './process-index.ts';

const allConditions = (process: Process): readonly Condition[] => [
  ...process.steps.flatMap((step) => step.outcomes.flatMap(({ when }) => when ?? [])),
  ...process.forms.flatMap((form) =>
    form.pages.flatMap((page) => page.fields.flatMap(({ when }) => when ?? [])),
  ),
  ...process.products.flatMap(({ letter }) => (letter ? conditionsOnLetter(letter) : [])),
];

const mentioned = (fact: string, conditions: readonly Condition[]): readonly PlainValue[] =>
  conditions.flatMap((condition): readonly PlainValue[] => {
    if (!('fact' in condition) || condition.fact !== fact) return [];
    if ('is' in condition) return [condition.is];
    if ('in' in condition) return condition.in;
    return ['atLeast' in condition ? condition.atLeast : condition.atMost];
  });

/** The whole numbers at, just below and just above each one that is mentioned; between them nothing can change. */
const numbers = (fact: Fact, values: readonly PlainValue[]): readonly number[] => {
  const near = values.flatMap((value) =>
    typeof value === 'number'
      ? [Math.ceil(value) - 1, Math.floor(value), Math.ceil(value), Math.floor(value) + 1]
      : [],
  );
  const within = (value: number) => value >= (fact.min ?? -Infinity) && value <= (fact.max ?? Infinity);
  const inner = near.filter(within);
  return [...new Set(inner.length > 0 ? inner : [fact.min ?? fact.max ?? 0])].sort((a, b) => a - b);
};

/** Conditions do not compare dates: any one stands for all. Options with dates are those of this one. */
const someDate = '2026-01-05';

const choices = (fact: Fact, values: readonly PlainValue[]): readonly string[] => {
  const offered = fact.options?.filter((option) => fact.datedBy === undefined || offersOn(option, someDate));
  const options = offered?.map(({ value }) => value) ?? [];
  const other = options.find((option) => !values.includes(option));
  return [...options.filter((option) => values.includes(option)), ...(other === undefined ? [] : [other])];
};

const texts = (values: readonly PlainValue[], other: string): readonly string[] => [
  ...new Set([...values.filter((value) => typeof value === 'string'), other]),
];

const representativesOf = (fact: Fact, values: readonly PlainValue[]): readonly PlainValue[] => {
  switch (fact.type) {
    case 'boolean':
      return [true, false];
    case 'choice':
    // Conditions cannot ask what was chosen among several: any one stands for all.
    case 'multichoice':
      return choices(fact, values);
    case 'integer':
    case 'rupiah':
      return numbers(fact, values);
    case 'date':
      return texts(values, someDate);
    default:
      return texts(values, '\u0000');
  }
};

const known = new WeakMap<Process, ReadonlyMap<string, readonly PlainValue[]>>();

/** Representative values of every ordinary fact of a process, by fact. */
export const representatives = (process: Process): ReadonlyMap<string, readonly PlainValue[]> => {
  const found = known.get(process);
  if (found) return found;
  const conditions = allConditions(process).flatMap(statements);
  const made = new Map(
    [...indexOf(process).facts.values()]
      .filter(({ privacy }) => privacy === 'ordinary')
      .map((fact) => [fact.id, representativesOf(fact, mentioned(fact.id, conditions))]),
  );
  known.set(process, made);
  return made;
};
