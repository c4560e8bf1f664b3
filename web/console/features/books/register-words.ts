// What somebody looks for in a register of letters, and its months.
import { monthNames } from '@layan/domain/deadline/dates-in-words';

const DATE = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const IN_WORDS = /^(\d{1,2}) ([a-z]+) (\d{4})$/i;

const padded = (text: string): string => text.padStart(2, '0');

/** A date as people write it becomes the one of the calendar: "3/2/2026", "3 Februari 2026". */
export function soughtText(typed: string): string {
  const text = typed.trim();
  const [, day, month, year] = DATE.exec(text) ?? [];
  if (day && month && year) return `${year}-${padded(month)}-${padded(day)}`;
  const [, on, name = '', of] = IN_WORDS.exec(text) ?? [];
  const at = monthNames.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  return on && of && at >= 0 ? `${of}-${padded(String(at + 1))}-${padded(on)}` : text;
}

export const monthPath = (month: number): string => padded(String(month));
