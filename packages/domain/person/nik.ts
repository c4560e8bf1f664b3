// NIK: the number every resident keeps for life. It tells where it was first issued, the day of birth and the sex,
// but has no checksum: a well-formed number may belong to nobody or to anybody. Errors and warnings are therefore apart.
import { err, ok, type Result } from '../kernel/result.ts';
import { civilDate } from './calendar-date.ts';
import { readSixteenDigits } from './digits.ts';
import { isProvince } from './provinces.ts';

export interface Nik {
  /** Sixteen digits. */
  readonly value: string;
  /** Kecamatan of first issue, `35.74.01`; people move, codes change. */
  readonly region: string;
  readonly sex: 'male' | 'female';
  /** The likeliest century; for people over a hundred years the card decides. */
  readonly birthDate: string;
}

export type NikError = 'nik-letters' | 'nik-length' | 'nik-leading-zero' | 'nik-date' | 'nik-sequence';

export type NikWarning = 'nik-region-unknown' | 'nik-region-elsewhere' | 'nik-birth-date' | 'nik-sex';

/** Women carry their day of birth plus 40. */
const femaleOffset = 40;

/** The date in this century unless it lies ahead or does not exist; then in the last one. */
const birthDateOf = (year: number, month: number, day: number, today: string): string | undefined => {
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const recent = civilDate(century + year, month, day);
  return recent !== undefined && recent <= today ? recent : civilDate(century - 100 + year, month, day);
};

/** Reads a NIK as typed. `today` is the tenant's date, `YYYY-MM-DD`; it decides the century. */
export const parseNik = (typed: string, today: string): Result<Nik, NikError> => {
  const read = readSixteenDigits(typed);
  if (!read.ok) return err(`nik-${read.error}` as const);
  const { digits, region, day, month, year, sequence } = read.value;
  const sex = day > femaleOffset ? 'female' : 'male';
  const birthDate = birthDateOf(year, month, sex === 'female' ? day - femaleOffset : day, today);
  if (birthDate === undefined) return err('nik-date');
  if (sequence === '0000') return err('nik-sequence');
  return ok({ value: digits, region, sex, birthDate });
};

/** What deserves a second look but never refuses anybody. */
export const nikWarnings = (
  nik: Nik,
  compare: {
    /** Code of the tenant, `35.74`. */
    readonly region?: string;
    readonly birthDate?: string;
    readonly sex?: 'male' | 'female';
  },
): readonly NikWarning[] => {
  const warnings: NikWarning[] = [];
  if (!isProvince(nik.region.slice(0, 2))) warnings.push('nik-region-unknown');
  else if (compare.region !== undefined && !nik.region.startsWith(`${compare.region}.`)) {
    warnings.push('nik-region-elsewhere');
  }
  // Only day, month and the last digits of the year are in the number: a card from another century agrees.
  if (compare.birthDate !== undefined && compare.birthDate.slice(2) !== nik.birthDate.slice(2)) {
    warnings.push('nik-birth-date');
  }
  if (compare.sex !== undefined && compare.sex !== nik.sex) warnings.push('nik-sex');
  return warnings;
};
