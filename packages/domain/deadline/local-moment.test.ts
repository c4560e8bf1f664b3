import { expect, test } from 'vitest';
import { momentIn } from './local-moment.ts';

test('a local time is an instant of its zone', () => {
  expect(momentIn('Asia/Jakarta', '2026-03-02T09:15')).toBe('2026-03-02T02:15:00.000Z');
  expect(momentIn('Asia/Jayapura', '2026-03-02T09:15')).toBe('2026-03-02T00:15:00.000Z');
});

test.each(['2026-02-29T09:00', '2026-13-01T09:00', '2026-03-02T24:00', '2026-03-02', 'besok'])(
  '%s is no moment',
  (local) => expect(momentIn('Asia/Makassar', local)).toBeUndefined(),
);
