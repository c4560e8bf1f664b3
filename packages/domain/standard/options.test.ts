import { describe, expect, it } from 'vitest';
import { Fact } from './facts.ts';
import { isOfferedWith, isOptionOf, joinChoices, offersOn, splitChoices } from './options.ts';

const fact = (more: object): Fact =>
  Fact.parse({
    id: 'source',
    label: 'Sumber data',
    type: 'choice',
    privacy: 'ordinary',
    options: [
      { value: 'old', label: 'Lama', until: '2025-02-04' },
      { value: 'new', label: 'Baru', from: '2025-02-05' },
      { value: 'other', label: 'Lain' },
    ],
    datedBy: 'asOf',
    basis: { cites: ['procedure.1'] },
    ...more,
  });

const source = fact({});
const several = fact({ type: 'multichoice' });

describe('an option', () => {
  it('is offered from its first to its last day', () => {
    const option = { value: 'x', label: 'x', from: '2025-02-05', until: '2025-12-31' };
    const days = ['2025-02-04', '2025-02-05', '2025-12-31', '2026-01-01'];
    expect(days.map((day) => offersOn(option, day))).toEqual([false, true, true, false]);
  });

  it('is one of the fact, not a name that every object has', () => {
    expect(isOptionOf(source, 'old')).toBe(true);
    expect(isOptionOf(source, 'toString')).toBe(false);
  });

  it('must have been offered on the date that counts', () => {
    expect(isOfferedWith(source, 'old', { asOf: '2025-02-04' })).toBe(true);
    expect(isOfferedWith(source, 'old', { asOf: '2025-02-05' })).toBe(false);
    expect(isOfferedWith(source, 'other', { asOf: '2025-02-05' })).toBe(true);
    expect(isOfferedWith(several, 'new,other', { asOf: '2025-02-04' })).toBe(false);
  });

  it('is not refused for a date or an answer that cannot be seen', () => {
    expect(isOfferedWith(source, 'old', {})).toBe(true);
    expect(isOfferedWith(source, 'old', { asOf: { sealed: 'x' } })).toBe(true);
    expect(isOfferedWith(source, { sealed: 'x' }, { asOf: '2025-02-05' })).toBe(true);
    const { datedBy, ...undated } = source;
    expect(isOfferedWith(undated, 'old', { asOf: '2025-02-05' })).toBe(true);
  });
});

describe('several choices', () => {
  it('are kept the same however they were ticked', () => {
    expect(joinChoices(several, splitChoices(' other,old , other,'))).toBe('old,other');
    expect(splitChoices('')).toEqual([]);
  });
});
