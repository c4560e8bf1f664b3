import { describe, expect, it } from 'vitest';
import { aField } from '../../fixtures/case-view.ts';
import { answerValue, joinSeveral } from './answer-value.ts';
import { askedNow } from './asked.ts';

const source = aField({
  fact: 'source',
  type: 'choice',
  datedBy: 'asOf',
  options: [
    { value: 'dtks', label: 'DTKS', until: '2025-01-31' },
    { value: 'dtsen', label: 'DTSEN', from: '2025-02-01' },
  ],
});
const asOf = aField({ fact: 'asOf', type: 'date' });

const offered = (texts: Record<string, string>, known = {}) =>
  askedNow([asOf, source], known, (fact) => texts[fact] ?? '')
    .fields.find(({ fact }) => fact === 'source')
    ?.options?.map(({ value }) => value);

describe('options that come and go with a date', () => {
  it('are those of the date that is typed, on its first and last day too', () => {
    expect(offered({ asOf: '2025-01-31' })).toEqual(['dtks']);
    expect(offered({ asOf: '2025-02-01' })).toEqual(['dtsen']);
  });

  it('are those of a date the case knows, unless another is typed', () => {
    expect(offered({}, { asOf: '2024-05-01' })).toEqual(['dtks']);
    expect(offered({ asOf: '2025-05-01' }, { asOf: '2024-05-01' })).toEqual(['dtsen']);
  });

  it('answer the question by themselves when only one is left, and never with one that is gone', () => {
    const text = (texts: Record<string, string>, options = source.options) =>
      askedNow([asOf, { ...source, options }], {}, (fact) => texts[fact] ?? '').texts.source;
    expect(text({ asOf: '2025-05-01' })).toBe('dtsen');
    expect(text({ asOf: '2025-05-01', source: 'dtks' })).toBe('dtsen');
    const three = [...(source.options ?? []), { value: 'other', label: 'Lainnya' }];
    expect(text({ asOf: '2025-05-01', source: 'dtks' }, three)).toBe('');
    expect(text({ asOf: '2025-05-01', source: 'other' }, three)).toBe('other');
  });

  it('are all offered while the date is not known', () => {
    expect(offered({})).toEqual(['dtks', 'dtsen']);
  });
});

describe('an answer as far as it is typed', () => {
  it.each([
    ['integer', '4', 4],
    ['integer', '1.500', 1500],
    ['integer', 'empat', undefined],
    ['rupiah', '750000', 750_000],
    ['boolean', 'false', false],
    ['multichoice', '1,3', '1,3'],
    ['text', '  ', undefined],
  ] as const)('%s "%s" is %j', (type, text, value) => {
    expect(answerValue({ type }, text)).toBe(value);
  });

  it('keeps several choices in the order in which they are offered, and nothing that is not offered', () => {
    const field = { options: ['1', '2', '10'].map((value) => ({ value, label: value })) };
    expect(joinSeveral(field, ['10', '1', 'x'])).toBe('1,10');
  });
});
