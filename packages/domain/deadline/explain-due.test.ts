import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInstantText } from '../kernel/instant.ts';
import type { Duration } from '../standard/duration.ts';
import type { DaySpans, TenantCalendar, WeekHours } from './calendar.ts';
import { defaultCalendar, defaultWeek } from './default-calendar.ts';
import { explainAgreed, explainDue } from './explain-due.ts';
import { hoursOn } from './working-days.ts';
import { dueAt, dueOn } from './working-time.ts';

const jakarta = defaultCalendar('Asia/Jakarta');
const short: DaySpans = [{ from: '08:00', to: '10:30' }];
const sixDays: WeekHours = [short, short, short, short, short, [{ from: '08:00', to: '09:00' }], []];
const kupang: TenantCalendar = {
  ...defaultCalendar('Asia/Makassar'),
  counter: sixDays,
  special: [{ from: '2026-02-18', to: '2026-03-19', name: 'Ramadan', office: sixDays, counter: defaultWeek }],
};

const at = (local: string) => toInstantText(Date.parse(`${local}:00+07:00`));

const told = (from: string, duration: Duration) =>
  explainDue(jakarta, 'office', at(from), duration).days.map(({ date, count, closed, used }) =>
    [
      date.slice(5),
      count ?? '',
      closed ? (closed.name ?? closed.why) : '',
      ...(used?.map(({ minutes }) => `${minutes}m`) ?? []),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

describe('the explanation of a deadline', () => {
  test('numbers the days that count and names why the others do not', () => {
    expect(told('2026-03-13T10:00', { amount: 3, unit: 'working_day' })).toEqual([
      '03-13 0',
      '03-14 noHours',
      '03-15 noHours',
      '03-16 1',
      '03-17 2',
      '03-18 Cuti Bersama Hari Suci Nyepi',
      '03-19 Hari Suci Nyepi (Tahun Baru Saka 1948)',
      '03-20 Cuti Bersama Idul Fitri 1447 H',
      '03-21 Idul Fitri 1447 Hijriah',
      '03-22 Idul Fitri 1447 Hijriah',
      '03-23 Cuti Bersama Idul Fitri 1447 H',
      '03-24 Cuti Bersama Idul Fitri 1447 H',
      '03-25 3',
    ]);
  });

  test('what comes after closing arrives on the next open day, which is day 0', () => {
    const explained = explainDue(jakarta, 'office', at('2026-03-06T17:00'), {
      amount: 1,
      unit: 'working_day',
    });
    expect(explained.arrived).toBe(at('2026-03-09T07:30'));
    expect(told('2026-03-06T17:00', { amount: 1, unit: 'working_day' })).toEqual([
      '03-06',
      '03-07 noHours',
      '03-08 noHours',
      '03-09 0',
      '03-10 1',
    ]);
  });

  test('tells which opening hours were used up', () => {
    expect(told('2026-03-06T16:00', { amount: 2, unit: 'working_hour' })).toEqual([
      '03-06 30m',
      '03-07 noHours',
      '03-08 noHours',
      '03-09 90m',
    ]);
  });

  test('calendar days count through closed ones, and minutes run by the clock', () => {
    expect(told('2026-03-20T09:00', { amount: 2, unit: 'calendar_day' })).toEqual([
      '03-20 0',
      '03-21 1',
      '03-22 2',
    ]);
    expect(told('2026-03-20T23:50', { amount: 15, unit: 'minute' })).toEqual([]);
  });

  test('an agreed date that is closed goes to the next open day', () => {
    const explained = explainAgreed(jakarta, 'office', at('2026-03-16T09:00'), '2026-03-22');
    expect(explained.days.map(({ date }) => date)).toEqual([
      '2026-03-22',
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
    ]);
    expect(explained.at).toBe(dueOn(jakarta, 'office', at('2026-03-16T09:00'), '2026-03-22').at);
  });

  const question = {
    calendar: fc.constantFrom(jakarta, kupang),
    which: fc.constantFrom('office' as const, 'counter' as const),
    from: fc.integer({ min: Date.UTC(2025, 0, 2), max: Date.UTC(2027, 10, 1) }).map(toInstantText),
    duration: fc.record({
      amount: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom<Duration['unit'][]>(
        'minute',
        'hour',
        'calendar_day',
        'working_minute',
        'working_hour',
        'working_day',
      ),
    }),
  };

  test('always ends where the reckoning ends, and never counts closed time', () => {
    fc.assert(
      fc.property(fc.record(question), ({ calendar, which, from, duration }) => {
        const explained = explainDue(calendar, which, from, duration);
        const { at: due, unknownYears } = dueAt(calendar, which, from, duration);
        expect([explained.at, explained.unknownYears]).toEqual([due, unknownYears]);
        const { days } = explained;
        if (duration.unit === 'working_day' || duration.unit === 'calendar_day') {
          const counts = days.flatMap(({ count }) => (count === undefined ? [] : [count]));
          expect(counts).toEqual(Array.from({ length: duration.amount + 1 }, (_, number) => number));
          expect(days.at(-1)?.count).toBe(duration.amount);
        }
        if (duration.unit === 'working_minute' || duration.unit === 'working_hour') {
          const minutes = days.flatMap(({ used }) => used ?? []).reduce((sum, span) => sum + span.minutes, 0);
          expect(minutes).toBeCloseTo(duration.amount * (duration.unit === 'working_hour' ? 60 : 1), 6);
        }
        if (duration.unit.startsWith('working_')) {
          for (const { date, count, closed, used } of days) {
            expect(closed !== undefined).toBe(hoursOn(calendar, which, date).length === 0);
            if (closed) expect([count, used]).toEqual([undefined, undefined]);
          }
        }
      }),
    );
  });
});
