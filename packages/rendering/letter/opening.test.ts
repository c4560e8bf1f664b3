import { dottedLine } from '@layan/domain/letter/fill-letter';
import { expect, test } from 'vitest';
import { dateOf, numberOf } from './opening.ts';

test.each([
  ['a draft says when number and date will come', {}, ['[nomor', '[tanggal']],
  ['a frozen letter has both', { number: '400/1', date: '2 Maret 2026' }, ['400/1', '2 Maret 2026']],
  ['what is numbered outside leaves both to the pen', { date: '2 Maret 2026' }, [dottedLine, dottedLine]],
])('%s', (_what, artwork, [number = '-', date = '-']) => {
  expect(numberOf(artwork)).toContain(number);
  expect(dateOf(artwork)).toContain(date);
});
