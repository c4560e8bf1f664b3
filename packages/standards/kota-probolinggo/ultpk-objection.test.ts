// Objections at ULTPK: which decisions can be objected to, whose clock runs, who may not decide, where it ends.
import { play } from '@layan/domain/case/play';
import type { Played } from '@layan/domain/case/stage';
import type { Turn } from '@layan/domain/standard/example';
import { at, calendar, sha256 } from '@layan/domain/testing/a-case';
import { describe, expect, it } from 'vitest';
import { ultpk } from './ultpk.ts';

const scene = { calendar, from: at('2026-03-10 09:00'), hash: sha256, makeUp: true };
const { process } = ultpk;

const played = (channel: string, turns: readonly Turn[], facts = {}): Played => {
  const home = {
    relationToHead: 'self',
    nikStatus: 'have',
    familyCardStatus: 'have',
    village: '35.74.04.1003',
  };
  const result = play(ultpk, { channel, facts: { ...home, ...facts }, turns: [...turns] }, scene);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const accept = { step: 'initial-verification', outcome: 'accept' };
const register = (registryStatus: string) => ({
  step: 'registration',
  outcome: 'register',
  facts: { registryStatus },
});
const survey = { step: 'field-survey', outcome: 'complete', facts: { visitOutcome: 'complete' } };
const objected = (turns: readonly Turn[], registryStatus = 'notListed') =>
  played('objection', turns, { registryStatus }).snapshot;

const promisesOf = ({ promises }: Played['snapshot']) =>
  promises.map(({ promise, state }) => [promise, state]);

describe('a decision', () => {
  it('that refuses can be objected to for 21 working days', () => {
    const refuse = { step: 'survey-entry', outcome: 'refuse', facts: { means: 'withMeans' } };
    const { snapshot } = played('counter', [accept, register('notListed'), survey, refuse]);
    expect(snapshot.ended).toMatchObject({ ending: 'refused', objection: { channel: 'objection' } });
    // Counted by hand from Tuesday 10 March: 11-13, 16-17, 25-27, 30-31 March, 1-2, 6-10, 13-16 April.
    // The last day is whole, in the time of the city.
    expect(snapshot.ended?.objection?.until).toBe('2026-04-16T16:59:59.999Z');
  });

  it('that gives, and one on an objection, names no way to object here', () => {
    const grant = objected([{ step: 'objection-decision', outcome: 'grant-pendalungan' }]);
    expect(grant.ended).toMatchObject({ ending: 'objection-granted-pendalungan' });
    expect(grant.ended?.objection).toBeUndefined();
    const dismissed = objected([{ step: 'objection-decision', outcome: 'dismiss' }]);
    expect(dismissed.ended?.objection).toBeUndefined();
    const words = process.endings.find(({ id }) => id === 'objection-dismissed')?.citizen;
    for (const way of ['Wali Kota', 'PTUN', 'Ombudsman']) expect(words).toContain(way);
  });
});

describe('an objection', () => {
  it.each([
    ['objection', 'objection-promise'],
    ['objection-counter', 'objection-promise-counter'],
  ])('on channel %s starts its own clock and no other', (channel, promise) => {
    const { snapshot } = played(channel, [], { registryStatus: 'listed' });
    expect(promisesOf(snapshot)).toEqual([[promise, 'running']]);
    // Counted by hand from Tuesday 10 March: 11-13, 16-17, 25-27, 30-31 March.
    expect(snapshot.promises[0]?.dueAt).toBe(at('2026-03-31 16:00'));
  });

  it('does not start the clock of a claim, nor a claim that of an objection', () => {
    const { snapshot } = played('portal', [accept]);
    expect(promisesOf(snapshot).map(([id]) => id)).toEqual(['bestari-promise', 'pendalungan-promise']);
    const granted = objected([{ step: 'objection-decision', outcome: 'grant-bestari' }], 'listed');
    expect(promisesOf(granted)).toEqual([['objection-promise', 'kept']]);
  });

  it('that reopens the claim is answered, and the claim has its promises again', () => {
    const reopened = objected([
      { step: 'objection-decision', outcome: 'reopen' },
      accept,
      register('notListed'),
    ]);
    expect(promisesOf(reopened)).toContainEqual(['objection-promise', 'kept']);
    expect(promisesOf(reopened)).toContainEqual(['pendalungan-promise', 'running']);
  });

  it('gives the card that the registry calls for, in force at once', () => {
    const cards = (registryStatus: string, outcome: string) =>
      objected([{ step: 'objection-decision', outcome }], registryStatus).products.map((card) => [
        card.product,
        card.state,
      ]);
    expect(cards('listed', 'grant-bestari')).toEqual([['bestari-card', 'active']]);
    expect(cards('notListed', 'grant-pendalungan')).toEqual([['pendalungan-card', 'active']]);
    expect(() => cards('listed', 'grant-pendalungan')).toThrow('outcome-not-offered');
  });

  it('is surveyed anew once at most', () => {
    const again = process.steps.find(({ id }) => id === 'objection-redecision');
    expect(again?.outcomes.map(({ id }) => id)).not.toContain('order-survey');
  });

  it('is decided by nobody who decided before', () => {
    const deciding = process.steps
      .filter(({ role }) => role === 'backOffice' || role === 'divisionHead')
      .filter(({ outcomes }) => outcomes.some(({ tone }) => tone === 'refuse'))
      .map(({ id }) => id);
    const hearing = process.steps.filter(({ role }) => role === 'agencyHead');
    expect(hearing).toHaveLength(2);
    for (const { notBy } of hearing) expect([...(notBy ?? [])].sort()).toEqual(deciding.sort());
  });

  it('can be made against every refusal and every card taken away', () => {
    const about = process.channels.flatMap((channel) => channel.about ?? []);
    expect(about).toHaveLength(2);
    const refusing = process.endings.filter(
      ({ kind, id }) => kind === 'refused' && id !== 'objection-dismissed',
    );
    const revoking = process.products.map(({ actions = [] }) =>
      actions.filter(({ change }) => change === 'revoke').map(({ id }) => id),
    );
    for (const { endings, changes } of about) {
      expect([...endings].sort()).toEqual(refusing.map(({ id }) => id).sort());
      for (const actions of revoking) expect(changes).toEqual(actions);
    }
  });
});
