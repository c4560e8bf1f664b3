import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../shared/sheet/sheet.ts';
import { foresee, mappedRows } from './mapped-rows.ts';

const sheet: Sheet = {
  headings: ['No', 'Nama', 'Tgl', 'Lain'],
  rows: [
    { line: 2, cells: ['K-1', 'Warga Uji Satu', '17-08-2020', 'x'] },
    { line: 5, cells: ['K-2', 'Warga Uji Dua'] },
  ],
};
const columns = { number: 'No', holder: 'Nama', issued: 'Tgl', nik: 'Tidak ada lagi' };
const context = {
  products: [{ id: 'card', label: 'Kartu Uji' }],
  product: 'card',
  today: '2026-03-25',
};

describe('rows of a chosen file', () => {
  it('send what the chosen columns say, and nothing of the others', () => {
    expect(mappedRows(sheet, { columns })).toEqual([
      { line: 2, cells: { number: 'K-1', holder: 'Warga Uji Satu', issued: '17-08-2020' } },
      { line: 5, cells: { number: 'K-2', holder: 'Warga Uji Dua' } },
    ]);
  });

  it('never send an endless cell', () => {
    const endless: Sheet = { headings: ['No'], rows: [{ line: 2, cells: ['9'.repeat(100_000)] }] };
    expect(mappedRows(endless, { columns: { number: 'No' } })[0]?.cells.number).toHaveLength(500);
  });

  it('are foreseen as the server will read them', () => {
    const seen = foresee(mappedRows(sheet, { columns }), context);
    expect(seen).toMatchObject({ good: 1, badCount: 1, unguarded: 1 });
    expect(seen.first[0]?.row?.issued).toBe('2020-08-17');
    expect(seen.bad).toEqual([{ line: 5, problems: ['Tanggal terbit kosong.'] }]);
  });
});
