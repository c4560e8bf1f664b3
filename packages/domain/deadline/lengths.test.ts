import { describe, expect, it } from 'vitest';
import type { Duration } from '../standard/duration.ts';
import type { TenantCalendar } from './calendar.ts';
import { defaultCalendar } from './default-calendar.ts';
import { leastLength, longestOf } from './lengths.ts';

const of = (amount: number, unit: Duration['unit']): Duration => ({ amount, unit });
const isLonger = (one: Duration, other: Duration): boolean =>
  leastLength(other)(one) > leastLength(other)(other);

describe('a duration is longer than another', () => {
  it.each([
    [of(3, 'working_day'), of(2, 'working_day')],
    [of(9, 'hour'), of(8, 'hour')],
    [of(8, 'working_hour'), of(1, 'working_day')],
    [of(3, 'calendar_day'), of(48, 'hour')],
    [of(3, 'working_day'), of(48, 'hour')],
    [of(30, 'calendar_day'), of(20, 'working_day')],
    [of(90, 'minute'), of(1, 'working_hour')],
    [of(10, 'working_day'), of(10, 'calendar_day')],
  ])('%o than %o', (longer, shorter) => {
    expect(isLonger(longer, shorter)).toBe(true);
    expect(isLonger(shorter, longer)).toBe(false);
  });
});

describe('where it cannot be known, neither is longer', () => {
  it.each([
    [of(2, 'working_day'), of(2, 'calendar_day')],
    [of(24, 'hour'), of(1, 'working_day')],
    [of(7, 'calendar_day'), of(5, 'working_day')],
    [of(6, 'working_day'), of(7, 'calendar_day')],
  ])('%o and %o', (one, other) => {
    expect(isLonger(one, other)).toBe(false);
  });
});

it('adds up: three hours and four are less than eight', () => {
  const least = leastLength(of(8, 'hour'));
  expect(least(of(3, 'hour')) + least(of(4, 'hour'))).toBeLessThan(least(of(8, 'hour')));
});

it('goes by the shortest day of the tenant', () => {
  const calendar = defaultCalendar('Asia/Jakarta');
  expect(leastLength(of(1, 'working_day'), calendar)(of(2, 'working_day'))).toBe(2 * 450);
  const [monday, ...others] = calendar.counter;
  const counter: TenantCalendar['counter'] = [[{ from: '08:00', to: '10:00' }], ...others];
  expect(monday).not.toEqual(counter[0]);
  const least = leastLength(of(1, 'working_day'), { ...calendar, counter }, 'counter');
  expect(least(of(1, 'working_day'))).toBe(120);
});

it('of a date that is agreed is known only where it is bounded', () => {
  expect(longestOf({ unit: 'agreed', fact: 'day' })).toBeUndefined();
  expect(longestOf({ unit: 'agreed', fact: 'day', atMost: of(5, 'working_day') })).toEqual(
    of(5, 'working_day'),
  );
  expect(longestOf(of(1, 'hour'))).toEqual(of(1, 'hour'));
});
