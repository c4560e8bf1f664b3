// What a cell of a spreadsheet answers to a question of a form: dates in every writing, choices by the words of lists, long
// numbers that kept their digits.
import { plainText, visibleLength } from '../person/visible-text.ts';
import { readRegisterDate } from '../register/read-date.ts';
import type { FactType } from '../standard/facts.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface CellQuestion {
  readonly type: FactType;
  readonly options?: readonly Option[] | undefined;
}

/** rounded: a spreadsheet has put zeros for the last digits of a long number. choice: no word for one of the options. */
export type CellProblem = 'rounded' | 'choice';

export type ReadCell = { readonly text: string } | { readonly problem: CellProblem };

const isRounded = (text: string): boolean => /^\d([.,]\d+)?e\+?\d+$/i.test(text);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9✓✔√]+/g, ' ')
    .trim();

/** Words of lists for what options are called; the numbers are those of forms of the ministry. */
const otherWords: readonly (readonly [RegExp, RegExp])[] = [
  [/^laki/, /^(l|lk|laki|laki laki|lelaki|pria|cowok|1)$/],
  [/^perempuan/, /^(p|pr|pe|perempuan|wanita|cewek|2)$/],
  [/^(ya|punya|sudah)$/, /^(y|ya|iya|punya|ada|sudah|true|v|x|✓|✔|√|1)$/],
  [/^(tidak|belum|belum punya|bukan)$/, /^(t|tdk|tidak|tidak ada|tidak punya|belum|bukan|false|0|2)$/],
];

const isWordFor = (label: string, said: string): boolean =>
  otherWords.some(([called, word]) => called.test(label) && word.test(said));

const optionOf = (said: string, options: readonly Option[]): string | undefined => {
  const exact = options.find(({ value, label }) => plain(label) === said || value.toLowerCase() === said);
  if (exact) return exact.value;
  const meant = options.filter(({ label }) => isWordFor(plain(label), said));
  if (meant.length === 1) return meant[0]?.value;
  // With its letter behind it: "laki-laki (L)".
  const lettered = options.filter(
    ({ label }) =>
      said.startsWith(`${plain(label)} `) && isWordFor(plain(label), said.slice(plain(label).length + 1)),
  );
  return lettered.length === 1 ? lettered[0]?.value : undefined;
};

/** Text as a person would type it into the form; whether it is an answer is decided where the form is read. */
export const readCell = ({ type, options = [] }: CellQuestion, cell: string): ReadCell => {
  const said = plainText(cell).replace(/\s+/g, ' ').trim();
  if (visibleLength(said) === 0 || said === '-') return { text: '' };
  switch (type) {
    case 'nik':
    case 'familyCardNumber':
    case 'phone': {
      // A sign for text before the number keeps spreadsheets from counting with it.
      const number = said.replace(/^['`’]/, '').trim();
      return isRounded(number) ? { problem: 'rounded' } : { text: number };
    }
    case 'date':
      return { text: readRegisterDate(said) ?? said };
    case 'choice': {
      const value = optionOf(plain(said), options);
      return value === undefined ? { problem: 'choice' } : { text: value };
    }
    case 'multichoice': {
      const values = said.split(/[,;/]/).map((part) => optionOf(plain(part), options));
      return values.some((value) => value === undefined)
        ? { problem: 'choice' }
        : { text: [...new Set(values)].join(',') };
    }
    case 'boolean': {
      const value = optionOf(plain(said), [
        { value: 'true', label: 'Ya' },
        { value: 'false', label: 'Tidak' },
      ]);
      return value === undefined ? { problem: 'choice' } : { text: value };
    }
    default:
      return { text: said };
  }
};
