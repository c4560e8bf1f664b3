import { describe, expect, test } from 'vitest';
import { play } from '../case/play.ts';
import type { Channel } from '../standard/channel.ts';
import type { Process } from '../standard/process.ts';
import { calendar, monday, sha256 } from '../testing/a-case.ts';
import {
  aFact,
  aForm,
  anEnding,
  anOutcome,
  aProcess,
  aRoute,
  aStandard,
  aTask,
  portal,
} from '../testing/a-standard.ts';
import { completions } from './completions.ts';
import { explore } from './explore.ts';
import { openingFields, openingGroups } from './opening.ts';
import { fieldsOf, indexOf } from './process-index.ts';

const phone = aFact('phone', 'phone', { privacy: 'identifying' });
const mail = aFact('mail', 'email', { privacy: 'identifying' });
const form = {
  ...aForm('report', [
    { fact: 'phone', required: false },
    { fact: 'mail', required: false },
    { fact: 'wish', required: false },
  ]),
  atLeastOne: [['phone', 'mail']],
};

/** Each of three ways to reach the applicant has its own step; the fourth is for those nobody can reach. */
const reached = (channel: Partial<Channel>): Partial<Process> => ({
  facts: [phone, mail],
  identity: { facts: ['phone', 'mail'], seenBy: ['officer'] },
  forms: [form],
  channels: [{ ...portal, form: 'report', ...channel }],
  steps: [
    aRoute(
      'route',
      ['filed'],
      [
        anOutcome('both', ['both'], { when: { all: [{ known: 'phone' }, { known: 'mail' }] } }),
        anOutcome('call', ['call'], { when: { known: 'phone' } }),
        anOutcome('write', ['write'], { when: { known: 'mail' } }),
        anOutcome('nobody', ['nobody'], {}),
      ],
    ),
    ...['both', 'call', 'write', 'nobody'].map((place) => aTask(`do-${place}`, [place], [`end-${place}`])),
  ],
  endings: ['both', 'call', 'write', 'nobody'].map((place) => anEnding(place, [`end-${place}`])),
});

const endingsOf = (channel: Partial<Channel>) => {
  const process = aProcess(reached(channel));
  const { endings, deadEndings } = explore(process);
  for (const { ending, story } of endings) {
    const scene = { calendar, from: monday, hash: sha256, makeUp: true };
    const played = play(aStandard(reached(channel)), story, scene);
    expect(played.ok && played.value.snapshot.ended?.ending).toBe(ending);
  }
  expect(endings.length + deadEndings.length).toBe(4);
  return endings.map(({ ending }) => ending).sort();
};

describe('a form of whose questions one must be answered', () => {
  test('is never left without any; what is explored can be played', () => {
    expect(endingsOf({})).toEqual(['both', 'call', 'write']);
  });

  test('is left without any by who stays anonymous, and they may tell one all the same', () => {
    expect(endingsOf({ identity: 'optional' })).toEqual(['both', 'call', 'nobody', 'write']);
  });

  test('is not asked where nobody is asked for a name', () => {
    expect(endingsOf({ identity: 'anonymous', kind: 'box', receipt: 'opened' })).toEqual(['nobody']);
  });

  test('is filled in in every way that conditions can tell apart but the empty one', () => {
    const index = indexOf(aProcess({ facts: [phone, mail], forms: [form] }));
    const ways = (facts: readonly string[], groups: readonly (readonly string[])[]) =>
      [
        ...completions(index, fieldsOf(index, 'report'), {}, new Set(facts), {
          needs: ({ required }) => required,
          groups,
        }),
      ].map((answers) => Object.keys(answers).join('+'));
    expect(ways(['phone', 'mail'], [])).toEqual(['', 'mail', 'phone', 'phone+mail']);
    expect(ways(['phone', 'mail'], form.atLeastOne)).toEqual(['mail', 'phone', 'phone+mail']);
    // One that matters draws the others with it.
    expect(ways(['mail'], form.atLeastOne)).toEqual(['mail', 'phone', 'phone+mail']);
    expect(ways([], form.atLeastOne)).toEqual(['']);
  });

  test('of which nothing is asked demands nothing', () => {
    const asked = {
      ...aForm('report', [
        { fact: 'phone', required: false, when: { fact: 'wish', is: true } },
        { fact: 'mail', required: false, when: { fact: 'wish', is: true } },
      ]),
      atLeastOne: form.atLeastOne,
    };
    const index = indexOf(aProcess({ facts: [phone, mail], forms: [asked] }));
    const ways = (wish: boolean) =>
      [
        ...completions(index, fieldsOf(index, 'report'), { wish }, new Set(['phone', 'mail']), {
          needs: ({ required }) => required,
          groups: asked.atLeastOne,
        }),
      ].length;
    expect(ways(false)).toBe(1);
    expect(ways(true)).toBe(3);
  });
});

describe('what filing asks for', () => {
  const index = indexOf(aProcess(reached({})));
  const channel = (identity: Channel['identity']): Channel => ({
    ...portal,
    form: 'report',
    ...(identity && { identity }),
  });

  test('depends on whether the applicant is known', () => {
    const facts = (...args: Parameters<typeof openingFields>) =>
      openingFields(...args).map(({ fact }) => fact);
    expect(facts(index, channel('optional'), 'optional')).toEqual(['phone', 'mail', 'wish']);
    expect(facts(index, channel('anonymous'), 'never')).toEqual(['wish']);
  });

  test('includes something that tells the applicant where that is required', () => {
    expect(openingGroups(index, channel('required'))).toEqual([
      ['phone', 'mail'],
      ['phone', 'mail'],
    ]);
    expect(openingGroups(index, channel('optional'), 'optional')).toEqual([]);
    expect(openingGroups(index, channel('optional'))).toEqual([['phone', 'mail']]);
  });
});
