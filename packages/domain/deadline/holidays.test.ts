import { expect, test } from 'vitest';
import { Closure } from './calendar.ts';
import { decreedClosures } from './holidays.ts';
import { dayNumberOf, weekdayOf } from './working-days.ts';

const count = (year: number, kind: Closure['kind']) =>
  decreedClosures.filter((closure) => closure.date.startsWith(`${year}-`) && closure.kind === kind).length;

test.each([
  [2025, 17, 11],
  [2026, 17, 8],
  [2027, 18, 8],
])('in %i the decrees name %i national holidays and %i days of joint leave', (year, national, joint) => {
  expect([count(year, 'nationalHoliday'), count(year, 'jointLeave')]).toEqual([national, joint]);
});

test('every closure is a real date, named once, in order', () => {
  const dates = decreedClosures.map((closure) => Closure.parse(closure).date);
  expect(new Set(dates).size).toBe(dates.length);
  expect([...dates].sort()).toEqual(dates);
});

test('joint leave never falls on a weekend', () => {
  const joint = decreedClosures.filter(({ kind }) => kind === 'jointLeave');
  expect(joint.filter(({ date }) => weekdayOf(dayNumberOf(date)) > 4)).toEqual([]);
});
