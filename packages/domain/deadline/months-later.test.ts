import { describe, expect, test } from 'vitest';
import { InstantText } from '../kernel/ids.ts';
import { endAfterMonths } from './months-later.ts';

const at = (text: string) => InstantText.parse(text);

describe('some months later', () => {
  test.each([
    ['2026-03-25T02:00:00.000Z', 12, '2027-03-25T16:59:00.000Z'],
    ['2026-03-25T02:00:00.000Z', 1, '2026-04-25T16:59:00.000Z'],
    // 31 August and six months: February has no such day.
    ['2026-08-31T02:00:00.000Z', 6, '2027-02-28T16:59:00.000Z'],
    ['2027-08-31T02:00:00.000Z', 6, '2028-02-29T16:59:00.000Z'],
    ['2026-12-31T02:00:00.000Z', 2, '2027-02-28T16:59:00.000Z'],
    ['2026-10-31T02:00:00.000Z', 14, '2027-12-31T16:59:00.000Z'],
  ])('%s and %i months end at %s', (from, months, end) => {
    expect(endAfterMonths('Asia/Jakarta', at(from), months)).toBe(end);
  });

  test('is counted from the date of the tenant', () => {
    // Already 1 January in Jayapura, still 31 December in Jakarta.
    const from = at('2026-12-31T15:30:00.000Z');
    expect(endAfterMonths('Asia/Jakarta', from, 1)).toBe('2027-01-31T16:59:00.000Z');
    expect(endAfterMonths('Asia/Jayapura', from, 1)).toBe('2027-02-01T14:59:00.000Z');
  });
});
