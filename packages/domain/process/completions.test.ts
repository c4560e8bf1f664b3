import { expect, test } from 'vitest';
import type { FactValues } from '../case/facts.ts';
import { aFact, aForm, aProcess } from '../testing/a-standard.ts';
import { withAskedBy } from './asked-fields.ts';
import { completions } from './completions.ts';
import { fieldsOf, indexOf } from './process-index.ts';

const index = indexOf(
  aProcess({
    facts: [
      aFact('married'),
      aFact('partner', 'text', { privacy: 'identifying' }),
      aFact('rich'),
      aFact('note', 'text'),
    ],
    forms: [
      aForm('ask', [
        { fact: 'married', required: true },
        { fact: 'partner', required: true, when: { fact: 'married', is: true } },
        { fact: 'rich', required: false, when: { fact: 'wish', is: true } },
        { fact: 'note', required: false },
      ]),
    ],
  }),
);
const fields = fieldsOf(index, 'ask');

const ways = (facts: readonly string[], known: FactValues = {}) => [
  ...completions(index, fields, known, new Set(facts), { needs: ({ required }) => required }),
];

test('gives every way that conditions can tell apart, with what each answer asks for', () => {
  const sealed = { sealed: 'any' };
  expect(ways(['married', 'partner'])).toEqual([{ married: true, partner: sealed }, { married: false }]);
});

test('leaves out facts that do not matter', () => {
  expect(ways([])).toEqual([{}]);
});

test('what need not be answered may be left out; what is undecided is not demanded', () => {
  expect(ways(['rich'])).toEqual([{}, { rich: true }, { rich: false }]);
  expect(ways(['rich'], { wish: false })).toEqual([{}]);
});

test('does not look at what the form answered before', () => {
  expect(ways(['married', 'partner'], { married: false })).toHaveLength(2);
});

test('the facts that decide whether a fact is asked matter with it', () => {
  expect([...withAskedBy(fields, ['partner'])].sort()).toEqual(['married', 'partner']);
  expect([...withAskedBy(fields, ['note'])]).toEqual(['note']);
});
