import { describe, expect, it } from 'vitest';
import { missingColumns, suggestMapping } from './suggest-mapping.ts';

const headings = [
  'No',
  'No. Kartu',
  'Nama Kepala Keluarga',
  'N I K',
  'NIK',
  'No. KK',
  'Alamat',
  'Tgl. Terbit',
  'Jenis',
  'Keterangan',
];

describe('headings of a register', () => {
  it('are known by their words', () => {
    expect(suggestMapping(headings).columns).toEqual({
      number: 'No. Kartu',
      holder: 'Nama Kepala Keluarga',
      nik: 'NIK',
      familyCardNumber: 'No. KK',
      address: 'Alamat',
      issued: 'Tgl. Terbit',
      product: 'Jenis',
      state: 'Keterangan',
    });
  });

  it.each([
    ['Nomor Kartu Keluarga', 'familyCardNumber'],
    ['Nomor Kartu Bestari', 'number'],
    ['NOMOR REGISTRASI KARTU', 'number'],
    ['Nama Pemegang Kartu', 'holder'],
    ['Tanggal Penerbitan', 'issued'],
    ['Masih Berlaku?', 'state'],
  ])('%s is %s', (heading, field) => {
    expect(suggestMapping([heading]).columns).toEqual({ [field]: heading });
  });

  it('are taken as they were the last time, while they are still there', () => {
    const last = { columns: { holder: 'Alamat', number: 'Nomor lama' }, product: 'bestari-card' };
    const { columns, product } = suggestMapping(headings, last);
    expect(columns.holder).toBe('Alamat');
    expect(columns.number).toBe('No. Kartu');
    expect(columns.address).toBeUndefined();
    expect(product).toBe('bestari-card');
  });

  it('give each column to one meaning only', () => {
    const { columns } = suggestMapping(['Nama', 'Nama Pemegang']);
    expect(columns).toEqual({ holder: 'Nama' });
  });
});

it('says which columns nothing can be read without', () => {
  expect(missingColumns({ columns: {} })).toEqual(['number', 'holder', 'issued', 'product']);
  const columns = { number: 'A', holder: 'B', issued: 'C' };
  expect(missingColumns({ columns })).toEqual(['product']);
  expect(missingColumns({ columns, product: 'bestari-card' })).toEqual([]);
  expect(missingColumns({ columns: { ...columns, product: 'D' } })).toEqual([]);
});
