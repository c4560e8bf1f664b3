import { describe, expect, test } from 'vitest';
import { longest, ordinary } from '../fixtures/cards.ts';
import { printable, printableText } from './printable.ts';

describe('text for print', () => {
  test.each([
    ['Warga Uji Satu', 'Warga Uji Satu'],
    ['Siti Nur’aini', 'Siti Nur’aini'],
    ['José Ñandú', 'José Ñandú'],
    ['Nguyễn Ṣalāḥ', 'Nguyen Salah'],
    ['Uji 王', 'Uji ?'],
    ['  Warga\n\tUji\u200b  Satu ', 'Warga Uji Satu'],
    ['', ''],
  ])('sets %j as %j', (given, set) => {
    expect(printableText(given)).toBe(set);
  });

  test('leaves a card in Latin letters, its code and its crest as they are', () => {
    const card = { ...longest, crest: 'data:image/png;base64,AAAA' };
    expect(printable(card)).toEqual(card);
  });

  test('reaches every text of a card', () => {
    const card = {
      ...ordinary,
      holderName: 'Ụji',
      lines: [{ label: 'Ạlamat', value: 'Jalan Ụji' }],
      validUntil: 'Ṣabtu',
      back: ['Ụji'],
    };
    expect(printable(card)).toMatchObject({
      holderName: 'Uji',
      lines: [{ label: 'Alamat', value: 'Jalan Uji' }],
      validUntil: 'Sabtu',
      back: ['Uji'],
    });
  });
});
