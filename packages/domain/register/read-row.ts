// Reads one row of an agency's own register, the same way in the preview of the browser and on the server.

import type { Result } from '../kernel/result.ts';
import { factError } from '../person/fact-problem.ts';
import { parseFamilyCardNumber } from '../person/family-card-number.ts';
import { parseNik } from '../person/nik.ts';
import { plainText, visibleLength } from '../person/visible-text.ts';
import { readRegisterDate } from './read-date.ts';
import { type RegisterCells, type RegisterField, registerFields } from './register-fields.ts';

export interface RegisterProduct {
  readonly id: string;
  readonly label: string;
}

/** A card as its register tells it. */
export interface RegisterRow {
  readonly product: string;
  readonly number: string;
  readonly holder: string;
  readonly nik?: string;
  readonly familyCardNumber?: string;
  /** `YYYY-MM-DD` */
  readonly issued: string;
  readonly inForce: boolean;
  readonly address?: string;
}

export const rowProblemCodes = [
  'missing',
  'too-long',
  /** A NIK or family card number where the number of the card belongs: that one stands open in the register. */
  'identifier',
  'unknown-product',
  'unknown-state',
  'date-malformed',
  'date-ahead',
  /** A spreadsheet has put zeros for the last digits of a long number; they are lost. */
  'rounded',
  'nik-letters',
  'nik-length',
  'nik-leading-zero',
  'nik-date',
  'nik-sequence',
  'family-card-letters',
  'family-card-length',
  'family-card-leading-zero',
  'family-card-date',
  'family-card-sequence',
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number];

export interface RowProblem {
  readonly field: RegisterField;
  readonly code: RowProblemCode;
}

export interface ReadContext {
  readonly products: readonly RegisterProduct[];
  /** The one product of the file, where no column says which. */
  readonly product?: string | undefined;
  /** `YYYY-MM-DD`, the tenant's. */
  readonly today: string;
}

export type ReadRow =
  | { readonly ok: true; readonly value: RegisterRow }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

const longest = { number: 60, holder: 100, address: 200 } as const;

const lower = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** A word of its name is enough when no other product has it: "Bestari" is the Kartu Bestari. */
const productOf = (text: string, products: readonly RegisterProduct[]): string | undefined => {
  const said = lower(text);
  const exact = products.find(({ id, label }) => id === said || lower(label) === said);
  if (exact) return exact.id;
  const near = products.filter(({ label }) => lower(label).split(' ').includes(said));
  return near.length === 1 ? near[0]?.id : undefined;
};

const inForceWords = /^(ya|y|masih|aktif|masih (aktif|berlaku)|berlaku|ok|sah|valid|1|true|benar)$/;
const goneWords =
  /^(tidak|t|bukan|non-?aktif|tdk|0|false|salah|mati)$|(tidak|tdk|tak|sudah tidak|non) (aktif|berlaku|sah)|cabut|batal|kembali|meninggal|wafat|almarhum|pindah|hangus|hilang|habis|kedaluwarsa|kadaluarsa/;

/** Nothing said means that nothing has happened to the card. */
const inForceOf = (text: string): boolean | undefined => {
  const said = lower(text);
  if (said === '' || said === '-' || inForceWords.test(said)) return true;
  return goneWords.test(said) ? false : undefined;
};

const isRounded = (text: string): boolean => /^\d([.,]\d+)?e\+?\d+$/i.test(text);

interface Reading {
  readonly problems: RowProblem[];
  text(field: RegisterField): string;
  refuse(field: RegisterField, code: RowProblemCode): undefined;
}

const readingOf = (cells: RegisterCells): Reading => {
  const problems: RowProblem[] = [];
  return {
    problems,
    text: (field) => {
      const text = plainText(cells[field] ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      return text === '-' || visibleLength(text) === 0 ? '' : text;
    },
    refuse: (field, code) => {
      problems.push({ field, code });
      return undefined;
    },
  };
};

const words = (reading: Reading, field: keyof typeof longest, needed: boolean): string | undefined => {
  const text = reading.text(field);
  if (text === '') return needed ? reading.refuse(field, 'missing') : undefined;
  return Array.from(text).length > longest[field] ? reading.refuse(field, 'too-long') : text;
};

const identifier = (
  reading: Reading,
  field: 'nik' | 'familyCardNumber',
  parse: (text: string) => Result<{ readonly value: string }, RowProblemCode>,
): string | undefined => {
  // A sign for text before the number keeps spreadsheets from counting with it.
  const text = reading.text(field).replace(/^'/, '');
  if (text === '') return undefined;
  if (isRounded(text)) return reading.refuse(field, 'rounded');
  const read = parse(text);
  return read.ok ? read.value.value : reading.refuse(field, read.error);
};

const isIdentifier = (text: string, today: string): boolean =>
  parseNik(text, today).ok || parseFamilyCardNumber(text).ok;

const numberIn = (reading: Reading, today: string): string | undefined => {
  const number = words(reading, 'number', true);
  return number !== undefined && isIdentifier(number.replace(/^'/, ''), today)
    ? reading.refuse('number', 'identifier')
    : number;
};

const productIn = (reading: Reading, { products, product }: ReadContext): string | undefined => {
  const text = reading.text('product');
  if (text === '') return product ?? reading.refuse('product', 'missing');
  return productOf(text, products) ?? reading.refuse('product', 'unknown-product');
};

const issuedIn = (reading: Reading, today: string): string | undefined => {
  const text = reading.text('issued');
  if (text === '') return reading.refuse('issued', 'missing');
  const date = readRegisterDate(text);
  if (date === undefined) return reading.refuse('issued', 'date-malformed');
  return date > today ? reading.refuse('issued', 'date-ahead') : date;
};

/** The row, or everything that is wrong with it. */
export const readRegisterRow = (cells: RegisterCells, context: ReadContext): ReadRow => {
  const reading = readingOf(cells);
  const product = productIn(reading, context);
  const number = numberIn(reading, context.today);
  const holder = words(reading, 'holder', true);
  const address = words(reading, 'address', false);
  const nik = identifier(reading, 'nik', (text) => parseNik(text, context.today));
  const familyCardNumber = identifier(reading, 'familyCardNumber', parseFamilyCardNumber);
  const issued = issuedIn(reading, context.today);
  const inForce = inForceOf(reading.text('state')) ?? reading.refuse('state', 'unknown-state');
  if (
    reading.problems.length > 0 ||
    product === undefined ||
    number === undefined ||
    holder === undefined ||
    issued === undefined ||
    inForce === undefined
  )
    return { ok: false, problems: reading.problems };
  return {
    ok: true,
    value: {
      ...{ product, number, holder, issued, inForce },
      ...(nik !== undefined && { nik }),
      ...(familyCardNumber !== undefined && { familyCardNumber }),
      ...(address !== undefined && { address }),
    },
  };
};

const labels = new Map<RegisterField, string>(registerFields.map(({ field, label }) => [field, label]));

/** What is wrong and what to do, in one sentence. */
export const rowProblemWords = ({ field, code }: RowProblem): string => {
  const label = labels.get(field) ?? field;
  switch (code) {
    case 'missing':
      return `${label} kosong.`;
    case 'too-long':
      return `${label} terlalu panjang.`;
    case 'identifier':
      return `${label} berisi NIK atau nomor KK. Pilih kolom yang berisi nomor kartunya.`;
    case 'unknown-product':
      return 'Jenis kartu tidak dikenal. Tulis nama kartunya seperti pada standar.';
    case 'unknown-state':
      return 'Keadaan kartu tidak dikenal. Tulis "berlaku" atau "tidak berlaku".';
    case 'date-malformed':
      return 'Tanggal terbit belum terbaca. Tulis seperti 25-03-2020.';
    case 'date-ahead':
      return 'Tanggal terbit di masa depan.';
    case 'rounded':
      return `${label} sudah dibulatkan oleh aplikasi lembar kerja. Ketik ulang nomornya sebagai teks.`;
    default:
      return factError(code).message;
  }
};
