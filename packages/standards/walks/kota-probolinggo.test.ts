import { expect, test } from 'vitest';
import { ultpk } from '../kota-probolinggo/ultpk.ts';
import { patience, walkMany } from './fixtures/walk-many.ts';

test('a random walk breaks no invariant, always comes to an end, and can be replayed', patience, () => {
  expect(walkMany(ultpk)).toBeGreaterThanOrEqual(5_000);
});
