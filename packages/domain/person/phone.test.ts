import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone, showPhone } from './phone.ts';

const kept = (typed: string) => {
  const read = parsePhone(typed);
  return read.ok ? read.value : read.error;
};

describe('a phone number', () => {
  it.each([
    ['0812 3456 7890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['62812.3456.7890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['+62 (0)812 3456 7890', '+6281234567890'],
    ['(0335) 421431', '+62335421431'],
    ['0060 12 345 6789', '+60123456789'],
    ['+1 202 555 0100', '+12025550100'],
  ])('%s is kept as %s', (typed, value) => {
    expect(kept(typed)).toBe(value);
  });

  it.each(['', '0812', '421431', 'nol delapan', '+62 0000000', '08123456789012345', '+', '++628123456789'])(
    '%j is refused',
    (typed) => {
      expect(kept(typed)).toBe('phone-malformed');
    },
  );

  it('is shown the way people say it', () => {
    expect(showPhone('+6281234567890')).toBe('0812-3456-7890');
    expect(showPhone('+62335421431')).toBe('0335421431');
    expect(showPhone('+12025550100')).toBe('+12025550100');
  });

  it('comes back the same from what is shown', () => {
    const digits = fc.stringMatching(/^[1-9]\d{7,11}$/);
    fc.assert(
      fc.property(digits, (rest) => {
        expect(kept(showPhone(`+62${rest}`))).toBe(`+62${rest}`);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void parsePhone(typed)));
  });
});
