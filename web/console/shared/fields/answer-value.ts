// What an answer says while it is still being typed, for conditions and scores; the API reads it anew when it is sent.
import type { FieldView } from '@layan/contract/staff/common';

export type AnswerValue = string | number | boolean;

/** Undefined while nothing usable stands there. */
export function answerValue({ type }: Pick<FieldView, 'type'>, text: string): AnswerValue | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  switch (type) {
    case 'integer':
    case 'rupiah': {
      const value = Number(typed.replaceAll('.', ''));
      return Number.isSafeInteger(value) ? value : undefined;
    }
    case 'boolean':
      return typed === 'true';
    default:
      return typed;
  }
}

export const severalOf = (text: string): readonly string[] => text.split(',').filter((value) => value !== '');

/** Values that were ticked, joined in the order in which they are offered. */
export const joinSeveral = (field: Pick<FieldView, 'options'>, chosen: readonly string[]): string =>
  (field.options ?? [])
    .map(({ value }) => value)
    .filter((value) => chosen.includes(value))
    .join(',');
