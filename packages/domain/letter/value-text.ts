// A value as it stands on a document: in the words of people, in the format the template asks for, and nothing hidden in it.
import type { PlainValue } from '../case/facts.ts';
import { plainDateInWords } from '../deadline/dates-in-words.ts';
import { showCoordinates } from '../person/coordinates.ts';
import { showPhone } from '../person/phone.ts';
import { showRupiah } from '../person/rupiah.ts';
import { plainText } from '../person/visible-text.ts';
import type { Fact } from '../standard/facts.ts';
import { splitChoices } from '../standard/options.ts';
import { spellNumber } from './spell-number.ts';
import type { LetterFormat } from './template-text.ts';

export type PlaceName = (code: string) => string;

/** Signs without width would let one text be read in two ways. Lines stay, but no empty ones. */
const clean = (text: string): string =>
  plainText(text)
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();

/** Only a long text is written on more lines than one. */
const cleanOf = ({ type }: Fact, text: string): string =>
  type === 'longText' ? clean(text) : clean(text).replaceAll('\n', ' ');

const label = ({ options }: Fact, value: string): string =>
  options?.find((option) => option.value === value)?.label ?? value;

const inWords = (fact: Fact, value: PlainValue, placeName: PlaceName): string => {
  switch (fact.type) {
    case 'boolean':
      return value === true ? 'Ya' : 'Tidak';
    case 'choice':
      return label(fact, String(value));
    case 'multichoice':
      return splitChoices(String(value))
        .map((each) => label(fact, each))
        .join('; ');
    case 'rupiah':
      return showRupiah(Number(value));
    case 'integer':
      return Number(value).toLocaleString('id-ID');
    case 'date':
      return plainDateInWords(String(value));
    case 'phone':
      return showPhone(String(value));
    case 'geo':
      return showCoordinates(String(value));
    case 'region':
      return placeName(String(value));
    case 'nik':
    case 'familyCardNumber':
    case 'text':
    case 'longText':
    case 'email':
      return String(value);
  }
};

/** "5 (lima)" */
export const countInWords = (count: number): string =>
  `${count.toLocaleString('id-ID')} (${spellNumber(count)})`;

/**
 * Empty when there is nothing to see in the value.
 * @example valueText(fact, 750_000, 'moneyWords', placeName) // "Rp750.000 (tujuh ratus lima puluh ribu rupiah)"
 */
export function valueText(
  fact: Fact,
  value: PlainValue,
  format: LetterFormat | undefined,
  placeName: PlaceName,
): string {
  const written = cleanOf(fact, inWords(fact, value, placeName));
  switch (format) {
    case undefined:
    case 'date':
    case 'money':
      return written;
    case 'upper':
      return written.toLocaleUpperCase('id-ID');
    case 'words':
      return countInWords(Number(value));
    case 'moneyWords':
      return `${written} (${spellNumber(Number(value))} rupiah)`;
  }
}
