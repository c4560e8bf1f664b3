import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyCardWarnings, parseFamilyCardNumber } from './family-card-number.ts';

describe('a family card number', () => {
  it('is read however it is grouped', () => {
    expect(parseFamilyCardNumber(' 3574.0125-0313 9001 ')).toEqual({
      ok: true,
      value: { value: '3574012503139001', region: '35.74.01' },
    });
  });

  it.each([
    ['357401250313900', 'family-card-length'],
    ['357401250313900X', 'family-card-letters'],
    ['0574012503139001', 'family-card-leading-zero'],
    ['3574013002139001', 'family-card-date'],
    ['3574016503139001', 'family-card-date'],
    ['3574012503130000', 'family-card-sequence'],
  ])('%s is refused as %s', (typed, error) => {
    expect(parseFamilyCardNumber(typed)).toEqual({ ok: false, error });
  });

  it('issued elsewhere deserves a second look only', () => {
    const card = { value: '3574012503139001', region: '35.74.01' };
    expect(familyCardWarnings(card, { region: '35.74' })).toEqual([]);
    expect(familyCardWarnings(card, {})).toEqual([]);
    expect(familyCardWarnings(card, { region: '35.08' })).toEqual(['family-card-region-elsewhere']);
    expect(familyCardWarnings({ ...card, region: '99.74.01' }, {})).toEqual(['family-card-region-unknown']);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void parseFamilyCardNumber(typed)));
  });
});
