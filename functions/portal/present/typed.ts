// What a browser sent, as answers by fact: a date comes in three boxes and becomes one text.
import type { FieldView } from '@layan/application/form/field-view';
import { datePartNames } from '@layan/portal/parts/date-input';

const typedDate = (answers: Readonly<Record<string, string>>, fact: string): string => {
  const { day, month, year } = datePartNames(fact);
  const parts = [year, month, day].map((name) => (answers[name] ?? '').trim());
  return parts.every((part) => part === '') ? '' : parts.join('-');
};

export const typedAnswers = (
  fields: readonly Pick<FieldView, 'fact' | 'type'>[],
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap(({ fact, type }) => {
      if (type === 'date') return [[fact, typedDate(answers, fact)]];
      const typed = answers[fact];
      return typed === undefined ? [] : [[fact, typed]];
    }),
  );
