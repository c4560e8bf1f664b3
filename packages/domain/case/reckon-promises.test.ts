// Due dates after the calendar has changed. The property: reckoned anew from the beginning is what was reckoned on the way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TenantCalendar } from '../deadline/calendar.ts';
import { dateIn } from '../deadline/dates-in-words.ts';
import { closureAdded, withClosure, withoutClosure } from '../deadline/local-closures.ts';
import { dateOf, dayNumberOf } from '../deadline/working-days.ts';
import type { Standard } from '../standard/standard.ts';
import {
  aContext,
  aFiling,
  after,
  at,
  calendar,
  citizen,
  clock,
  completing,
  filed,
  type Kept,
  keep,
  monday,
  refusal,
  scan,
  secret,
  staff,
} from '../testing/a-case.ts';
import { aService } from '../testing/a-service.ts';
import { aStandard } from '../testing/a-standard.ts';
import { chance } from '../testing/chance.ts';
import { randomProcess } from '../testing/random-process.ts';
import { walk } from '../testing/walk.ts';
import type { By } from './command.ts';
import { decide } from './decide.ts';
import { fold } from './evolve.ts';
import type { CaseSnapshot } from './snapshot.ts';

const service = aService();
const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const opened = filed(service, aFiling({ facts, attachments: [scan('id-card')] }));
const officer = staff('one', ['officer']);
const manager = staff('boss', ['serviceManager']);
const reason = 'libur daerah: Banjir';
const command = {
  type: 'reckonPromises',
  causes: [
    { date: '2026-07-03', reason: 'libur daerah: Pekan lalu' },
    { date: '2026-07-08', reason },
    { date: '2026-07-14', reason },
    { date: '2026-08-03', reason: 'libur daerah: Bulan depan' },
  ],
} as const;

const closedOn = (...dates: readonly string[]): TenantCalendar => ({
  ...calendar,
  closures: [
    ...calendar.closures,
    ...dates.map((date) => ({ date, name: 'Banjir', kind: 'local' as const })),
  ],
});

const reckoned = (kept: Kept, by: By, now: typeof monday, on: TenantCalendar) =>
  decide(service, kept.snapshot, command, aContext({ by, now, calendar: on }));
const moved = (kept: Kept, on: TenantCalendar, now = monday): Kept =>
  keep(service, reckoned(kept, clock, now, on), kept);
const answer = ({ snapshot }: Kept) => snapshot.promises.find(({ promise }) => promise === 'answer');

const returned = after(
  service,
  opened,
  completing('check', 'return', {
    note: secret('v1.kurang'),
    missing: { requirements: ['id-card'], facts: [] },
  }),
  officer,
  at('2026-07-07 10:00'),
);
const supplied = after(
  service,
  returned,
  completing('supply', 'supplied', { attachments: [scan('id-card', 2)] }),
  citizen,
  at('2026-07-13 10:00'),
);

describe('a calendar that changed', () => {
  test('moves what it moves, with its reason', () => {
    const now = moved(opened, closedOn('2026-07-08'));
    expect(answer(opened)?.dueAt).toBe(at('2026-07-09 16:00'));
    expect(answer(now)?.dueAt).toBe(at('2026-07-10 16:30'));
    expect(now.events.at(-1)?.body).toMatchObject({ type: 'promiseMoved', reason });
    expect(answer(now)?.ledger.at(-1)).toMatchObject({ turn: 'moved', reason });
  });

  test('moves back what was moved, and leaves the rest', () => {
    const there = moved(opened, closedOn('2026-07-08'));
    expect(answer(moved(there, calendar))?.dueAt).toBe(answer(opened)?.dueAt);
    for (const kept of [opened, returned, supplied])
      expect(reckoned(kept, clock, monday, closedOn('2026-08-03'))).toEqual({ ok: true, value: [] });
  });

  test('is reckoned through the pauses there were', () => {
    const before = answer(supplied)?.dueAt;
    // A day in the pause counts for nothing; one after it does.
    expect(reckoned(supplied, clock, at('2026-07-13 10:00'), closedOn('2026-07-10'))).toEqual({
      ok: true,
      value: [],
    });
    const later = answer(moved(supplied, closedOn('2026-07-14'), at('2026-07-13 10:00')))?.dueAt;
    expect([before, later]).toEqual([at('2026-07-15 16:00'), at('2026-07-16 16:00')]);
  });

  test('moves what stands still, and leaves it standing', () => {
    const still = moved(returned, closedOn('2026-07-08'), at('2026-07-08 09:00'));
    expect(answer(still)).toMatchObject({ state: 'paused', dueAt: at('2026-07-10 16:30') });
  });

  test('breaks what is late by it', () => {
    const shut = filed(
      service,
      aFiling({ facts, attachments: [scan('id-card')] }),
      aContext({ calendar: closedOn('2026-07-08') }),
    );
    const late = moved(shut, calendar, at('2026-07-10 09:00'));
    expect(answer(late)).toMatchObject({ state: 'broken', dueAt: at('2026-07-09 16:00') });
  });

  test('is acted upon by the clock and by managers only', () => {
    expect(reckoned(opened, manager, monday, calendar)).toEqual({ ok: true, value: [] });
    for (const by of [officer, citizen])
      expect(refusal(reckoned(opened, by, monday, calendar))).toEqual({
        code: 'role-missing',
        role: 'serviceManager',
      });
  });
});

describe('a calendar that did not change', { timeout: 60_000 }, () => {
  test('moves nothing, whatever pauses there were', () => {
    let pauses = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (shape, turns) => {
        const standard = aStandard(randomProcess(chance(shape)));
        walk({
          standard,
          chance: chance(turns),
          most: 60,
          thorough: 100,
          look: (snapshot) => {
            pauses += snapshot.promises
              .flatMap(({ ledger }) => ledger)
              .filter(({ turn }) => turn === 'resumed').length;
            const now = snapshot.lastChange.at;
            const again = decide(standard, snapshot, command, aContext({ by: clock, now }));
            const moves = again.ok && again.value.filter(({ body }) => body.type === 'promiseMoved');
            expect(moves).toEqual([]);
          },
        });
      }),
      { numRuns: process.env.LAYAN_DEEP ? 2_000 : 300 },
    );
    expect(pauses).toBeGreaterThan(50);
  });
});

describe('promises that nobody looked after when the calendar changed', () => {
  const survey = at('2026-07-06 15:30');
  const accepted = after(service, opened, completing('check', 'accept'), officer, survey);
  const card = ({ snapshot }: Kept) => snapshot.promises.find(({ promise }) => promise === 'card');
  const surveyor = staff('walker', ['surveyor']);
  const assess = completing('assess', 'done', { facts: { result: 'poor', size: 4 } });
  const on = (kept: Kept, command: typeof assess, by: By, now: typeof monday, shut: TenantCalendar) =>
    keep(service, decide(service, kept.snapshot, command, aContext({ by, now, calendar: shut })), kept);

  test('are right when they begin to apply', () => {
    expect(card(accepted)).toMatchObject({ state: 'conditional', dueAt: at('2026-07-07 08:00') });
    const applies = on(accepted, assess, surveyor, at('2026-07-06 15:45'), closedOn('2026-07-07'));
    expect(card(applies)).toMatchObject({ state: 'kept', dueAt: at('2026-07-08 08:00') });
    expect(card(applies)?.ledger.map(({ turn }) => turn)).toEqual(['started', 'moved', 'applies', 'kept']);
    const unchanged = on(accepted, assess, surveyor, at('2026-07-06 15:45'), calendar);
    expect(card(unchanged)?.ledger.map(({ turn }) => turn)).toEqual(['started', 'applies', 'kept']);
  });

  test('lose nothing of what was left when they go on', () => {
    const supply = completing('supply', 'supplied', { attachments: [scan('id-card', 2)] });
    // Two days were left; one of them became a holiday while the citizen was waited for.
    const shut = closedOn('2026-07-08');
    const now = at('2026-07-13 10:00');
    expect(answer(on(returned, supply, citizen, now, shut))?.dueAt).toBe(answer(supplied)?.dueAt);
    const told = moved(returned, shut, at('2026-07-08 09:00'));
    expect(answer(on(told, supply, citizen, now, shut))?.dueAt).toBe(answer(supplied)?.dueAt);
  });
});

describe('a reason', () => {
  test('names the days a promise was reckoned across, and no others', () => {
    const causes = ['2026-07-03', '2026-07-08', '2026-07-09', '2026-08-03'].map((date) =>
      closureAdded({ date, name: date }),
    );
    const two = decide(
      service,
      opened.snapshot,
      { type: 'reckonPromises', causes },
      aContext({ by: clock, calendar: closedOn('2026-07-08', '2026-07-09') }),
    );
    expect(two.ok && two.value.map(({ body }) => body)).toEqual([
      expect.objectContaining({ reason: 'libur daerah: 2026-07-08, libur daerah: 2026-07-09' }),
    ]);
  });

  test('is that the calendar changed where nobody said more', () => {
    const bare = decide(
      service,
      opened.snapshot,
      { type: 'reckonPromises', causes: [] },
      aContext({ by: clock, calendar: closedOn('2026-07-08') }),
    );
    expect(bare.ok && bare.value.map(({ body }) => body)).toEqual([
      expect.objectContaining({ reason: 'kalender kerja berubah' }),
    ]);
  });
});

describe('a closure that is added and removed again', { timeout: 60_000 }, () => {
  test('leaves every due date where it was', () => {
    let moves = 0;
    const reckon = (standard: Standard, snapshot: CaseSnapshot, on: TenantCalendar) => {
      const now = snapshot.lastChange.at;
      const decided = decide(standard, snapshot, command, aContext({ by: clock, now, calendar: on }));
      return decided.ok ? (fold(standard, decided.value, snapshot) ?? snapshot) : snapshot;
    };
    const dates = ({ promises }: CaseSnapshot) => promises.map(({ promise, dueAt }) => [promise, dueAt]);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3 }), (shape, turns, ahead) => {
        const standard = aStandard(randomProcess(chance(shape)));
        walk({
          standard,
          chance: chance(turns),
          most: 30,
          thorough: 100,
          look: (snapshot) => {
            const today = dateIn(calendar.zone, snapshot.lastChange.at);
            const date = dateOf(dayNumberOf(today) + ahead);
            const closed = reckon(
              standard,
              snapshot,
              withClosure(calendar, { date, name: 'Hari jadi kota' }),
            );
            if (JSON.stringify(dates(closed)) !== JSON.stringify(dates(snapshot))) moves += 1;
            const again = reckon(
              standard,
              closed,
              withoutClosure(withClosure(calendar, { date, name: 'X' }), date),
            );
            expect(dates(again)).toEqual(dates(snapshot));
          },
        });
      }),
      { numRuns: process.env.LAYAN_DEEP ? 2_000 : 400 },
    );
    expect(moves).toBeGreaterThan(30);
  });
});
