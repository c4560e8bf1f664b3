import { expect, test } from 'vitest';
import type { Step } from '../standard/step.ts';
import { anOutcome, aStep } from '../testing/a-standard.ts';
import { plainInitial } from './initials.ts';

const back = anOutcome('back', ['draft'], { tone: 'return', note: 'required' });
const given = (outcomes = [anOutcome('initial', ['next']), back], more: Partial<Step> = {}): Step =>
  aStep('tier', ['draft'], outcomes, { review: { verb: 'initial', draft: 'write' }, ...more });

test('an initial that asks for nothing may be put on many drafts at once; sending one back may not', () => {
  expect(plainInitial(given())).toBe('initial');
});

test.each([
  ['signs', given(undefined, { review: { verb: 'sign', draft: 'write' } })],
  ['corrects', given(undefined, { review: { verb: 'correct', draft: 'write' } })],
  ['reviews nothing', aStep('tier', ['draft'], [anOutcome('initial', ['next'])])],
  ['asks questions', given(undefined, { form: 'review' })],
  ['wants evidence', given(undefined, { evidence: ['photo'] })],
  ['is entered for somebody outside', given(undefined, { enteredBy: 'officer' })],
  ['wants a note', given([anOutcome('initial', ['next'], { note: 'required' }), back])],
  ['names what is missing', given([anOutcome('initial', ['next'], { missing: true }), back])],
  ['holds only sometimes', given([anOutcome('initial', ['next'], { when: { fact: 'a', is: 'b' } }), back])],
  ['goes on in two ways', given([anOutcome('initial', ['next']), anOutcome('skip', ['next']), back])],
])('not where the step %s', (_what, step) => {
  expect(plainInitial(step)).toBeUndefined();
});

test('a form that its outcome does not ask for stands in nobody’s way', () => {
  const quiet = anOutcome('initial', ['next'], { asks: [] });
  expect(plainInitial(given([quiet, back], { form: 'review' }))).toBe('initial');
});
