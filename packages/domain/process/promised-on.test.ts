import { describe, expect, it } from 'vitest';
import type { Deadline } from '../standard/deadline.ts';
import { aProcess, portal } from '../testing/a-standard.ts';
import { promisedOn, promisesAhead } from './promised-on.ts';

const deadline = (id: string, starts: Deadline['starts'], kind: Deadline['kind'] = 'promise'): Deadline => ({
  id,
  kind,
  label: id,
  duration: { amount: 1, unit: 'working_day' },
  calendar: 'office',
  starts,
  stops: [{ ended: true }],
  basis: { cites: ['procedure.1'] },
});

const process = aProcess({
  channels: [
    portal,
    { ...portal, id: 'letter' },
    {
      ...portal,
      id: 'objection',
      about: {
        endings: ['refused'],
        carries: [],
        within: { amount: 21, unit: 'working_day' },
        calendar: 'office',
      },
    },
  ],
  deadlines: [
    deadline('card', { step: 'work', outcome: 'done' }),
    deadline('norm', { step: 'work', outcome: 'done' }, 'norm'),
    deadline('answer', { filed: true }),
    { ...deadline('letter', { filed: true }), channels: ['letter'] },
    { ...deadline('heard', { filed: true }), channels: ['objection'] },
  ],
});

const idsOf = (deadlines: readonly Deadline[]) => deadlines.map(({ id }) => id);

describe('what is promised', () => {
  it('to a claim is what its work starts, and what starts with filing there or anywhere', () => {
    expect(idsOf(promisedOn(process, 'portal'))).toEqual(['card', 'answer']);
    expect(idsOf(promisedOn(process, 'letter'))).toEqual(['card', 'answer', 'letter']);
  });

  it('to an objection is what starts with it', () => {
    expect(idsOf(promisedOn(process, 'objection'))).toEqual(['answer', 'heard']);
  });

  it('may still start as long as it does not start with filing, and only for a claim', () => {
    expect(idsOf(promisesAhead(process, 'portal', []))).toEqual(['card']);
    expect(idsOf(promisesAhead(process, 'letter', ['letter']))).toEqual(['card']);
    expect(idsOf(promisesAhead(process, 'portal', ['card', 'answer']))).toEqual([]);
    expect(idsOf(promisesAhead(process, 'objection', ['heard']))).toEqual([]);
  });
});
