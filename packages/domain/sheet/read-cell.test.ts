import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from './read-cell.ts';

const sex = {
  type: 'choice',
  options: [
    { value: 'male', label: 'Laki-laki' },
    { value: 'female', label: 'Perempuan' },
  ],
} as const;
const newborn = {
  type: 'choice',
  options: [
    { value: 'yes', label: 'Ya' },
    { value: 'no', label: 'Tidak' },
  ],
} as const;
const nik = ['35080101', '01909001'].join('');

describe('a cell that answers a choice', () => {
  it.each([
    ['male', ['L', 'l', '1', 'Laki-Laki', 'LAKI LAKI', 'pria', 'Lk.', 'male', 'Laki-laki (L)']],
    ['female', ['P', '2', 'Perempuan', 'WANITA', 'Pr']],
  ])('is %s by the words of lists', (value, cells) => {
    for (const cell of cells) expect(readCell(sex, cell), cell).toEqual({ text: value });
  });

  it('is yes or no by a tick, a letter or a word', () => {
    for (const cell of ['Y', 'ya', '✓', 'V', '1']) expect(readCell(newborn, cell)).toEqual({ text: 'yes' });
    for (const cell of ['T', 'tdk', '0', 'Bukan']) expect(readCell(newborn, cell)).toEqual({ text: 'no' });
  });

  it('is never guessed', () => {
    for (const cell of ['LP', '3', 'tidak tahu', 'Laki-laki/Perempuan'])
      expect(readCell(sex, cell), cell).toEqual({ problem: 'choice' });
  });
});

describe('a cell that answers another question', () => {
  it.each([
    '17-08-1990',
    '17/8/1990',
    '17 Agustus 1990',
    'Jumat, 17 Agustus 1990',
    '33102',
    '1990-08-17T00:00:00',
  ])('is the same day as %s', (cell) =>
    expect(readCell({ type: 'date' }, cell)).toEqual({ text: '1990-08-17' }),
  );

  it('is left as it stands where it is no date, so that the form says so', () => {
    expect(readCell({ type: 'date' }, '08/17/1990')).toEqual({ text: '08/17/1990' });
  });

  it('is a long number with its digits, or says that a spreadsheet took them', () => {
    expect(readCell({ type: 'nik' }, `'${nik}`)).toEqual({ text: nik });
    expect(readCell({ type: 'nik' }, '3.5080101019e+15')).toEqual({ problem: 'rounded' });
    expect(readCell({ type: 'familyCardNumber' }, '3,50801E+15')).toEqual({ problem: 'rounded' });
  });

  it('is one line of text, whatever the name is', () => {
    expect(readCell({ type: 'text' }, "  Ni'matul \n Uji ")).toEqual({ text: "Ni'matul Uji" });
    expect(readCell({ type: 'text' }, 'Uji')).toEqual({ text: 'Uji' });
    for (const cell of ['', '-', '  ', '\u200b'])
      expect(readCell({ type: 'text' }, cell)).toEqual({ text: '' });
  });
});

it('answers something to every cell', () => {
  const types = ['text', 'nik', 'date', 'choice', 'multichoice', 'boolean', 'phone', 'integer'] as const;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...types), (cell, type) => {
      const read = readCell({ type, options: sex.options }, cell);
      expect('text' in read || 'problem' in read).toBe(true);
    }),
    { numRuns: 300 },
  );
});
