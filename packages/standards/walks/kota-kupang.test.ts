import { expect, test } from 'vitest';
import { pengaduan } from '../kota-kupang/pengaduan.ts';
import { patience, walkMany } from './fixtures/walk-many.ts';

test('a random walk breaks no invariant, always comes to an end, and can be replayed', patience, () => {
  expect(walkMany(pengaduan)).toBeGreaterThanOrEqual(5_000);
});
