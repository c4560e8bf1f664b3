import { describe, expect, test } from 'vitest';
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
  refusal,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import { anEnding, anOutcome, aRoute, aStandard, aTask, aTimer } from '../testing/a-standard.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { decideFiling } from './decide-filing.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const officer = staff('officer', ['officer']);
const head = staff('head', ['head']);
const note = secret('v1.catatan');

const refused = (before: Kept, command: CaseCommand, by: By, now = monday) =>
  refusal(decide(service, before.snapshot, command, aContext({ by, now })));

describe('an interruption', () => {
  test('takes the case out of whatever it was in', () => {
    const withdrawn = after(service, opened, { type: 'interrupt', interruption: 'withdraw' }, citizen);
    expect(withdrawn.snapshot).toMatchObject({
      marking: [],
      tasks: [],
      ended: { ending: 'withdrawn' },
      products: [],
    });
    expect(withdrawn.snapshot.timeline.map(({ text }) => text)).toEqual([
      'Permohonan Anda sudah kami terima.',
      'Anda membatalkan permohonan.',
      'Permohonan Anda selesai: withdrawn.',
    ]);
  });

  test('revokes what is in force', () => {
    const accepted = after(service, opened, completing('check', 'accept'), officer);
    const poor = completing('assess', 'done', { facts: { result: 'poor', size: 3 } });
    const issued = after(service, accepted, poor, staff('s', ['surveyor']));
    const withdrawn = after(service, issued, { type: 'interrupt', interruption: 'withdraw' }, citizen);
    expect(withdrawn.snapshot.products).toMatchObject([{ state: 'revoked' }]);
  });

  test('takes back what the applicant was asked', () => {
    const returned = after(
      service,
      opened,
      completing('check', 'return', { note, missing: { requirements: ['id-card'], facts: [] } }),
      officer,
    );
    const closed = after(service, returned, { type: 'interrupt', interruption: 'close', note }, head);
    expect(closed.snapshot.returned).toBeUndefined();
    expect(closed.snapshot.timers).toEqual([]);
    expect(closed.snapshot.timeline.at(-2)).toMatchObject({ text: 'Anda membatalkan permohonan.', note });
  });

  test('is for its role, with its note', () => {
    expect(refused(opened, { type: 'interrupt', interruption: 'withdraw' }, officer)).toEqual({
      code: 'role-missing',
      role: 'applicant',
    });
    expect(refused(opened, { type: 'interrupt', interruption: 'close' }, citizen)).toEqual({
      code: 'role-missing',
      role: 'head',
    });
    expect(refused(opened, { type: 'interrupt', interruption: 'close' }, head)).toEqual({
      code: 'note-missing',
    });
    expect(refused(opened, { type: 'interrupt', interruption: 'burn' }, head)).toEqual({
      code: 'unknown-interruption',
      interruption: 'burn',
    });
  });
});

describe('a timer', () => {
  const missing = { requirements: ['id-card'], facts: [] };
  const giveBack = completing('check', 'return', { note, missing });
  const returned = after(service, opened, giveBack, officer);
  const firesAt = at('2026-08-05 23:59');

  test('is armed while its place is marked', () => {
    expect(returned.snapshot.timers).toEqual([{ timer: 'lapse', armedAt: monday, firesAt }]);
    const supplied = after(
      service,
      returned,
      completing('supply', 'supplied', { attachments: [scan('id-card', 2)] }),
      citizen,
    );
    expect(supplied.snapshot.timers).toEqual([]);
  });

  test('is armed anew when its place is marked anew', () => {
    const supplied = after(
      service,
      returned,
      completing('supply', 'supplied', { attachments: [scan('id-card', 2)] }),
      citizen,
    );
    const later = at('2026-07-20 09:00');
    expect(after(service, supplied, giveBack, officer, later).snapshot.timers).toEqual([
      { timer: 'lapse', armedAt: later, firesAt: at('2026-08-19 23:59') },
    ]);
  });

  test('fires when its time has come, not before', () => {
    const fire = { type: 'fireTimer', timer: 'lapse' } as const;
    expect(refused(returned, fire, clock, at('2026-08-05 23:58'))).toEqual({ code: 'not-due', firesAt });
    const lapsed = after(service, returned, fire, clock, firesAt);
    expect(lapsed.snapshot).toMatchObject({ ended: { ending: 'lapsed' }, timers: [] });
    expect(lapsed.snapshot.timeline.at(-2)?.text).toBe('Berkas tidak dilengkapi.');
  });

  test('fires by the clock only, and only while armed', () => {
    expect(refused(returned, { type: 'fireTimer', timer: 'lapse' }, officer, firesAt)).toEqual({
      code: 'role-missing',
      role: 'system',
    });
    expect(refused(opened, { type: 'fireTimer', timer: 'lapse' }, clock, firesAt)).toEqual({
      code: 'unknown-timer',
      timer: 'lapse',
    });
    expect(refused(returned, { type: 'fireTimer', timer: 'bom' }, clock, firesAt)).toEqual({
      code: 'unknown-timer',
      timer: 'bom',
    });
  });
});

test('a timer runs on while other work is done beside it', () => {
  const beside = aStandard({
    steps: [
      aTask('split', ['filed'], ['a', 'b']),
      aTask('left', ['a'], ['c']),
      aTask('right', ['b'], ['d']),
      aTask('again', ['b'], ['b']),
    ],
    timers: [aTimer('slow', 'b', ['d'])],
    endings: [anEnding('granted', ['c', 'd'])],
  });
  const [early, later] = [at('2026-07-07 09:00'), at('2026-07-08 09:00')];
  const split = after(beside, filed(beside, aFiling()), completing('split', 'done'), officer, early);
  const armed = [{ timer: 'slow', armedAt: early, firesAt: at('2026-08-06 23:59') }];
  expect(split.snapshot.timers).toEqual(armed);
  expect(after(beside, split, completing('left', 'done'), officer, later).snapshot.timers).toEqual(armed);
  expect(after(beside, split, completing('again', 'done'), officer, later).snapshot.timers).toEqual([
    { timer: 'slow', armedAt: later, firesAt: at('2026-08-07 23:59') },
  ]);
});

test('deciding leaves the case as it was and decides the same again', () => {
  const before = JSON.stringify(opened);
  const decideOnce = () =>
    decide(service, opened.snapshot, completing('check', 'accept'), aContext({ by: officer }));
  expect(decideOnce()).toEqual(decideOnce());
  expect(JSON.stringify(opened)).toBe(before);
});

test('routes that run in a circle are told as a mistake of the standard', () => {
  const circle = aStandard({
    steps: [
      aRoute('a', ['filed'], [anOutcome('go', ['b'])]),
      aRoute('b', ['b'], [anOutcome('go', ['filed'])]),
    ],
  });
  expect(() => decideFiling(circle, aFiling(), aContext())).toThrow('circle');
});
