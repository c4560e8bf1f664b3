// Family card number (nomor kartu keluarga): sixteen digits like a NIK, with the day of registration instead of birth.
import { err, ok, type Result } from '../kernel/result.ts';
import { civilDate } from './calendar-date.ts';
import { readSixteenDigits } from './digits.ts';
import { isProvince } from './provinces.ts';

export interface FamilyCardNumber {
  readonly value: string;
  /** Kecamatan that registered the family, `35.74.01`. */
  readonly region: string;
}

export type FamilyCardError =
  | 'family-card-letters'
  | 'family-card-length'
  | 'family-card-leading-zero'
  | 'family-card-date'
  | 'family-card-sequence';

export type FamilyCardWarning = 'family-card-region-unknown' | 'family-card-region-elsewhere';

export const parseFamilyCardNumber = (typed: string): Result<FamilyCardNumber, FamilyCardError> => {
  const read = readSixteenDigits(typed);
  if (!read.ok) return err(`family-card-${read.error}` as const);
  const { digits, region, day, month, year, sequence } = read.value;
  const exists = [1900, 2000].some((century) => civilDate(century + year, month, day) !== undefined);
  if (!exists) return err('family-card-date');
  if (sequence === '0000') return err('family-card-sequence');
  return ok({ value: digits, region });
};

export const familyCardWarnings = (
  card: FamilyCardNumber,
  compare: { readonly region?: string },
): readonly FamilyCardWarning[] => {
  if (!isProvince(card.region.slice(0, 2))) return ['family-card-region-unknown'];
  if (compare.region !== undefined && !card.region.startsWith(`${compare.region}.`)) {
    return ['family-card-region-elsewhere'];
  }
  return [];
};
