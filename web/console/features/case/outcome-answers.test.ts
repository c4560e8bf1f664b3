import { describe, expect, it } from 'vitest';
import { aField, anAction, anOutcome } from '../../fixtures/case-view.ts';
import { allowedBy, answersFor } from './outcome-answers.ts';

const action = anAction({ fields: [aField({ fact: 'visit' }), aField({ fact: 'people' })] });

describe('choosing an outcome', () => {
  it('answers the question its own condition settles', () => {
    const complete = anOutcome({ when: { fact: 'visit', is: 'complete' } });
    expect(answersFor(action, complete, {})['fact.visit']).toBe('complete');
  });

  it('overrules what was typed for another outcome', () => {
    const complete = anOutcome({ when: { fact: 'visit', is: 'complete' } });
    expect(answersFor(action, complete, { 'fact.visit': 'moved' })['fact.visit']).toBe('complete');
  });

  it('leaves a choice among several to the person, and forgets a choice outside them', () => {
    const revisit = anOutcome({ when: { fact: 'visit', in: ['incomplete', 'nobodyHome'] } });
    expect(answersFor(action, revisit, { 'fact.visit': 'nobodyHome' })['fact.visit']).toBe('nobodyHome');
    expect(answersFor(action, revisit, { 'fact.visit': 'complete' })['fact.visit']).toBe('');
  });

  it('reads every part of a condition that must hold as a whole', () => {
    const when = {
      all: [
        { fact: 'registryStatus', is: 'listed' },
        { fact: 'visit', is: 'complete' },
      ],
    };
    expect(answersFor(action, anOutcome({ when }), {})['fact.visit']).toBe('complete');
  });

  it('writes nothing into questions of other steps', () => {
    const when = { fact: 'registryStatus', is: 'listed' };
    expect(answersFor(action, anOutcome({ when }), {})).toEqual({});
  });

  it('takes nothing from a condition that leaves it open', () => {
    const when = {
      any: [
        { fact: 'visit', is: 'complete' },
        { fact: 'people', is: 1 },
      ],
    };
    expect(allowedBy(anOutcome({ when })).size).toBe(0);
    expect(allowedBy(anOutcome({ when: { not: { fact: 'visit', is: 'x' } } })).size).toBe(0);
    expect(allowedBy(anOutcome({ when: 'unreadable' })).size).toBe(0);
    expect(allowedBy(undefined).size).toBe(0);
  });

  it('keeps everything else as it was typed', () => {
    const texts = { 'fact.people': '4', note: 'Catatan' };
    expect(answersFor(action, anOutcome(), texts)).toEqual(texts);
  });
});
