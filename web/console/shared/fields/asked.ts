// Which questions of a form are asked now, and what they offer. Conditions are the domain's own.
import type { FieldView } from '@layan/contract/staff/common';
import { evaluate } from '@layan/domain/process/conditions';
import { Condition } from '@layan/domain/standard/conditions';
import { type AnswerValue, answerValue } from './answer-value.ts';

export type Answers = Readonly<Record<string, AnswerValue>>;

/** Options in force on the date that decides about them; all while it is not known. */
function offered(field: FieldView, answers: Answers): FieldView {
  const { datedBy, options } = field;
  const date = datedBy === undefined ? undefined : answers[datedBy];
  if (options === undefined || typeof date !== 'string') return field;
  return {
    ...field,
    options: options.filter(({ from = '', until = '9999' }) => from <= date && date <= until),
  };
}

/**
 * Fields in order, each by what is known and what was answered before it: an answer to a question that is not asked any
 * more counts no longer.
 */
export function askedNow(
  fields: readonly FieldView[],
  known: Answers,
  textOf: (fact: string) => string,
): { readonly fields: readonly FieldView[]; readonly answers: Answers } {
  const answers: Record<string, AnswerValue> = { ...known };
  const asked: FieldView[] = [];
  for (const field of fields) {
    const condition = Condition.safeParse(field.when);
    if (condition.success && evaluate(condition.data, answers) !== true) {
      delete answers[field.fact];
      continue;
    }
    const value = answerValue(field, textOf(field.fact));
    if (value !== undefined) answers[field.fact] = value;
    asked.push(field);
  }
  return { fields: asked.map((field) => offered(field, answers)), answers };
}
