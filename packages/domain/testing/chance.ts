// Chance that can be replayed: the same seed always chooses the same.

export interface Chance {
  /** A whole number from 0 to n - 1. */
  readonly below: (n: number) => number;
  readonly oneOf: <T>(items: readonly T[]) => T;
  /** True once in n times. */
  readonly onceIn: (n: number) => boolean;
}

/** Mulberry32. */
export const chance = (seed: number): Chance => {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
  const oneOf = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  return { below, oneOf, onceIn: (n) => below(n) === 0 };
};
