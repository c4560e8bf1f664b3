// Laws of working time, over generated calendars, moments and durations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import type { Duration } from '../standard/duration.ts';
import type { DaySpans, TenantCalendar, WeekHours } from './calendar.ts';
import { dateIn } from './dates-in-words.ts';
import { decreedClosures } from './holidays.ts';
import { dateOf, dayNumberOf, dayPlan, type Hours } from './working-days.ts';
import { dueAfterPause, dueAt, dueOn, receivedAt, remaining } from './working-time.ts';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three spans of a day, from ascending distinct minutes. */
const daySpans: fc.Arbitrary<DaySpans> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 0, maxLength: 6 })
  .map((minutes) => {
    const ascending = [...minutes].sort((a, b) => a - b);
    return Array.from({ length: Math.floor(ascending.length / 2) }, (_, at) => ({
      from: clock(ascending[at * 2] ?? 0),
      to: clock(ascending[at * 2 + 1] ?? 0),
    }));
  });

const openDay = daySpans.filter((spans) => spans.length > 0);
const anyWeek = fc.tuple(openDay, daySpans, daySpans, daySpans, daySpans, daySpans, daySpans);

const whole: DaySpans = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '15:30' },
];
const half: DaySpans = [{ from: '08:00', to: '12:00' }];
/** Six days with a short Friday and half a Saturday, five days, and counters that open every other day. */
const knownWeek = fc.constantFrom<WeekHours>(
  [whole, whole, whole, whole, [{ from: '07:30', to: '11:00' }], half, []],
  [whole, whole, whole, whole, whole, [], []],
  [half, [], half, [], half, [], []],
);
const week = fc.oneof(anyWeek, knownWeek);
const hours = fc.constantFrom<Hours[]>('office', 'counter');

const calendar: fc.Arbitrary<TenantCalendar> = fc.record({
  zone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
  office: week,
  counter: week,
  special: fc.array(
    fc.record({
      from: fc.constant('2026-02-18'),
      to: fc.constant('2026-03-19'),
      name: fc.constant('Ramadan'),
      office: week,
      counter: week,
    }),
    { maxLength: 1 },
  ),
  closures: fc.subarray([...decreedClosures]),
});

const moment = fc.integer({ min: Date.UTC(2025, 0, 2), max: Date.UTC(2027, 11, 1) }).map(toInstantText);
const amount = fc.integer({ min: 1, max: 30 });
const workingUnit = fc.constantFrom<Duration['unit'][]>('working_minute', 'working_hour', 'working_day');
const anyUnit = fc.constantFrom<Duration['unit'][]>(
  'minute',
  'hour',
  'calendar_day',
  'working_minute',
  'working_hour',
  'working_day',
);

const deep = process.env.LAYAN_DEEP !== undefined;
const runs = { numRuns: deep ? 10_000 : 1_000 };

describe('working time', { timeout: deep ? 600_000 : 60_000 }, () => {
  test('never ends while the office is closed', () => {
    fc.assert(
      fc.property(calendar, hours, moment, amount, workingUnit, (tenant, which, from, n, unit) => {
        const due = epochMs(dueAt(tenant, which, from, { amount: n, unit }).at);
        const plan = dayPlan(tenant, which);
        const { spans } = plan.day(plan.dayNumber(due));
        expect(spans.some((span) => span.from <= due && due <= span.to)).toBe(true);
      }),
      runs,
    );
  });

  test('adds up: a then b is a plus b', () => {
    fc.assert(
      fc.property(calendar, hours, moment, amount, amount, anyUnit, (tenant, which, from, a, b, unit) => {
        const first = dueAt(tenant, which, from, { amount: a, unit }).at;
        const second = dueAt(tenant, which, first, { amount: b, unit }).at;
        expect(second).toBe(dueAt(tenant, which, from, { amount: a + b, unit }).at);
      }),
      runs,
    );
  });

  test('an earlier start never ends later', () => {
    fc.assert(
      fc.property(
        calendar,
        moment,
        fc.nat(20 * 86_400_000),
        amount,
        anyUnit,
        (tenant, from, later, n, unit) => {
          const early = dueAt(tenant, 'office', from, { amount: n, unit }).at;
          const late = dueAt(tenant, 'office', toInstantText(epochMs(from) + later), { amount: n, unit }).at;
          expect(epochMs(late)).toBeGreaterThanOrEqual(epochMs(early));
        },
      ),
      runs,
    );
  });

  test('more time never ends earlier, and never before the start', () => {
    fc.assert(
      fc.property(calendar, moment, amount, amount, anyUnit, (tenant, from, a, b, unit) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const first = epochMs(dueAt(tenant, 'office', from, { amount: less, unit }).at);
        expect(first).toBeGreaterThan(epochMs(from));
        expect(epochMs(dueAt(tenant, 'office', from, { amount: more, unit }).at)).toBeGreaterThanOrEqual(
          first,
        );
      }),
      runs,
    );
  });

  test('what is received counts from when it is received: receiving it twice changes nothing', () => {
    fc.assert(
      fc.property(calendar, moment, amount, workingUnit, (tenant, from, n, unit) => {
        const received = receivedAt(tenant, 'office', from).at;
        expect(receivedAt(tenant, 'office', received).at).toBe(received);
        expect(dueAt(tenant, 'office', received, { amount: n, unit }).at).toBe(
          dueAt(tenant, 'office', from, { amount: n, unit }).at,
        );
      }),
      runs,
    );
  });

  test('at receipt exactly what was promised is left', () => {
    fc.assert(
      fc.property(calendar, moment, amount, (tenant, from, n) => {
        const received = receivedAt(tenant, 'office', from).at;
        const days = dueAt(tenant, 'office', received, { amount: n, unit: 'working_day' }).at;
        expect(remaining(tenant, 'office', received, days)).toMatchObject({ late: false, workingDays: n });
        const minutes = dueAt(tenant, 'office', received, { amount: n, unit: 'working_minute' }).at;
        expect(remaining(tenant, 'office', received, minutes)).toMatchObject({
          late: false,
          workingMinutes: n,
        });
      }),
      runs,
    );
  });

  test('what is left never grows as time passes, and is never negative', () => {
    fc.assert(
      fc.property(calendar, moment, amount, workingUnit, fc.nat(100), (tenant, from, n, unit, percent) => {
        const due = dueAt(tenant, 'office', from, { amount: n, unit }).at;
        const between = epochMs(from) + Math.floor(((epochMs(due) - epochMs(from)) * percent) / 100);
        const first = remaining(tenant, 'office', from, due);
        const then = remaining(tenant, 'office', toInstantText(between), due);
        expect(then.late).toBe(false);
        expect(then.workingDays).toBeGreaterThanOrEqual(0);
        expect(then.workingMinutes).toBeGreaterThanOrEqual(0);
        expect(then.workingDays).toBeLessThanOrEqual(first.workingDays);
        expect(then.workingMinutes).toBeLessThanOrEqual(first.workingMinutes);
      }),
      runs,
    );
  });

  test('a pause never brings a deadline forward, and one without length does not move it', () => {
    fc.assert(
      fc.property(
        calendar,
        moment,
        amount,
        anyUnit,
        fc.nat(100),
        fc.nat(30 * 86_400_000),
        (tenant, from, n, unit, percent, length) => {
          const due = dueAt(tenant, 'office', from, { amount: n, unit }).at;
          const pausedAt = toInstantText(
            epochMs(from) + Math.floor(((epochMs(due) - epochMs(from)) * percent) / 100),
          );
          const resume = (ms: number) =>
            dueAfterPause(tenant, 'office', unit, { pausedAt, dueAt: due, resumedAt: toInstantText(ms) }).at;
          expect(resume(epochMs(pausedAt))).toBe(due);
          expect(epochMs(resume(epochMs(pausedAt) + length))).toBeGreaterThanOrEqual(epochMs(due));
        },
      ),
      runs,
    );
  });

  test('a pause leaves as much as there was, by the hours that count', () => {
    fc.assert(
      fc.property(
        calendar,
        hours,
        moment,
        amount,
        workingUnit,
        fc.nat(99),
        fc.nat(30 * 86_400_000),
        (tenant, which, from, n, unit, percent, length) => {
          const due = dueAt(tenant, which, from, { amount: n, unit }).at;
          const pausedMs = epochMs(from) + Math.floor(((epochMs(due) - epochMs(from)) * percent) / 100);
          const pausedAt = receivedAt(tenant, which, toInstantText(pausedMs)).at;
          fc.pre(epochMs(pausedAt) <= epochMs(due));
          const resumedAt = receivedAt(tenant, which, toInstantText(epochMs(pausedAt) + length)).at;
          const then = dueAfterPause(tenant, which, unit, { pausedAt, dueAt: due, resumedAt }).at;
          const before = remaining(tenant, which, pausedAt, due);
          const after = remaining(tenant, which, resumedAt, then);
          expect(after.late).toBe(false);
          if (unit === 'working_day') expect(after.workingDays).toBe(before.workingDays);
          else expect(after.workingMinutes).toBe(before.workingMinutes);
        },
      ),
      runs,
    );
  });

  test('pauses one after another come to the same as one as long, by the minute', () => {
    fc.assert(
      fc.property(
        calendar,
        hours,
        moment,
        amount,
        fc.nat(500),
        fc.nat(500),
        (tenant, which, from, n, a, b) => {
          const unit = 'working_hour';
          const due = dueAt(tenant, which, from, { amount: n, unit }).at;
          const later = (at: number) => toInstantText(epochMs(from) + at * 3_600_000);
          const resume = (dueAtThen: typeof due, pausedAt: typeof due, resumedAt: typeof due) =>
            dueAfterPause(tenant, which, unit, { pausedAt, dueAt: dueAtThen, resumedAt }).at;
          const once = resume(due, from, later(a + b));
          const twice = resume(resume(due, from, later(a)), later(a), later(a + b));
          expect(twice).toBe(once);
        },
      ),
      runs,
    );
  });

  test('an agreed date ends with an open day, that one or the first after it', () => {
    fc.assert(
      fc.property(calendar, hours, moment, fc.nat(60), (tenant, which, from, days) => {
        const date = dateOf(dayNumberOf(dateIn(tenant.zone, from)) + days);
        const due = dueOn(tenant, which, from, date).at;
        const plan = dayPlan(tenant, which);
        const day = plan.day(plan.dayNumber(epochMs(due)));
        expect(day.spans.at(-1)?.to).toBe(epochMs(due));
        for (let number = dayNumberOf(date); number < day.number; number += 1)
          expect(plan.day(number).spans).toEqual([]);
        expect(day.number).toBeGreaterThanOrEqual(dayNumberOf(date));
      }),
      runs,
    );
  });
});
