// Days and clocks of Indonesia, against Temporal and its time zone data: the run-time code is plain arithmetic, so
// somebody else's calendar says whether it is right (decision 0036).
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import { dateIn, timeInWords } from './dates-in-words.ts';
import { dateOf, dayNumberOf, weekdayOf, yearOf } from './working-days.ts';
import { offsetMs, type Zone } from './zones.ts';

const runs = { numRuns: process.env.LAYAN_DEEP ? 20_000 : 2_000 };
const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
const firstDay = Temporal.PlainDate.from('1970-01-01');

test('days are counted, named and placed in the week as Temporal does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50_000, max: 150_000 }), (number) => {
      const date = firstDay.add({ days: number });
      expect(dateOf(number)).toBe(date.toString());
      expect(dayNumberOf(date.toString())).toBe(number);
      expect(weekdayOf(number)).toBe(date.dayOfWeek - 1);
      expect(yearOf(number)).toBe(date.year);
    }),
    runs,
  );
});

// From 1988 on: until then West Kalimantan and Bali kept other hours.
test('an instant has the date and the clock that the time zone data say', () => {
  const instants = fc.integer({ min: Date.UTC(1988, 0, 1), max: Date.UTC(2200, 0, 1) });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (ms, zone) => {
      const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
      const at = toInstantText(ms);
      expect(offsetMs(zone) * 1_000_000).toBe(there.offsetNanoseconds);
      expect(dateIn(zone, at)).toBe(there.toPlainDate().toString());
      expect(timeInWords(zone, at).slice(0, 5)).toBe(
        there.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '.'),
      );
    }),
    runs,
  );
});

test('instants are read and written as Temporal reads and writes them', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 0, 1) }), (ms) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms);
      expect(toInstantText(ms)).toBe(instant.toString({ smallestUnit: 'millisecond' }));
      expect(epochMs(toInstantText(ms))).toBe(instant.epochMilliseconds);
    }),
    runs,
  );
});
