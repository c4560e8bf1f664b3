import { expect, test } from 'vitest';
import { printableLetters } from './printable-letters.ts';

test.each([
  ['Siti Nur’aini O’Uji, S.Sos.', 'Siti Nur’aini O’Uji, S.Sos.', []],
  ['Ṣalāḥuddīn Łuç', 'Ṣalāḥuddīn Łuç', []],
  ['Nguyễn', 'Nguyen', []],
  ['u\u0308ji', 'üji', []],
  ['王小明', '???', ['王', '小', '明']],
  ['Uji 😀😀', 'Uji ??', ['😀']],
  ['محمد', '????', ['م', 'ح', 'د']],
  ['ab\nc', 'ab\nc', []],
])('%j is printed as %j', (given, text, unprintable) => {
  expect(printableLetters(given)).toEqual({ text, unprintable });
});
