import { expect, test } from 'vitest';
import { rekomendasiKis } from '../kota-pekalongan/rekomendasi-kis.ts';
import { patience, walkMany } from './fixtures/walk-many.ts';

test('a random walk breaks no invariant, always comes to an end, and can be replayed', patience, () => {
  expect(walkMany(rekomendasiKis)).toBeGreaterThanOrEqual(5_000);
});
