import { describe, expect, it } from 'vitest';
import { statedTimes, states } from './stated-times.ts';

const saysOneOf = (text: string, amount: number, unit: Parameters<typeof states>[1]['unit']): boolean =>
  statedTimes(text).some((time) => states(time, { amount, unit }));

describe('a sentence states a time', () => {
  it.each([
    ['2 (dua) hari kerja sejak berkas lengkap.', 2, 'working_day'],
    ['Dijawab dalam tiga hari kerja.', 3, 'working_day'],
    ['40 (empat puluh) hari kalender', 40, 'calendar_day'],
    ['Kartu Bestari :1 (satu) jam.', 1, 'hour'],
    ['Kartu Bestari :1 (satu) jam.', 60, 'working_minute'],
    ['Kartu Pendalungan : 3 (tiga) hari', 3, 'working_day'],
    ['Kartu Pendalungan : 3 (tiga) hari', 3, 'calendar_day'],
    ['paling lama 2x24 jam', 48, 'hour'],
    ['paling lambat hari kerja berikutnya', 1, 'working_day'],
    ['2 (dua) minggu', 14, 'calendar_day'],
    ['5 hari kerja, 1 (satu) hari kerja apabila sudah masuk', 1, 'working_day'],
  ] as const)('%s: %d %s', (text, amount, unit) => {
    expect(saysOneOf(text, amount, unit)).toBe(true);
  });

  it.each([
    ['2 (dua) hari kerja', 2, 'calendar_day'],
    ['2 (dua) hari kerja', 5, 'working_day'],
    ['1 (satu) jam', 2, 'working_day'],
    ['3 hari kalender', 3, 'working_day'],
  ] as const)('%s, and not %d %s', (text, amount, unit) => {
    expect(saysOneOf(text, amount, unit)).toBe(false);
  });
});

describe('no time that anybody takes', () => {
  it.each([
    'Senin s.d. Kamis Pukul 07.30 s.d. 12.00 WIB',
    'Pelaporan terlambat lebih dari 60 hari.',
    'Surat berlaku 3 (tiga) bulan.',
    'Anak berusia 18 bulan.',
    'Kotak saran dibuka setiap 2 hari.',
  ])('%s', (text) => {
    expect(statedTimes(text)).toEqual([]);
  });
});
