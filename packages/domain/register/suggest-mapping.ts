// Guesses from the headings of a spreadsheet what its columns say. People look at the guess before anything is read by it.
import { type ColumnMapping, type RegisterField, registerFields } from './register-fields.ts';

/** The first that fits a heading has it, so narrower ones stand first: "no. KK" before "nomor". */
const signs: readonly (readonly [RegisterField, RegExp])[] = [
  ['familyCardNumber', /\bkk\b|kartu keluarga/],
  ['nik', /\bnik\b|nomor induk/],
  ['issued', /tanggal|\btgl\b|terbit/],
  ['product', /jenis|macam|produk|tipe/],
  ['number', /no(mor)?\b.*(kartu|register|registrasi|reg|urut kartu)|^kartu$|^(no|nomor) kartu/],
  ['holder', /nama|pemegang|kepala keluarga/],
  ['state', /status|keadaan|berlaku|aktif|keterangan/],
  ['address', /alamat|tempat tinggal/],
];

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const guess = (heading: string): RegisterField | undefined =>
  signs.find(([, sign]) => sign.test(plain(heading)))?.[0];

/** What was chosen the last time stands before any guess, as long as the heading is still there. */
export const suggestMapping = (headings: readonly string[], last?: ColumnMapping): ColumnMapping => {
  const columns: ColumnMapping['columns'] = {};
  const free = new Set(headings);
  for (const { field } of registerFields) {
    const known = last?.columns[field];
    if (known !== undefined && free.delete(known)) columns[field] = known;
  }
  for (const heading of headings) {
    const field = free.has(heading) ? guess(heading) : undefined;
    if (field !== undefined && columns[field] === undefined) columns[field] = heading;
  }
  return { columns, ...(last?.product !== undefined && { product: last.product }) };
};

/** Fields that must be read before anything can be taken over. */
export const missingColumns = ({ columns, product }: ColumnMapping): readonly RegisterField[] => [
  ...registerFields
    .filter(({ needed, field }) => needed && columns[field] === undefined)
    .map(({ field }) => field),
  ...(columns.product === undefined && product === undefined ? (['product'] as const) : []),
];
