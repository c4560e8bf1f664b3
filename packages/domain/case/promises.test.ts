import { describe, expect, test } from 'vitest';
import type { InstantText } from '../kernel/ids.ts';
import type { Deadline } from '../standard/deadline.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  monday,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService, parts } from '../testing/a-service.ts';
import { anOutcome, aStandard, aStep, basis } from '../testing/a-standard.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const filing = aFiling({ facts, attachments: [scan('id-card')] });
const opened = filed(service, filing);
const officer = staff('officer', ['officer']);
const surveyor = staff('surveyor', ['surveyor']);
const head = staff('head', ['head']);
const note = secret('v1.catatan');

const accept = completing('check', 'accept');
const giveBack = completing('check', 'return', { note, missing: { requirements: ['id-card'], facts: [] } });
const supply = completing('supply', 'supplied', { attachments: [scan('id-card', 2)] });
const assess = (result: string) => completing('assess', 'done', { facts: { result, size: 4 } });
const sweep: CaseCommand = { type: 'checkPromises' };

const promise = ({ snapshot }: Kept, id: string) => snapshot.promises.find((record) => record.promise === id);
const accepted = (now: InstantText = monday) => after(service, opened, accept, officer, now);

describe('a promise', () => {
  test('starts when its moment comes, and remembers from when', () => {
    expect(promise(opened, 'answer')).toEqual({
      promise: 'answer',
      state: 'running',
      from: monday,
      dueAt: at('2026-07-09 16:00'),
      ledger: [{ at: monday, turn: 'started', dueAt: at('2026-07-09 16:00') }],
    });
    expect(promise(opened, 'card')).toBeUndefined();
  });

  test('is kept when its end comes in time, on the last minute too', () => {
    const end = at('2026-07-09 16:00');
    const done = after(service, accepted(), assess('rich'), surveyor, end);
    expect(promise(done, 'answer')).toMatchObject({ state: 'kept', settledAt: end });
  });

  test('is broken when its end comes too late', () => {
    const late = at('2026-07-10 08:00');
    expect(promise(after(service, accepted(), assess('rich'), surveyor, late), 'answer')).toMatchObject({
      state: 'broken',
      settledAt: late,
    });
  });

  test('is broken by time alone, once', () => {
    const late = at('2026-07-09 16:01');
    const swept = after(service, accepted(), sweep, clock, late);
    expect(swept.snapshot.promises.map(({ promise: id, state }) => [id, state])).toEqual([
      ['answer', 'broken'],
      ['card', 'conditional'],
      ['survey-norm', 'broken'],
    ]);
    const again = decide(service, swept.snapshot, sweep, aContext({ by: clock, now: late }));
    expect(again).toEqual({ ok: true, value: [] });
  });

  test('is noticed as broken by whatever happens next', () => {
    const swept = after(
      service,
      opened,
      { type: 'interrupt', interruption: 'close', note },
      head,
      at('2026-07-20 09:00'),
    );
    expect(promise(swept, 'answer')?.state).toBe('broken');
  });

  test('of an ended case changes no more', () => {
    const done = after(service, opened, { type: 'interrupt', interruption: 'withdraw' }, citizen);
    expect(
      decide(service, done.snapshot, sweep, aContext({ by: clock, now: at('2027-01-04 09:00') })),
    ).toEqual({ ok: true, value: [] });
  });
});

describe('a promise with a condition', () => {
  test('is conditional until it is decided, and then applies or not', () => {
    expect(promise(accepted(), 'card')).toMatchObject({
      state: 'conditional',
      dueAt: at('2026-07-06 10:00'),
    });
    expect(promise(after(service, accepted(), assess('poor'), surveyor), 'card')?.state).toBe('kept');
    expect(promise(after(service, accepted(), assess('rich'), surveyor), 'card')?.state).toBe('dropped');
  });

  test('that applies only when it is late already is broken', () => {
    const late = after(service, accepted(), assess('poor'), surveyor, at('2026-07-06 10:01'));
    expect(promise(late, 'card')?.state).toBe('broken');
    expect(late.events.map(({ body }) => body.type)).toContain('promiseApplies');
  });

  test('is not broken while it is undecided', () => {
    const swept = after(
      service,
      accepted(),
      { type: 'claimTask', task: 'assess.3' },
      surveyor,
      at('2026-07-06 15:00'),
    );
    expect(promise(swept, 'card')?.state).toBe('conditional');
  });

  test('that was never decided ends without having applied', () => {
    const closed = after(service, accepted(), { type: 'interrupt', interruption: 'close', note }, head);
    expect(promise(closed, 'card')?.state).toBe('dropped');
  });

  test('that is false from the start does not start', () => {
    const known: Deadline[] = (parts.deadlines ?? []).map((deadline) =>
      deadline.id === 'card' ? { ...deadline, when: { fact: 'married', is: true } } : deadline,
    );
    const moved = after(aService({ deadlines: known }), opened, accept, officer);
    expect(promise(moved, 'card')).toBeUndefined();
  });
});

test('a promise of one product is not kept by another', () => {
  const issue = (product: string) =>
    anOutcome(product, ['filed'], { effects: [{ issue: product, as: 'active' }] });
  const promised = (id: string): Deadline => ({
    id,
    kind: 'promise',
    label: id,
    duration: { amount: 1, unit: 'working_day' },
    calendar: 'office',
    starts: id === 'letter' ? { issued: 'card' } : { filed: true },
    stops: [{ issued: id }],
    basis,
  });
  const two = aStandard({
    steps: [aStep('issue', ['filed'], [issue('card'), issue('letter')])],
    products: [
      { id: 'card', kind: 'card', label: 'Kartu', basis },
      { id: 'letter', kind: 'letter', label: 'Surat', basis },
    ],
    deadlines: [promised('card'), promised('letter')],
  });
  const states = ({ snapshot }: Kept) => snapshot.promises.map(({ promise: id, state }) => `${id} ${state}`);
  const letter = after(two, filed(two, aFiling()), completing('issue', 'letter'), officer);
  expect(states(letter)).toEqual(['card running']);
  const card = after(two, filed(two, aFiling()), completing('issue', 'card'), officer);
  expect(states(card)).toEqual(['card kept', 'letter running']);
});

describe('a pause', () => {
  const returned = after(service, opened, giveBack, officer, at('2026-07-07 10:00'));

  test('stands still for the place that causes it', () => {
    expect(promise(returned, 'answer')).toMatchObject({
      state: 'paused',
      pausedAt: at('2026-07-07 10:00'),
      pausedFor: 'returned',
      dueAt: at('2026-07-09 16:00'),
    });
  });

  test('is not broken by time', () => {
    const swept = decide(
      service,
      returned.snapshot,
      sweep,
      aContext({ by: clock, now: at('2026-07-30 10:00') }),
    );
    expect(swept).toEqual({ ok: true, value: [] });
  });

  test('goes on with what was left', () => {
    const resumed = promise(after(service, returned, supply, citizen, at('2026-07-20 10:00')), 'answer');
    expect(resumed).toMatchObject({ state: 'running', dueAt: at('2026-07-22 16:00') });
    expect(resumed).not.toHaveProperty('pausedAt');
    expect(resumed).not.toHaveProperty('pausedFor');
  });

  test('of a promise that was late already leaves it broken', () => {
    const late = after(service, opened, giveBack, officer, at('2026-07-13 10:00'));
    expect(promise(late, 'answer')).toMatchObject({ state: 'broken' });
    expect(promise(late, 'answer')).not.toHaveProperty('pausedAt');
  });

  test('stands an undecided promise still as well, and it stays undecided', () => {
    const both = aService({
      deadlines: (parts.deadlines ?? []).map((deadline) =>
        deadline.id === 'answer' ? { ...deadline, when: { fact: 'result', is: 'poor' } } : deadline,
      ),
    });
    const filedBoth = filed(both, filing);
    const pausedBoth = after(both, filedBoth, giveBack, officer, at('2026-07-07 10:00'));
    expect(promise(pausedBoth, 'answer')).toMatchObject({ state: 'conditional', pausedFor: 'returned' });
    const resumed = after(both, pausedBoth, supply, citizen, at('2026-07-20 10:00'));
    expect(promise(resumed, 'answer')).toMatchObject({ state: 'conditional', dueAt: at('2026-07-22 16:00') });
  });
});

describe('starting again', () => {
  test('a promise starts once, however often its moment comes', () => {
    const restarting = aService({
      deadlines: (parts.deadlines ?? []).map((deadline) =>
        deadline.id === 'answer'
          ? {
              ...deadline,
              starts: { step: 'supply', outcome: 'supplied' },
              stops: [{ step: 'check', outcome: 'return' }],
            }
          : deadline,
      ),
    });
    let kept = filed(restarting, filing);
    for (const day of ['07', '08', '09']) {
      kept = after(restarting, kept, giveBack, officer, at(`2026-07-${day} 09:00`));
      kept = after(restarting, kept, supply, citizen, at(`2026-07-${day} 10:00`));
    }
    expect(promise(kept, 'answer')).toMatchObject({ from: at('2026-07-07 10:00'), state: 'kept' });
  });

  test('a norm starts again each time, once it is settled', () => {
    const looping = aService({
      deadlines: (parts.deadlines ?? []).map((deadline) =>
        deadline.id === 'survey-norm'
          ? { ...deadline, starts: { filed: true }, stops: [{ step: 'check', outcome: 'return' }] }
          : deadline,
      ),
    });
    const settled = after(looping, filed(looping, filing), giveBack, officer);
    expect(promise(settled, 'survey-norm')?.state).toBe('kept');
    const visits = after(
      service,
      accepted(),
      completing('assess', 'again', { facts: { result: 'absent' } }),
      surveyor,
    );
    expect(promise(visits, 'survey-norm')?.state).toBe('kept');
  });
});

test('a promise into a year without decree is started as an estimate', () => {
  const estimate = filed(service, filing, aContext({ now: at('2027-12-30 09:00') }));
  expect(promise(estimate, 'answer')).toMatchObject({ unknownYears: [2028] });
  expect(promise(opened, 'answer')).not.toHaveProperty('unknownYears');
});

test('a pause into such a year makes an estimate of a promise', () => {
  const certain = filed(service, filing, aContext({ now: at('2027-12-20 09:00') }));
  expect(promise(certain, 'answer')).not.toHaveProperty('unknownYears');
  const paused = after(service, certain, giveBack, officer, at('2027-12-20 10:00'));
  const resumed = after(service, paused, supply, citizen, at('2027-12-29 10:00'));
  expect(promise(resumed, 'answer')).toMatchObject({ dueAt: at('2028-01-03 16:00'), unknownYears: [2028] });
  const soon = after(service, paused, supply, citizen, at('2027-12-21 10:00'));
  expect(promise(soon, 'answer')).not.toHaveProperty('unknownYears');
});
