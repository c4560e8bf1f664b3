// Answers of people who do not exist, for practice: names say so, and numbers come from the range that nobody has.
import type { FieldView } from '../form/field-view.ts';

/** Sequence numbers 9001 to 9999 of an identity number are never given out. */
const sequence = (n: number): string => String(9001 + (n % 999));
const twoDigits = (n: number): string => String(n).padStart(2, '0');

export interface InventedSetting {
  /** Code of the tenant, `35.74`. */
  readonly region: string;
  /** Codes of villages, where they are known. */
  readonly villages: readonly string[];
}

/** Family `n` answers most questions like the others; every fourth one takes the second choice. */
const choiceOf = ({ options = [] }: FieldView, n: number): string =>
  (options[n % 4 === 3 ? 1 : 0] ?? options[0])?.value ?? '';

const numberOf = (field: FieldView, region: string, n: number): string => {
  const place = `${region.replaceAll('.', '')}01`;
  const day = twoDigits(1 + (n % 28));
  const date = `${day}05${field.type === 'nik' ? '90' : '10'}`;
  return `${place}${date}${sequence(n)}`;
};

export const inventedAnswer = (field: FieldView, n: number, setting: InventedSetting): string => {
  switch (field.type) {
    case 'text':
      return field.privacy === 'identifying' ? `Warga Latihan ${n}` : `Contoh ${n}`;
    case 'longText':
      return 'Ini cerita yang dikarang untuk latihan.';
    case 'nik':
    case 'familyCardNumber':
      return numberOf(field, setting.region, n);
    case 'phone':
      return `0812000${String(9000 + n).padStart(5, '0')}`;
    // Nobody is written to from the practice space, and nobody should be.
    case 'email':
      return '';
    case 'date':
      return '01-01-2026';
    case 'integer':
      return String(field.min ?? 1);
    case 'rupiah':
      return '500000';
    case 'boolean':
      return 'ya';
    case 'choice':
      return choiceOf(field, n);
    case 'multichoice':
      return field.options?.[0]?.value ?? '';
    case 'region':
      return setting.villages[n % Math.max(1, setting.villages.length)] ?? setting.region;
    case 'geo':
      return '-7.75,113.21';
  }
};
