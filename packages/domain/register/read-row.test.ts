import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadContext, readRegisterRow, rowProblemCodes, rowProblemWords } from './read-row.ts';
import { type RegisterCells, RegisterField } from './register-fields.ts';

const context: ReadContext = {
  products: [
    { id: 'bestari-card', label: 'Kartu Bestari' },
    { id: 'pendalungan-card', label: 'Kartu Pendalungan' },
  ],
  today: '2026-03-25',
};
const NIK = `357401010190${9001}`;
const FAMILY = `357401010120${9001}`;

const cells: RegisterCells = {
  product: 'Bestari',
  number: ' 0123 / KB ',
  holder: 'Warga  Uji Satu',
  nik: NIK,
  familyCardNumber: FAMILY,
  issued: '25-03-2020',
  state: 'Berlaku',
  address: 'Jalan Uji 1',
};

const read = (changes: RegisterCells = {}, more: Partial<ReadContext> = {}) =>
  readRegisterRow({ ...cells, ...changes }, { ...context, ...more });
const problems = (changes: RegisterCells) => {
  const row = read(changes);
  return row.ok ? [] : row.problems.map(({ field, code }) => `${field} ${code}`);
};
const rowOf = (changes: RegisterCells = {}, more: Partial<ReadContext> = {}) => {
  const row = read(changes, more);
  if (!row.ok) throw new Error(JSON.stringify(row.problems));
  return row.value;
};

describe('a row of an old register', () => {
  it('is read with its blanks in order', () => {
    expect(rowOf()).toEqual({
      product: 'bestari-card',
      number: '0123 / KB',
      holder: 'Warga Uji Satu',
      nik: NIK,
      familyCardNumber: FAMILY,
      issued: '2020-03-25',
      inForce: true,
      address: 'Jalan Uji 1',
    });
  });

  it.each([
    ['Kartu Bestari', 'bestari-card'],
    ['PENDALUNGAN', 'pendalungan-card'],
    ['bestari-card', 'bestari-card'],
  ])('knows the product by its name or by the word that only it has: %s', (product, id) => {
    expect(rowOf({ product }).product).toBe(id);
  });

  it('does not guess between products', () => {
    expect(problems({ product: 'Kartu' })).toEqual(['product unknown-product']);
    expect(problems({ product: 'Kartu Sehat' })).toEqual(['product unknown-product']);
    expect(problems({ product: '' })).toEqual(['product missing']);
    expect(rowOf({ product: '' }, { product: 'pendalungan-card' }).product).toBe('pendalungan-card');
  });

  it.each([
    ['', true],
    ['-', true],
    ['Aktif', true],
    ['masih berlaku', true],
    ['Tidak berlaku', false],
    ['tdk aktif', false],
    ['DICABUT', false],
    ['meninggal dunia', false],
    ['Sudah tidak berlaku', false],
  ])('reads the state "%s"', (state, inForce) => {
    expect(rowOf({ state }).inForce).toBe(inForce);
  });

  it('does not take a remark it does not know for a state', () => {
    expect(problems({ state: 'menunggu foto' })).toEqual(['state unknown-state']);
  });

  it('reads identifiers with blanks and with the sign for text, and may do without', () => {
    expect(rowOf({ nik: `'${NIK.replace(/(\d{4})/g, '$1 ')}` }).nik).toBe(NIK);
    const row = rowOf({ nik: '', familyCardNumber: '-' });
    expect('nik' in row || 'familyCardNumber' in row).toBe(false);
  });

  it('says that a spreadsheet has lost the last digits of a number', () => {
    expect(problems({ nik: '3,57401E+15' })).toEqual(['nik rounded']);
    expect(problems({ familyCardNumber: '3.57401010120900e+15' })).toEqual(['familyCardNumber rounded']);
  });

  it('tells everything that is wrong at once', () => {
    expect(problems({ number: '', holder: ' ', nik: NIK.slice(1), issued: '31-02-2020' })).toEqual([
      'number missing',
      'holder missing',
      'nik nik-length',
      'issued date-malformed',
    ]);
  });

  it('does not take the number of a person or family for the number of a card', () => {
    expect(problems({ number: NIK })).toEqual(['number identifier']);
    expect(problems({ number: ` ${FAMILY.slice(0, 6)} ${FAMILY.slice(6)}` })).toEqual(['number identifier']);
    expect(rowOf({ number: '9999999999999999' }).number).toBe('9999999999999999');
  });

  it('does not take a day ahead for a day of issue', () => {
    expect(problems({ issued: '26-03-2026' })).toEqual(['issued date-ahead']);
    expect(rowOf({ issued: '25-03-2026' }).issued).toBe('2026-03-25');
  });

  it('has words for every problem of every column, without a code in them', () => {
    for (const field of RegisterField.options) {
      for (const code of rowProblemCodes) {
        const words = rowProblemWords({ field, code });
        expect(words.endsWith('.')).toBe(true);
        expect(words).not.toContain(code);
      }
    }
  });

  it('never throws, whatever the cells hold, and what it reads it reads again alike', () => {
    const anyCells = fc.record(
      Object.fromEntries(RegisterField.options.map((field) => [field, fc.string({ unit: 'grapheme' })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyCells, (some) => {
        const row = readRegisterRow({ ...cells, ...some }, context);
        if (!row.ok) return row.problems.length > 0;
        const { inForce, ...texts } = row.value;
        const again = readRegisterRow({ ...texts, state: inForce ? 'berlaku' : 'tidak berlaku' }, context);
        expect(again).toEqual(row);
        return true;
      }),
    );
  });
});
