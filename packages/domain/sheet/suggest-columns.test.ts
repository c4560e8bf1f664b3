import { expect, it } from 'vitest';
import { type SheetQuestion, suggestColumns } from './suggest-columns.ts';

const questions: readonly SheetQuestion[] = [
  { fact: 'name', label: 'Nama lengkap calon penerima', type: 'text' },
  { fact: 'nik', label: 'NIK (Nomor Induk Kependudukan)', type: 'nik' },
  { fact: 'birth', label: 'Tanggal lahir', type: 'date' },
  { fact: 'sex', label: 'Jenis kelamin', type: 'choice' },
  { fact: 'card', label: 'Nomor kartu keluarga', type: 'familyCardNumber' },
  { fact: 'address', label: 'Alamat tempat tinggal sekarang', type: 'text' },
];

it.each([
  [['NO', 'NIK', 'NAMA', 'TGL LAHIR', 'JK', 'NO KK', 'ALAMAT KTP']],
  [['No.', 'No. KTP', 'Nama Lengkap', 'Tanggal Lahir (hh/bb/tttt)', 'L/P', 'Nomor Kartu Keluarga', 'Alamat']],
])('knows the columns of lists as villages keep them: %j', (headings) => {
  const [, nik, name, birth, sex, card, address] = headings;
  expect(suggestColumns(headings, questions)).toEqual({ name, nik, birth, sex, card, address });
});

it('takes what was chosen before, as long as the heading is still there', () => {
  const kept = { name: 'Calon', address: 'Dusun' };
  expect(suggestColumns(['Calon', 'Nama', 'Alamat'], questions, kept)).toEqual({
    name: 'Calon',
    address: 'Alamat',
  });
});

it('gives no column to two questions, and none to headings that say nothing', () => {
  expect(suggestColumns(['Kolom A', 'Nama', 'Nama Ibu'], questions)).toEqual({ name: 'Nama' });
});
