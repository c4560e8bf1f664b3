import { describe, expect, test } from 'vitest';
import { pengesahanPbiJk } from '../kab-lumajang/pengesahan-pbi-jk.ts';
import { vervalPbiJk } from '../kab-lumajang/verval-pbi-jk.ts';
import { patience, walkMany } from './fixtures/walk-many.ts';

describe.each([vervalPbiJk, pengesahanPbiJk])('$id', (standard) => {
  test('a random walk breaks no invariant, always comes to an end, and can be replayed', patience, () => {
    expect(walkMany(standard)).toBeGreaterThanOrEqual(5_000);
  });
});
