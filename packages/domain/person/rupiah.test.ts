import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRupiah, showRupiah } from './rupiah.ts';

const read = (typed: string) => {
  const amount = parseRupiah(typed);
  return amount.ok ? amount.value : amount.error;
};

describe('an amount of money', () => {
  it.each([
    ['1250000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['Rp1.250.000', 1_250_000],
    ['rp 1.250.000', 1_250_000],
    ['Rp. 1.250.000,-', 1_250_000],
    ['Rp 1.250.000,00', 1_250_000],
    ['0', 0],
    ['007', 7],
  ])('reads %j', (typed, amount) => {
    expect(read(typed)).toBe(amount);
  });

  it.each(['', 'Rp', '1.5', '1.25.000', '1,250,000', '-5', '1,5 juta', '750.000,50', '1e6', '9999999999999'])(
    'refuses %j rather than guess',
    (typed) => {
      expect(read(typed)).toBe('rupiah-malformed');
    },
  );

  it('is shown as people write it', () => {
    expect(showRupiah(750_000)).toBe('Rp750.000');
    expect(showRupiah(0)).toBe('Rp0');
  });

  it('shown is read as what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
        expect(read(showRupiah(amount))).toBe(amount);
      }),
    );
  });
});
