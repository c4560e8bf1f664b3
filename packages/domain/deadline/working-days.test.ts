import { expect, test } from 'vitest';
import { TenantCalendar } from './calendar.ts';
import { defaultCalendar } from './default-calendar.ts';
import vectors from './fixtures/working-day-vectors.json' with { type: 'json' };
import { dateOf, dayNumberOf, dayPlan, weekdayOf } from './working-days.ts';
import { addWorkingDays } from './working-time.ts';

const calendar = defaultCalendar('Asia/Jakarta');

test.each(vectors)('$start plus $workingDays working days is $due ($why)', ({ start, workingDays, due }) => {
  expect(addWorkingDays(calendar, 'office', start, workingDays)).toBe(due);
});

test('no working day later is the next open day, today included', () => {
  expect(addWorkingDays(calendar, 'office', '2026-03-17', 0)).toBe('2026-03-17');
  expect(addWorkingDays(calendar, 'office', '2026-03-18', 0)).toBe('2026-03-25');
});

test('days are numbered from 1970 and back, Monday first', () => {
  expect([dayNumberOf('1970-01-01'), dayNumberOf('2026-03-25'), dayNumberOf('1969-12-31')]).toEqual([
    0, 20_537, -1,
  ]);
  expect(dateOf(20_537)).toBe('2026-03-25');
  expect(weekdayOf(dayNumberOf('2026-03-23'))).toBe(0);
  expect(weekdayOf(dayNumberOf('1969-12-28'))).toBe(6);
});

test('an ordinary week has 37.5 hours, with a longer break on Friday', () => {
  const plan = dayPlan(calendar, 'office');
  const hours = [6, 7, 8, 9, 10, 11, 12].map((day) =>
    plan
      .day(dayNumberOf(`2026-07-${String(day).padStart(2, '0')}`))
      .spans.reduce((sum, { from, to }) => sum + (to - from) / 3_600_000, 0),
  );
  expect(hours).toEqual([7.5, 7.5, 7.5, 7.5, 7.5, 0, 0]);
});

test('a period with other hours replaces the week, for office and counter apart', () => {
  const short = [{ from: '08:00', to: '12:00' }];
  const ramadan = { ...calendar.special[0], from: '2026-02-19', to: '2026-03-19', name: 'Ramadan' };
  const special = TenantCalendar.parse({
    ...calendar,
    special: [{ ...ramadan, office: [short, short, short, short, short, [], []], counter: calendar.counter }],
  });
  const closes = (which: 'office' | 'counter', date: string) =>
    new Date(dayPlan(special, which).day(dayNumberOf(date)).closes).toISOString();
  expect(closes('office', '2026-02-18')).toBe('2026-02-18T09:00:00.000Z');
  expect(closes('office', '2026-02-19')).toBe('2026-02-19T05:00:00.000Z');
  expect(closes('counter', '2026-02-19')).toBe('2026-02-19T09:00:00.000Z');
  expect(dayPlan(special, 'office').day(dayNumberOf('2026-03-19')).spans).toEqual([]);
  expect(closes('office', '2026-03-25')).toBe('2026-03-25T09:00:00.000Z');
});

test('a calendar that never opens again is told as a mistake instead of searching forever', () => {
  const closures = Array.from({ length: 1_100 }, (_, day) => ({
    date: dateOf(dayNumberOf('2026-01-01') + day),
    kind: 'local' as const,
    name: 'Tutup',
  }));
  expect(() => addWorkingDays({ ...calendar, closures }, 'office', '2026-01-01', 1)).toThrow(
    'never open again',
  );
});

test.each([
  [
    'spans that overlap',
    [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '15:00' },
    ],
  ],
  [
    'spans that touch',
    [
      { from: '08:00', to: '12:00' },
      { from: '12:00', to: '15:00' },
    ],
  ],
  ['a span that ends before it begins', [{ from: '12:00', to: '08:00' }]],
])('a calendar refuses %s', (_, day) => {
  expect(TenantCalendar.safeParse({ ...calendar, office: [day, [], [], [], [], [], []] }).success).toBe(
    false,
  );
});

test('a calendar refuses a week without any open day', () => {
  expect(TenantCalendar.safeParse({ ...calendar, office: [[], [], [], [], [], [], []] }).success).toBe(false);
  expect(TenantCalendar.safeParse(calendar).success).toBe(true);
});
