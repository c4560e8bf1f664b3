// The options of a fact: which were offered on a date, and how several chosen ones are kept together.
import { type FactValue, type FactValues, isSealed } from '../case/facts.ts';
import type { Fact } from './facts.ts';

type Option = NonNullable<Fact['options']>[number];

/** `date` is a civil date, `YYYY-MM-DD`. */
export const offersOn = ({ from, until }: Option, date: string): boolean =>
  (from === undefined || date >= from) && (until === undefined || date <= until);

export const isOptionOf = (fact: Fact, value: string): boolean =>
  fact.options?.some((option) => option.value === value) ?? false;

/** The date that decides which options of the fact were offered; undefined while nobody told it. */
export const optionsDate = ({ datedBy }: Fact, known: FactValues): string | undefined => {
  const date = datedBy === undefined ? undefined : known[datedBy];
  return date === undefined || isSealed(date) ? undefined : String(date);
};

/** Values of a multichoice answer, each once. */
export const splitChoices = (kept: string): readonly string[] => [
  ...new Set(
    kept
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
  ),
];

/** Equal answers are kept equally, however they were ticked: in the order of the options. */
export const joinChoices = ({ options }: Fact, values: readonly string[]): string =>
  (options ?? [])
    .map(({ value }) => value)
    .filter((value) => values.includes(value))
    .join(',');

/** Whether the chosen options were offered on their date, as far as that can be seen: sealed answers cannot. */
export const isOfferedWith = (fact: Fact, value: FactValue, known: FactValues): boolean => {
  const date = optionsDate(fact, known);
  if (date === undefined || isSealed(value)) return true;
  const chosen = fact.type === 'multichoice' ? splitChoices(String(value)) : [value];
  return (fact.options ?? []).every((option) => !chosen.includes(option.value) || offersOn(option, date));
};
