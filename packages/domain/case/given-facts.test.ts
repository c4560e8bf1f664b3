import { describe, expect, it } from 'vitest';
import { indexOf } from '../process/process-index.ts';
import { aFact, aForm, aProcess } from '../testing/a-standard.ts';
import type { FactValues } from './facts.ts';
import { checkFacts, isValueOf } from './given-facts.ts';

const options = ['1', '2', '3'].map((value) => ({ value, label: value }));
const assets = aFact('assets', 'multichoice', { options });
const rent = aFact('rent', 'rupiah', { max: 5_000_000 });

describe('a value', () => {
  it.each([
    [assets, '1,3', true],
    [assets, '3,1', false],
    [assets, '1,1', false],
    [assets, '1,4', false],
    [assets, '', false],
    [assets, 1, false],
    [rent, 750_000, true],
    [rent, 0, true],
    [rent, -1, false],
    [rent, 5_000_001, false],
    [rent, 10.5, false],
    [rent, '750000', false],
    [aFact('source', 'choice', { options }), 'toString', false],
  ] as const)('of $id: %j', (fact, value, fits) => {
    expect(isValueOf(fact, value)).toBe(fits);
  });

  it('that is personal is sealed, whatever its type', () => {
    const income = aFact('income', 'rupiah', { privacy: 'specific' });
    expect(isValueOf(income, 750_000)).toBe(false);
    expect(isValueOf(income, { sealed: 'x' })).toBe(true);
  });
});

describe('an option with dates', () => {
  const asOf = aFact('asOf', 'date');
  const source = aFact('source', 'choice', {
    datedBy: 'asOf',
    options: [
      { value: 'old', label: 'Lama', until: '2025-02-04' },
      { value: 'new', label: 'Baru', from: '2025-02-05' },
    ],
  });
  const index = indexOf(
    aProcess({ facts: [asOf, source], forms: [aForm('check', [{ fact: 'asOf', required: true }])] }),
  );
  const fields = [asOf, source].map(({ id }) => ({ fact: id, required: true }));
  const check = (given: FactValues, known: FactValues = {}, asked = fields) =>
    checkFacts(index, asked, known, given, () => true);

  it('is taken on its dates only, told now or known before', () => {
    const refused = { ok: false, error: { code: 'facts-invalid', facts: ['source'] } };
    expect(check({ asOf: '2025-02-04', source: 'old' }).ok).toBe(true);
    expect(check({ asOf: '2025-02-05', source: 'old' })).toEqual(refused);
    expect(check({ source: 'old' }, { asOf: '2026-01-31' }, fields.slice(1))).toEqual(refused);
    expect(check({ source: 'new' }, { asOf: '2026-01-31' }, fields.slice(1)).ok).toBe(true);
  });
});
