import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactValues } from '../case/facts.ts';
import type { Condition } from '../standard/conditions.ts';
import { evaluate, factsIn, holds } from './conditions.ts';

const sealed = { sealed: 'v1.x' };

describe('a statement about one fact', () => {
  test.each<[Condition, FactValues, ReturnType<typeof evaluate>]>([
    [{ fact: 'a', is: true }, { a: true }, true],
    [{ fact: 'a', is: true }, { a: false }, false],
    [{ fact: 'a', is: 1 }, { a: '1' }, false],
    [{ fact: 'a', is: true }, {}, 'unknown'],
    [{ fact: 'a', is: 'v1.x' }, { a: sealed }, 'unknown'],
    [{ fact: 'a', in: ['x', 'y'] }, { a: 'y' }, true],
    [{ fact: 'a', in: ['x', 'y'] }, { a: 'z' }, false],
    [{ fact: 'a', in: ['x'] }, {}, 'unknown'],
    [{ fact: 'a', atLeast: 3 }, { a: 3 }, true],
    [{ fact: 'a', atLeast: 3 }, { a: 2.9 }, false],
    [{ fact: 'a', atMost: 3 }, { a: 3 }, true],
    [{ fact: 'a', atMost: 3 }, { a: 4 }, false],
    [{ fact: 'a', atMost: 3 }, { a: 'tiga' }, false],
    [{ fact: 'a', atLeast: 3 }, {}, 'unknown'],
    [{ known: 'a' }, { a: sealed }, true],
    [{ known: 'a' }, { a: false }, true],
    [{ known: 'a' }, {}, false],
  ])('%j over %j is %s', (condition, facts, truth) => {
    expect(evaluate(condition, facts)).toBe(truth);
  });
});

const yes: Condition = { fact: 'yes', is: true };
const no: Condition = { fact: 'yes', is: false };
const maybe: Condition = { fact: 'never', is: true };

test.each<[Condition, ReturnType<typeof evaluate>]>([
  [{ all: [yes, yes] }, true],
  [{ all: [yes, maybe] }, 'unknown'],
  [{ all: [maybe, no] }, false],
  [{ any: [no, yes] }, true],
  [{ any: [no, maybe] }, 'unknown'],
  [{ any: [no, no] }, false],
  [{ any: [maybe, yes] }, true],
  [{ not: yes }, false],
  [{ not: no }, true],
  [{ not: maybe }, 'unknown'],
])('%j is %s', (condition, truth) => {
  expect(evaluate(condition, { yes: true })).toBe(truth);
});

test('only what is true for sure holds; no condition always does', () => {
  expect([
    holds(undefined, {}),
    holds(yes, { yes: true }),
    holds(maybe, {}),
    holds(no, { yes: true }),
  ]).toEqual([true, true, false, false]);
});

test('the facts of a condition are found at any depth', () => {
  expect(
    factsIn({
      all: [
        { not: { known: 'a' } },
        {
          any: [
            { fact: 'b', atLeast: 1 },
            { fact: 'c', in: ['x'] },
          ],
        },
      ],
    }),
  ).toEqual(['a', 'b', 'c']);
});

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.record({ fact: fc.constantFrom('a', 'b', 'c'), is: fc.boolean() }),
    fc.record({
      fact: fc.constantFrom('a', 'b', 'c'),
      in: fc.array(fc.constantFrom('x', 'y'), { minLength: 1 }),
    }),
    fc.record({ fact: fc.constantFrom('a', 'b', 'c'), atLeast: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const value = fc.oneof(fc.boolean(), fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 0, max: 4 }));
const facts = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });

test('what is decided stays decided when more becomes known', () => {
  fc.assert(
    fc.property(condition, facts, facts, (statement, some, others) => {
      const before = evaluate(statement, some);
      fc.pre(before !== 'unknown');
      expect(evaluate(statement, { ...others, ...some })).toBe(before);
    }),
  );
});

test('everything is decided once all is known', () => {
  fc.assert(
    fc.property(condition, value, value, value, (statement, a, b, c) => {
      expect(evaluate(statement, { a, b, c })).not.toBe('unknown');
    }),
  );
});

test('a sealed value decides nothing, whatever it holds', () => {
  fc.assert(
    fc.property(condition, fc.string({ minLength: 1 }), facts, (statement, secret, { a, ...others }) => {
      expect(evaluate(statement, { ...others, a: { sealed: secret } })).toBe(evaluate(statement, others));
    }),
  );
});
