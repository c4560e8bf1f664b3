import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { describe, expect, it } from 'vitest';
import { aCase, aField, anAction, anOutcome } from '../../../fixtures/case-view.ts';
import { aLetter } from '../../../fixtures/letter.ts';
import { standingOf } from './standing.ts';

const sign = (changes: Partial<ActionView> = {}): ActionView =>
  anAction({
    id: 'sign',
    task: 'sign.8',
    review: 'sign',
    signs: 'letter',
    signsWith: ['signed'],
    outcomes: [
      anOutcome({ id: 'signed', label: 'Tanda tangani' }),
      anOutcome({ id: 'back', tone: 'return', note: 'required' }),
    ],
    ...changes,
  });
const view = (action: ActionView, letter: Partial<LetterView> = {}): CaseView =>
  aCase({ seq: 9, actions: [action], letters: [aLetter(letter)] });
const standing = (action = sign(), letter: Partial<LetterView> = {}) =>
  standingOf(view(action, letter), 'sign.8', 'sign', 'head');

describe('a letter that waits for its signature', () => {
  it('goes along with the outcome that signs, as the case was seen', () => {
    expect(standing()).toEqual({
      ready: true,
      outcome: 'signed',
      label: 'Tanda tangani',
      seq: 9,
      step: 'sign',
      as: undefined,
      capacity: undefined,
    });
  });

  it('is signed in the capacity of the inbox it was chosen in', () => {
    const capacities = [
      { role: 'secretary', label: 'a.n. Kepala Dinas' },
      { role: 'head', label: 'Kepala Dinas' },
    ];
    expect(standing(sign({ capacities }))).toMatchObject({ as: 'head', capacity: 'Kepala Dinas' });
    expect(standing(sign({ capacities: capacities.slice(0, 1) }))).toMatchObject({
      as: 'secretary',
      capacity: 'a.n. Kepala Dinas',
    });
    expect(standingOf(view(sign({ capacities })), 'sign.8', 'sign', 'other')).toMatchObject({ ready: false });
  });

  const signatory = { id: 's', name: 'Pejabat Uji', as: 'Kepala Dinas', me: false };
  it.each([
    ['is not drawn yet', { file: undefined }, /masih disiapkan/],
    ['is signed by hand', { method: 'ink' }, /di kertas/],
    ['is signed with a certificate', { method: 'certificate' }, /sertifikat/],
    ['is made out to somebody else', { signatory }, /atas nama Pejabat Uji/],
  ] as const)('stays behind with the reason when it %s', (_when, letter, why) => {
    expect(standing(sign(), { ...letter, signable: false })).toMatchObject({
      ready: false,
      why: expect.stringMatching(why),
    });
  });

  it('stays behind with the reason when the step is gone, not mine, or asks for something', () => {
    const gone = standingOf(aCase(), 'sign.8', 'sign', 'head');
    expect(gone).toMatchObject({ why: expect.stringMatching(/tidak lagi menunggu/) });
    expect(standing(sign({ allowed: false, reason: 'Dipegang Petugas Dua.' }))).toMatchObject({
      why: 'Dipegang Petugas Dua.',
    });
    expect(standing(sign({ fields: [aField()] }))).toMatchObject({
      why: expect.stringMatching(/menanyakan/),
    });
    expect(standingOf(view(sign()), 'sign.8', 'initial', 'head')).toMatchObject({ ready: false });
  });
});

it('an initial goes along without a letter that is drawn', () => {
  const initial = sign({ review: 'initial', signs: undefined, signsWith: undefined });
  expect(standingOf(aCase({ actions: [initial] }), 'sign.8', 'initial', 'head')).toMatchObject({
    ready: true,
    outcome: 'signed',
  });
});
