import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainValue } from '../case/facts.ts';
import type { Condition } from '../standard/conditions.ts';
import type { Fact } from '../standard/facts.ts';
import { aFact, aForm, anOutcome, aProcess, aStep } from '../testing/a-standard.ts';
import { evaluate } from './conditions.ts';
import { representatives } from './representatives.ts';

const processWith = (fact: Fact, ...conditions: readonly Condition[]) =>
  aProcess({
    facts: [fact],
    forms: [aForm('ask', [{ fact: fact.id, required: true }])],
    steps: [
      aStep(
        'work',
        ['filed'],
        conditions.map((when, at) => anOutcome(`o${at}`, ['finished'], { when })),
      ),
    ],
  });

const of = (fact: Fact, ...conditions: readonly Condition[]) =>
  representatives(processWith(fact, ...conditions)).get(fact.id);

const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value }));

test('a choice is its mentioned options and one of the others', () => {
  expect(of(aFact('x', 'choice', { options }), { fact: 'x', in: ['b', 'd'] })).toEqual(['b', 'd', 'a']);
  expect(of(aFact('x', 'choice', { options }), { fact: 'x', in: ['a', 'b', 'c', 'd'] })).toHaveLength(4);
});

test('several choices are one of them, and dated choices are those of one date', () => {
  expect(of(aFact('x', 'multichoice', { options }))).toEqual(['a']);
  const dated = [
    { value: 'old', label: 'old', until: '2025-02-04' },
    { value: 'new', label: 'new', from: '2025-02-05' },
  ];
  expect(of(aFact('x', 'choice', { options: dated, datedBy: 'asOf' }))).toEqual(['new']);
  expect(of(aFact('x', 'date'))).toEqual(['2026-01-05']);
});

test('a text is what is mentioned and something else', () => {
  expect(of(aFact('x', 'text'), { fact: 'x', is: 'Rumah' })).toEqual(['Rumah', '\u0000']);
});

test('a number stands at and beside each bound, within what it may be', () => {
  expect(
    of(aFact('x', 'integer', { min: 0, max: 20 }), { fact: 'x', atLeast: 18 }, { fact: 'x', atMost: 0 }),
  ).toEqual([0, 1, 17, 18, 19]);
  expect(of(aFact('x', 'integer', { min: 3 }))).toEqual([3]);
});

test('a yes or no is both, and personal facts have no values', () => {
  expect(of(aFact('x'))).toEqual([true, false]);
  expect(of(aFact('x', 'text', { privacy: 'identifying' }))).toBeUndefined();
});

const statement: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constant('x'), atLeast: fc.double({ min: -5, max: 30, noNaN: true }) }),
  fc.record({ fact: fc.constant('x'), atMost: fc.double({ min: -5, max: 30, noNaN: true }) }),
  fc.record({ fact: fc.constant('x'), is: fc.integer({ min: -5, max: 30 }) }),
  fc.record({ fact: fc.constant('x'), in: fc.array(fc.integer({ min: -5, max: 30 }), { minLength: 1 }) }),
);

test('whatever a number can make of the conditions, a representative makes of them', () => {
  fc.assert(
    fc.property(
      fc.array(statement, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 25 }),
      (conditions, value) => {
        const truths = (x: PlainValue) => conditions.map((condition) => evaluate(condition, { x })).join();
        const values = of(aFact('x', 'integer', { min: 0, max: 25 }), ...conditions) ?? [];
        expect(values.map(truths)).toContain(truths(value));
      },
    ),
  );
});
