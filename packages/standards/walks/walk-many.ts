// Long random walks through one standard, every transition checked. The deep run makes a million of them, half here and half
// there, so that both cores walk. A failing walk prints its seed: `walk({ standard, chance: chance(seed), most: 300, thorough: 1 })`.
import { fold } from '@layan/domain/case/evolve';
import { verifyChain } from '@layan/domain/case/verify-chain';
import type { Standard } from '@layan/domain/standard/standard';
import { sha256 } from '@layan/domain/testing/a-case';
import { chance } from '@layan/domain/testing/chance';
import { walk } from '@layan/domain/testing/walk';
import fc from 'fast-check';
import { expect } from 'vitest';

const deep = process.env.LAYAN_DEEP !== undefined;

export const patience = { timeout: deep ? 600_000 : 60_000 };

/** One walk in fifty is hashed for real and replayed. */
const walkOnce = (standard: Standard, seed: number): number => {
  const chained = seed % 50 === 0;
  const zero = sha256('');
  const hash = chained ? sha256 : () => zero;
  const { transitions, events, snapshot } = walk({
    standard,
    chance: chance(seed),
    most: 300,
    thorough: 250,
    hash,
  });
  expect(snapshot.ended).toBeDefined();
  if (chained) {
    expect(fold(standard, events)).toEqual(snapshot);
    expect(verifyChain(events, sha256, snapshot).ok).toBe(true);
  }
  return transitions;
};

/** Walks until enough transitions were made; tells how many. */
export const walkMany = (standard: Standard): number => {
  const aim = deep ? 500_000 : 5_000;
  let transitions = 0;
  while (transitions < aim) {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        transitions += walkOnce(standard, seed);
      }),
      { numRuns: deep ? 1_000 : 200 },
    );
  }
  return transitions;
};
