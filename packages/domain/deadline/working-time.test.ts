import { describe, expect, test } from 'vitest';
import { InstantText } from '../kernel/ids.ts';
import type { Duration } from '../standard/duration.ts';
import type { WeekHours } from './calendar.ts';
import { defaultCalendar } from './default-calendar.ts';
import vectors from './fixtures/working-day-vectors.json' with { type: 'json' };
import { dueAfterPause, dueAt, receivedAt, remaining } from './working-time.ts';

const calendar = defaultCalendar('Asia/Jakarta');

/** An instant by the clock of a zone, e.g. `2026-03-17 09:00`. */
const at = (local: string, offset = '+07:00') =>
  InstantText.parse(new Date(`${local.replace(' ', 'T')}:00${offset}`).toISOString());

const due = (from: string, amount: number, unit: Duration['unit']) =>
  dueAt(calendar, 'office', at(from), { amount, unit });

describe('working days', () => {
  const openStarts = vectors.filter(({ why }) => why !== 'Saturday start');

  test.each(openStarts)(
    'received on $start at nine, $workingDays working days end at the close of $due',
    (vector) => {
      const friday = new Date(`${vector.due}T00:00Z`).getUTCDay() === 5;
      const close = `${vector.due} ${friday ? '16:30' : '16:00'}`;
      expect(due(`${vector.start} 09:00`, vector.workingDays, 'working_day').at).toBe(at(close));
    },
  );

  test('what arrives on a closed day arrives at the next opening, whose day is day 0', () => {
    expect(due('2026-11-21 10:00', 5, 'working_day').at).toBe(at('2026-11-30 16:00'));
  });

  test('what arrives a minute after closing counts from the next day, at closing still from today', () => {
    expect(due('2026-07-06 16:00', 1, 'working_day').at).toBe(at('2026-07-07 16:00'));
    expect(due('2026-07-06 16:01', 1, 'working_day').at).toBe(at('2026-07-08 16:00'));
  });

  test('what arrives before opening or in the break counts from today', () => {
    expect(due('2026-07-06 05:00', 1, 'working_day').at).toBe(at('2026-07-07 16:00'));
    expect(due('2026-07-06 12:30', 1, 'working_day').at).toBe(at('2026-07-07 16:00'));
  });

  test('the day is that of the tenant’s zone', () => {
    const late = at('2026-07-06 23:30');
    const kupang = dueAt(defaultCalendar('Asia/Makassar'), 'office', late, {
      amount: 1,
      unit: 'working_day',
    });
    expect(kupang.at).toBe(at('2026-07-08 16:00', '+08:00'));
    const jayapura = dueAt(defaultCalendar('Asia/Jayapura'), 'office', at('2026-07-06 15:30'), {
      amount: 1,
      unit: 'working_day',
    });
    expect(jayapura.at).toBe(at('2026-07-08 16:00', '+09:00'));
  });
});

describe('working hours and minutes', () => {
  test('run over the break and over night', () => {
    expect(due('2026-07-06 11:30', 1, 'working_hour').at).toBe(at('2026-07-06 13:30'));
    expect(due('2026-07-06 15:30', 1, 'working_hour').at).toBe(at('2026-07-07 08:00'));
    expect(due('2026-07-06 15:45', 15, 'working_minute').at).toBe(at('2026-07-06 16:00'));
  });

  test('respect the longer break on Friday and the weekend', () => {
    expect(due('2026-07-10 11:00', 60, 'working_minute').at).toBe(at('2026-07-10 13:30'));
    expect(due('2026-07-10 16:00', 1, 'working_hour').at).toBe(at('2026-07-13 08:00'));
  });

  test('start at the opening for what arrives before it, in the break at its end', () => {
    expect(due('2026-07-06 06:00', 1, 'working_hour').at).toBe(at('2026-07-06 08:30'));
    expect(due('2026-07-06 12:10', 1, 'working_hour').at).toBe(at('2026-07-06 14:00'));
  });

  test('use the hours of the counter where the standard says so', () => {
    const morning = [{ from: '07:30', to: '12:00' }];
    const counter: WeekHours = [morning, morning, morning, morning, morning, [], []];
    const one: Duration = { amount: 1, unit: 'working_hour' };
    const pekalongan = { ...calendar, counter };
    expect(dueAt(pekalongan, 'counter', at('2026-07-06 11:30'), one).at).toBe(at('2026-07-07 08:00'));
    expect(dueAt(pekalongan, 'office', at('2026-07-06 11:30'), one).at).toBe(at('2026-07-06 13:30'));
  });
});

describe('plain time', () => {
  test('minutes and hours run day and night', () => {
    expect(due('2026-07-10 23:00', 48, 'hour').at).toBe(at('2026-07-12 23:00'));
    expect(due('2026-07-10 23:50', 15, 'minute').at).toBe(at('2026-07-11 00:05'));
  });

  test('calendar days end with the last minute of the day', () => {
    expect(due('2026-07-10 08:00', 30, 'calendar_day').at).toBe(at('2026-08-09 23:59'));
    expect(due('2026-07-10 23:59', 1, 'calendar_day').at).toBe(at('2026-07-11 23:59'));
  });
});

describe('years without a decree', () => {
  test('a deadline that reaches into one is an estimate and says so', () => {
    expect(due('2027-12-29 09:00', 3, 'working_day')).toEqual({
      at: at('2028-01-03 16:00'),
      unknownYears: [2028],
    });
    expect(due('2026-12-29 09:00', 3, 'working_day').unknownYears).toEqual([]);
    expect(due('2024-12-30 09:00', 3, 'working_day').unknownYears).toEqual([2024]);
  });

  test('plain time does not depend on holidays', () => {
    expect(due('2028-05-01 09:00', 3, 'hour').unknownYears).toEqual([]);
  });
});

test('what is received outside office hours counts from the next opening', () => {
  const received = (local: string) => receivedAt(calendar, 'office', at(local)).at;
  expect(received('2026-07-06 10:00')).toBe(at('2026-07-06 10:00'));
  expect(received('2026-07-06 12:30')).toBe(at('2026-07-06 12:30'));
  expect(received('2026-07-06 06:10')).toBe(at('2026-07-06 07:30'));
  expect(received('2026-07-10 20:00')).toBe(at('2026-07-13 07:30'));
  expect(received('2026-03-18 09:00')).toBe(at('2026-03-25 07:30'));
});

describe('what is left', () => {
  const left = (now: string, until: string) => remaining(calendar, 'office', at(now), at(until));

  test('counts the open days after today up to the day of the deadline', () => {
    expect(left('2026-03-17 10:00', '2026-03-27 16:30')).toMatchObject({ late: false, workingDays: 3 });
    expect(left('2026-03-27 10:00', '2026-03-27 16:30')).toMatchObject({ late: false, workingDays: 0 });
  });

  test('counts working minutes without breaks and nights', () => {
    expect(left('2026-07-06 11:30', '2026-07-06 13:30').workingMinutes).toBe(60);
    expect(left('2026-07-06 15:30', '2026-07-07 08:00').workingMinutes).toBe(60);
  });

  test('after the deadline it counts how late it is', () => {
    expect(left('2026-07-08 10:00', '2026-07-07 16:00')).toEqual({
      late: true,
      workingDays: 1,
      workingMinutes: 150,
    });
    expect(left('2026-07-07 18:00', '2026-07-07 16:00')).toEqual({
      late: true,
      workingDays: 0,
      workingMinutes: 0,
    });
    expect(left('2026-07-07 16:00', '2026-07-07 16:00').late).toBe(false);
  });
});

describe('after a pause', () => {
  const moved = (unit: Duration['unit'], dueBefore: string, paused: string, resumed: string) =>
    dueAfterPause(calendar, 'office', unit, {
      pausedAt: at(paused),
      dueAt: at(dueBefore),
      resumedAt: at(resumed),
    }).at;

  test('as many working days are left as before it', () => {
    expect(moved('working_day', '2026-07-09 16:00', '2026-07-07 09:00', '2026-07-13 10:00')).toBe(
      at('2026-07-15 16:00'),
    );
  });

  test('a pause within one day moves no working day', () => {
    expect(moved('working_day', '2026-07-09 16:00', '2026-07-07 09:00', '2026-07-07 15:00')).toBe(
      at('2026-07-09 16:00'),
    );
  });

  test('a promise paused on its last day ends with the day on which it goes on', () => {
    expect(moved('working_day', '2026-07-09 16:00', '2026-07-09 09:00', '2026-07-18 09:00')).toBe(
      at('2026-07-20 16:00'),
    );
  });

  test('as much working time is left as before it', () => {
    expect(moved('working_hour', '2026-07-06 10:00', '2026-07-06 09:20', '2026-07-06 15:40')).toBe(
      at('2026-07-07 07:50'),
    );
  });

  test('plain hours and calendar days move by what has passed', () => {
    expect(moved('hour', '2026-07-08 09:00', '2026-07-07 09:00', '2026-07-11 10:00')).toBe(
      at('2026-07-12 10:00'),
    );
    expect(moved('calendar_day', '2026-07-09 23:59', '2026-07-07 09:00', '2026-07-11 10:00')).toBe(
      at('2026-07-13 23:59'),
    );
  });
});
