import { fixedClock } from '@layan/testing/fixed-clock';
import { describe, expect, it } from 'vitest';
import { timedCache } from './timed-cache.ts';

function counting(load: (n: number) => Promise<number> = async (n) => n) {
  const clock = fixedClock();
  let loads = 0;
  const cache = timedCache(
    clock,
    () => 1000,
    () => {
      loads += 1;
      return load(loads);
    },
  );
  return { clock, cache };
}

describe('a timed cache', () => {
  it('loads once for all who ask at the same time', async () => {
    const { cache } = counting();
    expect(await Promise.all([cache.get(), cache.get()])).toEqual([1, 1]);
  });

  it('loads again when its time is over, not before', async () => {
    const { cache, clock } = counting();
    await cache.get();
    clock.advance(999);
    expect(await cache.get()).toBe(1);
    clock.advance(1);
    expect(await cache.get()).toBe(2);
  });

  it('does not keep a failure', async () => {
    const { cache } = counting(async (n) => {
      if (n === 1) throw new Error('not now');
      return n;
    });
    await expect(cache.get()).rejects.toThrow('not now');
    expect(await cache.get()).toBe(2);
  });

  it('forgets when told', async () => {
    const { cache } = counting();
    await cache.get();
    cache.forget();
    expect(await cache.get()).toBe(2);
  });
});
