// For each fact, a few values that stand for all: conditions cannot tell any other value from one of these.
import type { PlainValue } from '../case/facts.ts';
import type { Condition } from '../standard/conditions.ts';
import type { Fact } from '../standard/facts.ts';
import type { Process } from '../standard/process.ts';
import { statements } from './conditions.ts';
import { indexOf } from './process-index.ts';

const allConditions = (process: Process): readonly Condition[] => [
  ...process.steps.flatMap((step) => step.outcomes.flatMap(({ when }) => when ?? [])),
  ...process.forms.flatMap((form) =>
    form.pages.flatMap((page) => page.fields.flatMap(({ when }) => when ?? [])),
  ),
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

const choices = (fact: Fact, values: readonly PlainValue[]): readonly string[] => {
  const options = fact.options?.map(({ value }) => value) ?? [];
  const other = options.find((option) => !values.includes(option));
  return [...options.filter((option) => values.includes(option)), ...(other === undefined ? [] : [other])];
};

const texts = (values: readonly PlainValue[]): readonly string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
  '\u0000',
];

const representativesOf = (fact: Fact, values: readonly PlainValue[]): readonly PlainValue[] => {
  switch (fact.type) {
    case 'boolean':
      return [true, false];
    case 'choice':
      return choices(fact, values);
    case 'integer':
      return numbers(fact, values);
    default:
      return texts(values);
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
