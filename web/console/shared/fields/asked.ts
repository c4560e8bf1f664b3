// Which questions of a form are asked now, and what they offer. Conditions are the domain's own.
import type { FieldView } from '@layan/contract/staff/common';
import { evaluate } from '@layan/domain/process/conditions';
import { Condition } from '@layan/domain/standard/conditions';
import { type AnswerValue, answerValue, joinSeveral, severalOf } from './answer-value.ts';

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

/** What was chosen, as far as it is still offered; where the date leaves one choice only, that is the answer. */
function textNow({ datedBy, options = [], type }: FieldView, typed: string): string {
  if (datedBy === undefined) return typed;
  const values = options.map(({ value }) => value);
  if (type === 'multichoice') return joinSeveral({ options }, severalOf(typed));
  if (values.includes(typed)) return typed;
  const [only = '', ...others] = values;
  return others.length === 0 ? only : '';
}

export interface Asked {
  readonly fields: readonly FieldView[];
  /** What is known with what is answered so far. */
  readonly answers: Answers;
  /** By fact: the text that counts for each field that is asked. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Fields in order, each by what is known and what was answered before it: an answer to a question that is not asked any
 * more counts no longer, nor does an option that is no longer offered.
 */
export function askedNow(
  fields: readonly FieldView[],
  known: Answers,
  textOf: (fact: string) => string,
): Asked {
  const answers: Record<string, AnswerValue> = { ...known };
  const texts: Record<string, string> = {};
  const asked: FieldView[] = [];
  for (const field of fields) {
    const condition = Condition.safeParse(field.when);
    if (condition.success && evaluate(condition.data, answers) !== true) {
      delete answers[field.fact];
      continue;
    }
    const shown = offered(field, answers);
    const text = textNow(shown, textOf(field.fact));
    const value = answerValue(field, text);
    if (value !== undefined) answers[field.fact] = value;
    texts[field.fact] = text;
    asked.push(shown);
  }
  return { fields: asked, answers, texts };
}
