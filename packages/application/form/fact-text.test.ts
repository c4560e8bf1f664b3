import { parseFact } from '@layan/domain/person/fact-input';
import { Fact, type FactType } from '@layan/domain/standard/facts';
import { describe, expect, it } from 'vitest';
import { readableText, typedText } from './fact-text.ts';

const options = [
  { value: '1', label: 'Tidak ada' },
  { value: '2', label: 'Surat lain (Girik, Letter C)' },
];

const fact = (type: FactType): Fact =>
  Fact.parse({
    id: 'asked',
    label: 'Pertanyaan',
    type,
    privacy: 'specific',
    ...(type.endsWith('choice') && { options }),
    basis: { cites: ['procedure.1'] },
  });

const kept = [
  ['choice', '2', 'Surat lain (Girik, Letter C)'],
  ['multichoice', '1,2', 'Tidak ada; Surat lain (Girik, Letter C)'],
  ['rupiah', 750_000, 'Rp750.000'],
  ['integer', 1500, '1.500'],
  ['geo', '-7.7543,113.2159', 'Garis lintang -7,7543; garis bujur 113,2159'],
  ['date', '2026-03-25', 'Rabu, 25 Maret 2026'],
  ['boolean', true, 'Ya'],
  ['phone', '+6281200009001', '0812-0000-9001'],
  ['region', '35.74.04.1003', 'Kelurahan 35.74.04.1003'],
] as const;

describe('a kept value', () => {
  it.each(kept)('of type %s, %j, is read as "%s"', (type, value, text) => {
    expect(readableText(fact(type), value, (code) => `Kelurahan ${code}`)).toBe(text);
  });

  it.each(kept)('of type %s, %j, typed again is the same', (type, value) => {
    const again = parseFact(fact(type), typedText(fact(type), value), { today: '2026-03-25' });
    expect(again).toMatchObject({ ok: true, value: { value } });
  });
});
