import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InstantText } from './ids.ts';
import { epochMs, isAfter, laterOf, toInstantText } from './instant.ts';

const instants = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) });

test('instants are written in UTC with milliseconds', () => {
  expect(toInstantText(Date.parse('2026-03-25T16:30:00+07:00'))).toBe('2026-03-25T09:30:00.000Z');
  expect(toInstantText(0)).toBe('1970-01-01T00:00:00.000Z');
});

test('instants are written as the clock of the machine would', () => {
  const anywhere = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(9999, 11, 31) });
  fc.assert(
    fc.property(anywhere, (ms) => {
      expect(toInstantText(ms)).toBe(new Date(ms).toISOString());
    }),
  );
  expect(toInstantText(-0.5)).toBe('1970-01-01T00:00:00.000Z');
  expect(() => toInstantText(Number.NaN)).toThrow(RangeError);
});

test('what is written is a valid instant, reads back, and sorts as time does', () => {
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      const [first, second] = [toInstantText(a), toInstantText(b)];
      expect(InstantText.safeParse(first).success).toBe(true);
      expect(epochMs(first)).toBe(a);
      expect(first < second).toBe(a < b);
      expect(laterOf(first, second)).toBe(a > b ? first : second);
      expect(isAfter(first, second)).toBe(a > b);
    }),
  );
});

test('instants that others write more or less exactly are compared as times', () => {
  const [second, exact, millisecond] = [
    '2026-03-25T09:30:00Z',
    '2026-03-25T09:30:00.0001Z',
    '2026-03-25T09:30:00.001Z',
  ].map((text) => InstantText.parse(text));
  if (!second || !exact || !millisecond) throw new Error('three instants');
  expect(isAfter(second, millisecond)).toBe(false);
  expect(isAfter(millisecond, second)).toBe(true);
  expect(isAfter(exact, second)).toBe(false);
});
