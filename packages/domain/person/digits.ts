// Numbers of sixteen digits as people write them: NIK and family card number share their first twelve.
import { err, ok, type Result } from '../kernel/result.ts';

export interface SixteenDigits {
  readonly digits: string;
  /** Kemendagri code of the district (kecamatan) that issued the number, `35.74.01`. */
  readonly region: string;
  readonly day: number;
  readonly month: number;
  /** Last two digits of the year. */
  readonly year: number;
  readonly sequence: string;
}

export type DigitsFailure = 'letters' | 'length' | 'leading-zero';

/** Digits without the blanks, dots and dashes people put between them. */
export const bare = (typed: string): string => typed.normalize('NFKC').replace(/[\s.\-–—]/g, '');

export const readSixteenDigits = (typed: string): Result<SixteenDigits, DigitsFailure> => {
  const digits = bare(typed);
  if (!/^\d*$/.test(digits)) return err('letters');
  if (digits.length !== 16) return err('length');
  if (digits.startsWith('0')) return err('leading-zero');
  return ok({
    digits,
    region: `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`,
    day: Number(digits.slice(6, 8)),
    month: Number(digits.slice(8, 10)),
    year: Number(digits.slice(10, 12)),
    sequence: digits.slice(12),
  });
};
