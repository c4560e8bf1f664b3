import { expect, it } from 'vitest';
import { aCase, anAction } from '../../fixtures/case-view.ts';
import { aLetter } from '../../fixtures/letter.ts';
import { letterOfAction } from './letter-of-action.ts';

const tier = (step: string) => ({ step, label: '', role: '', verb: 'sign', state: 'ahead' }) as const;
const ladder = (draft: string, sign: string) => ({
  draft,
  label: '',
  role: '',
  tiers: [tier(`check-${draft}`), tier(sign)],
  returns: [],
});
const granted = aLetter({ product: 'granted', step: 'sign', state: 'draft' });
const refused = aLetter({ product: 'refused', step: 'sign-refusal', state: 'draft' });
const view = aCase({
  letters: [granted, refused],
  ladders: [ladder('write', 'sign'), ladder('write-refusal', 'sign-refusal')],
});
const about = (id: string, changes = {}) => letterOfAction(view, anAction({ id, ...changes }))?.product;

it('every step of a review is about the letter that the review ends in', () => {
  expect(['write', 'check-write', 'sign'].map((id) => about(id))).toEqual(['granted', 'granted', 'granted']);
  expect(['write-refusal', 'check-write-refusal'].map((id) => about(id))).toEqual(['refused', 'refused']);
});

it('a step that signs says itself what it signs; other steps are about no letter', () => {
  expect(about('sign-at-once', { signs: 'refused' })).toBe('refused');
  expect(about('hand-over')).toBeUndefined();
});

it('a letter that was signed or cancelled is not worked on any more', () => {
  for (const state of ['active', 'cancelled'] as const) {
    const after = { ...view, letters: [{ ...granted, state }, refused] };
    expect(letterOfAction(after, anAction({ id: 'sign', signs: 'granted' }))).toBeUndefined();
  }
});
