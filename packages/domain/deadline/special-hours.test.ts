import { expect, it } from 'vitest';
import { defaultCalendar, defaultWeek } from './default-calendar.ts';
import {
  daysIn,
  overlapping,
  periodAdded,
  periodRemoved,
  withoutPeriod,
  withPeriod,
} from './special-hours.ts';

const calendar = defaultCalendar('Asia/Makassar');
const ramadan = {
  from: '2027-02-08',
  to: '2027-02-10',
  name: 'Ramadan',
  office: defaultWeek,
  counter: defaultWeek,
};

it('counts both ends of a period', () => {
  expect(daysIn(ramadan)).toEqual(['2027-02-08', '2027-02-09', '2027-02-10']);
  expect(daysIn({ from: '2027-02-10', to: '2027-02-08' })).toEqual([]);
});

it('finds the period that shares a day, and no neighbour', () => {
  const known = withPeriod(calendar, ramadan);
  expect(overlapping(known, { from: '2027-02-10', to: '2027-02-20' })?.name).toBe('Ramadan');
  expect(overlapping(known, { from: '2027-02-11', to: '2027-02-20' })).toBeUndefined();
  expect(overlapping(known, { from: '2027-02-01', to: '2027-02-07' })).toBeUndefined();
});

it('keeps periods in their order, and forgets one without the others', () => {
  const earlier = { ...ramadan, from: '2026-02-18', to: '2026-03-19', name: 'Ramadan 1447' };
  const both = withPeriod(withPeriod(calendar, ramadan), earlier);
  expect(both.special.map(({ name }) => name)).toEqual(['Ramadan 1447', 'Ramadan']);
  expect(withoutPeriod(both, earlier.from).special).toEqual([ramadan]);
});

it('says of each of its days why it counts differently', () => {
  expect(periodAdded(ramadan)).toHaveLength(3);
  expect(periodAdded(ramadan)[2]).toEqual({ date: '2027-02-10', reason: 'jam kerja Ramadan' });
  expect(periodRemoved(ramadan)[0]?.reason).toBe('jam kerja Ramadan dibatalkan');
});
