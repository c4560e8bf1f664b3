import { describe, expect, it } from 'vitest';
import { caretAfter, digitsOf, grouped } from './grouped-digits.ts';

describe('an amount while it is typed', () => {
  it.each([
    ['', ''],
    ['0', '0'],
    ['007', '7'],
    ['999', '999'],
    ['1000', '1.000'],
    ['Rp 12.345.678,00', '1.234.567.800'],
    ['-5', '5'],
  ])('"%s" is shown as "%s"', (typed, shown) => {
    expect(grouped(digitsOf(typed))).toBe(shown);
  });

  it('stays what it is when its groups are read again', () => {
    for (const digits of ['1', '12', '123', '1234', '123456789012']) {
      expect(digitsOf(grouped(digits))).toBe(digits);
    }
  });

  it.each([
    ['1.234', 0, 5],
    ['1.234', 1, 4],
    ['1.234', 3, 2],
    ['1.234', 4, 0],
  ])('%s with %i digits behind the caret has it at %i', (text, behind, at) => {
    expect(caretAfter(text, behind)).toBe(at);
  });
});
