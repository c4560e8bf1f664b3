// What an agency's own register says of a card, and which of its columns says it.
import * as z from 'zod/mini';

export const RegisterField = z.enum([
  'product',
  'number',
  'holder',
  'nik',
  'familyCardNumber',
  'issued',
  'state',
  'address',
]);
export type RegisterField = z.infer<typeof RegisterField>;

/** As people see them, in the order in which columns are asked for. */
export const registerFields = [
  { field: 'number', label: 'Nomor kartu', needed: true },
  { field: 'holder', label: 'Nama pemegang', needed: true },
  { field: 'familyCardNumber', label: 'Nomor kartu keluarga', needed: false },
  { field: 'nik', label: 'NIK (Nomor Induk Kependudukan)', needed: false },
  { field: 'issued', label: 'Tanggal terbit', needed: true },
  { field: 'state', label: 'Masih berlaku atau tidak', needed: false },
  { field: 'address', label: 'Alamat', needed: false },
  { field: 'product', label: 'Jenis kartu', needed: false },
] as const satisfies readonly { field: RegisterField; label: string; needed: boolean }[];

/** Cells of one row as text, by what they say. */
export type RegisterCells = { readonly [Field in RegisterField]?: string };

const Heading = z.string().check(z.minLength(1), z.maxLength(200));

export const ColumnMapping = z
  .strictObject({
    columns: z
      .partialRecord(RegisterField, Heading)
      .check(z.describe('Heading of the column that says it; what no column says is absent.')),
    product: z
      .optional(z.string().check(z.maxLength(60)))
      .check(z.describe('The one product of the whole file, where no column says which.')),
  })
  .check(z.describe('How the columns of a register are read.'));
export type ColumnMapping = z.infer<typeof ColumnMapping>;
