// The official number of a product, written as its standard says.
import type { RegisterPlace } from '../case/event.ts';

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** What stands for `{class}` and `{unit}`. */
export interface NumberCodes {
  readonly class?: string | undefined;
  readonly unit?: string | undefined;
}

/**
 * Fills in a pattern; `date` is the tenant's date of issue.
 * @example officialNumber('{seq:000000}/KB/{romanMonth}/{year}', { year: 2026, sequence: 12 }, '2026-03-25') // 000012/KB/III/2026
 */
export const officialNumber = (
  pattern: string,
  { year, sequence }: RegisterPlace,
  date: string,
  codes: NumberCodes = {},
): string => {
  const said: Readonly<Record<string, string>> = {
    class: codes.class ?? '',
    unit: codes.unit ?? '',
    year: String(year),
    romanMonth: romanMonths[Number(date.slice(5, 7)) - 1] ?? '',
  };
  // In one pass, so that what a code holds is text.
  return pattern.replace(/\{(?:seq:(0+)|(class|unit|year|romanMonth))\}/g, (_, zeros?: string, code = '') =>
    zeros === undefined ? (said[code] ?? '') : String(sequence).padStart(zeros.length, '0'),
  );
};
