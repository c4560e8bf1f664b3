import { describe, expect, it } from 'vitest';
import { Fact, Field } from '../standard/facts.ts';
import { parseForm } from './form-input.ts';

const basis = { cites: ['procedure.1'] };
const choice = (id: string, ...values: string[]) =>
  Fact.parse({
    id,
    label: id,
    type: 'choice',
    privacy: 'ordinary',
    options: values.map((value) => ({ value, label: value })),
    basis,
  });

const facts = new Map(
  [
    choice('nikStatus', 'have', 'noneYet'),
    Fact.parse({ id: 'nik', label: 'NIK', type: 'nik', privacy: 'identifying', basis }),
    choice('reason', 'neverRecorded', 'other'),
    Fact.parse({ id: 'phone', label: 'Telepon', type: 'phone', privacy: 'identifying', basis }),
  ].map((fact) => [fact.id, fact]),
);

const fields = [
  { fact: 'nikStatus', required: true },
  { fact: 'nik', required: true, when: { fact: 'nikStatus', is: 'have' } },
  { fact: 'reason', required: true, when: { fact: 'nikStatus', is: 'noneYet' } },
  { fact: 'phone', required: false },
].map((field) => Field.parse(field));

const read = (raw: Record<string, string>, known = {}) =>
  parseForm(facts, fields, raw, known, { today: '2026-11-21' });

describe('a form', () => {
  it('asks what the answers before it call for', () => {
    expect(read({ nikStatus: 'have', nik: '3574010505909001', reason: 'other' })).toEqual({
      values: { nikStatus: 'have', nik: '3574010505909001' },
      unread: {},
      problems: [],
      absent: ['reason', 'phone'],
    });
  });

  it('misses required answers only where they are asked', () => {
    const reading = read({ nikStatus: 'noneYet' });
    expect(reading.problems).toMatchObject([{ fact: 'reason', code: 'choice-missing', severity: 'error' }]);
  });

  it('demands nothing that depends on an answer not given yet, but keeps it when typed', () => {
    const reading = read({ nik: '3574010505909001' });
    expect(reading.problems.map(({ fact }) => fact)).toEqual(['nikStatus']);
    expect(reading.values).toEqual({ nik: '3574010505909001' });
  });

  it('keeps what was typed where it cannot be read', () => {
    const reading = read({ nikStatus: 'have', nik: ' 3574-0105 ', phone: '08' });
    expect(reading.unread).toEqual({ nik: ' 3574-0105 ', phone: '08' });
    expect(reading.problems.map(({ code }) => code)).toEqual(['nik-length', 'phone-malformed']);
    expect(reading.absent).toEqual(['nik', 'reason', 'phone']);
  });

  it('forgets an older answer of this form that was emptied or is not asked any more', () => {
    const reading = read(
      { nikStatus: 'noneYet', reason: 'other' },
      { nikStatus: 'have', nik: { sealed: 'x' } },
    );
    expect(reading.absent).toContain('nik');
  });

  it('does not lean on an older answer when the new one cannot be read', () => {
    const reading = read({ nikStatus: 'perhaps' }, { nikStatus: 'have' });
    expect(reading.problems.map(({ fact }) => fact)).toEqual(['nikStatus']);
  });

  it('looks at its own fields only, also for names that every object has', () => {
    const reading = read({ nikStatus: 'noneYet', reason: 'other', intruder: 'x', constructor: 'y' });
    expect(Object.keys(reading.values)).toEqual(['nikStatus', 'reason']);
    const bare = parseForm(facts, fields, Object.create({ nikStatus: 'have' }), {}, { today: '2026-11-21' });
    expect(bare.values).toEqual({});
  });

  it('may depend on what the case knows from elsewhere', () => {
    const later = [
      Field.parse({ fact: 'phone', required: true, when: { fact: 'nikStatus', is: 'noneYet' } }),
    ];
    const ask = (nikStatus: string) =>
      parseForm(facts, later, {}, { nikStatus }, { today: '2026-11-21' }).problems.length;
    expect(ask('noneYet')).toBe(1);
    expect(ask('have')).toBe(0);
  });

  it('offers choices by a date answered before them, here or elsewhere', () => {
    const asOf = Fact.parse({ id: 'asOf', label: 'Per tanggal', type: 'date', privacy: 'ordinary', basis });
    const source = Fact.parse({
      ...choice('source', 'old', 'new'),
      datedBy: 'asOf',
      options: [
        { value: 'old', label: 'Lama', until: '2025-02-04' },
        { value: 'new', label: 'Baru', from: '2025-02-05' },
      ],
    });
    const dated = new Map([asOf, source].map((fact) => [fact.id, fact]));
    const ask = [asOf, source].map(({ id }) => Field.parse({ fact: id, required: true }));
    const problems = (asked: readonly Field[], raw: Record<string, string>, known = {}) =>
      parseForm(dated, asked, raw, known, { today: '2026-11-21' }).problems.map(({ code }) => code);
    expect(problems(ask, { asOf: '31-01-2026', source: 'old' })).toEqual(['choice-not-in-force']);
    expect(problems(ask, { asOf: '31-01-2026', source: 'new' })).toEqual([]);
    expect(problems(ask.slice(1), { source: 'old' }, { asOf: '2026-01-31' })).toEqual([
      'choice-not-in-force',
    ]);
  });

  it('passes warnings on without refusing the answer', () => {
    const reading = parseForm(
      facts,
      fields,
      { nikStatus: 'have', nik: '5371057112099003' },
      {},
      { today: '2026-11-21', region: '35.74' },
    );
    expect(reading.problems).toMatchObject([{ fact: 'nik', severity: 'warning' }]);
    expect(reading.values.nik).toBe('5371057112099003');
  });
});
