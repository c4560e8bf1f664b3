import { expect, it } from 'vitest';
import { afterWorkingDays, afterWorkingMinutes } from './promise-by-hand.ts';

it.each([
  // Through the break of a Friday, and through a weekend.
  ['2026-11-20T03:50:00.000Z', 60, '2026-11-20T06:20:00.000Z'],
  ['2026-11-20T09:00:00.000Z', 60, '2026-11-23T01:00:00.000Z'],
  ['2026-11-21T23:30:00.000Z', 60, '2026-11-23T01:30:00.000Z'],
])('counts an hour from %s as one would on the wall', (from, minutes, due) => {
  expect(afterWorkingMinutes(from, minutes)).toBe(due);
});

it.each([
  ['2026-11-20T03:50:00.000Z', 3, '2026-11-25T09:00:00.000Z'],
  // After closing on Friday: received on Monday, which is day 0.
  ['2026-11-20T10:00:00.000Z', 3, '2026-11-26T09:00:00.000Z'],
  // Over Christmas and New Year with their days off.
  ['2026-12-23T02:00:00.000Z', 3, '2026-12-30T09:00:00.000Z'],
])('counts days from %s as one would on the wall', (from, days, due) => {
  expect(afterWorkingDays(from, days)).toBe(due);
});
