// Guesses from the headings of a spreadsheet which question each column answers. People look at the guess before anything is
// read by it; what was chosen before stands before any guess.
import type { FactType } from '../standard/facts.ts';

export interface SheetQuestion {
  readonly fact: string;
  readonly label: string;
  readonly type: FactType;
}

/** By fact: heading of its column. */
export type Columns = Readonly<Record<string, string>>;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Headings that say a kind of answer whatever the question is called. */
const byType: Partial<Record<FactType, RegExp>> = {
  nik: /\bnik\b|nomor induk|\bno ktp\b/,
  familyCardNumber: /\b(no|nomor) (kk|kartu keluarga)\b|^kk$/,
  phone: /\b(hp|wa|telp|telepon|ponsel)\b/,
  email: /\b(email|e mail|surel)\b/,
};

/** What lists call a thing, by a word of its question. */
const byWord: readonly (readonly [RegExp, RegExp])[] = [
  [/\bnama\b/, /^nama( lengkap| calon.*| penerima.*| peserta)?$|^nama\b/],
  [/tanggal lahir/, /(tanggal|tgl) lahir/],
  [/jenis kelamin/, /^(jenis )?(kelamin|kel|jk|l p|sex)$|jenis kelamin|\bjk\b/],
  [/\balamat\b/, /\balamat\b/],
  [/bayi|baru lahir/, /\bbayi\b|baru lahir|\bbbl\b/],
];

const names = ({ label, type }: SheetQuestion, heading: string): boolean => {
  if (byType[type]) return byType[type].test(heading);
  const called = plain(label);
  return heading === called || byWord.some(([word, sign]) => word.test(called) && sign.test(heading));
};

export const suggestColumns = (
  headings: readonly string[],
  questions: readonly SheetQuestion[],
  kept: Columns = {},
): Columns => {
  const free = new Set(headings);
  const columns: Record<string, string> = {};
  for (const { fact } of questions) {
    const known = kept[fact];
    if (known !== undefined && free.delete(known)) columns[fact] = known;
  }
  for (const question of questions) {
    if (columns[question.fact] !== undefined) continue;
    const heading = headings.find((one) => free.has(one) && names(question, plain(one)));
    if (heading !== undefined && free.delete(heading)) columns[question.fact] = heading;
  }
  return columns;
};
