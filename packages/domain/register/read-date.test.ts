import { expect, it } from 'vitest';
import { readRegisterDate } from './read-date.ts';

it.each([
  ['25-03-2020', '2020-03-25'],
  ['25/3/2020', '2020-03-25'],
  ['2020-03-25', '2020-03-25'],
  ['2020-03-25T00:00:00.000Z', '2020-03-25'],
  ['25/03/2020 00:00', '2020-03-25'],
  ['25 Maret 2020', '2020-03-25'],
  ['Rabu, 25 Maret 2020', '2020-03-25'],
  ["Jum'at, 27 Maret 2020", '2020-03-27'],
  ['25-Mar-2020', '2020-03-25'],
  ['43915', '2020-03-25'],
  ['43915.5', '2020-03-25'],
  ['43831', '2020-01-01'],
])('reads %s', (text, date) => {
  expect(readRegisterDate(text)).toBe(date);
});

it.each(['', '2020', '12345', '99999', '25-03-20', '31-02-2020', 'Maret 2020', '2020-13-01'])(
  'reads no day in "%s"',
  (text) => {
    expect(readRegisterDate(text)).toBeUndefined();
  },
);
