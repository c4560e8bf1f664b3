// The whole ULTPK standard run by script: every example to its ending, every story of the checker, and random walks.
// A failing walk prints its seed; `walk({ standard: ultpk, chance: chance(seed), most: 300, thorough: 1 })` replays it.

import { fold } from '@layan/domain/case/evolve';
import { newestOf } from '@layan/domain/case/evolve-products';
import { play } from '@layan/domain/case/play';
import { playExample } from '@layan/domain/case/play-example';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { verifyChain } from '@layan/domain/case/verify-chain';
import { explore } from '@layan/domain/process/explore';
import { paths } from '@layan/domain/process/paths';
import type { Point } from '@layan/domain/process/point';
import { stateGraph } from '@layan/domain/process/state-graph';
import type { ProductState } from '@layan/domain/product/product-state';
import { at, calendar, sha256 } from '@layan/domain/testing/a-case';
import { chance } from '@layan/domain/testing/chance';
import { walk } from '@layan/domain/testing/walk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ultpk } from './ultpk.ts';

const deep = process.env.LAYAN_DEEP !== undefined;
const scene = { calendar, from: at('2026-03-10 09:00'), hash: sha256 };

describe('the examples of the standard', () => {
  test.each(ultpk.process.examples)('$id: $title', (example) => {
    const played = playExample(ultpk, example, scene);
    expect(played).toMatchObject({ ok: true });
    if (!played.ok) return;
    const { events, snapshot } = played.value;
    expect(fold(ultpk, events)).toEqual(snapshot);
    expect(verifyChain(events, sha256, snapshot).ok).toBe(true);
  });

  test('reach every ending', () => {
    const reached = new Set(ultpk.process.examples.map(({ ending }) => ending));
    expect(ultpk.process.endings.filter(({ id }) => !reached.has(id))).toEqual([]);
  });
});

describe('the process', { timeout: deep ? 600_000 : 60_000 }, () => {
  test('is sound: every case can end, cleanly, with its products decided', () => {
    const { states, endings, letters, ...faults } = explore(ultpk.process);
    expect(faults).toEqual({
      complete: true,
      deadSteps: [],
      deadOutcomes: [],
      deadTimers: [],
      deadEndings: [],
      stuck: [],
      trapped: [],
      unsafe: [],
      provisional: [],
      overlaps: [],
      endless: [],
    });
    expect(endings).toHaveLength(ultpk.process.endings.length);
    for (const { ending, story } of endings) {
      const played = play(ultpk, story, { ...scene, makeUp: true });
      expect(played.ok && played.value.snapshot.ended?.ending).toBe(ending);
    }
  });

  test('does on its paths what they say', () => {
    const found = paths(ultpk.process, deep ? 2_000 : 200);
    expect(found.paths.length).toBeGreaterThanOrEqual(200);
    for (const path of found.paths) {
      const played = play(ultpk, path, { ...scene, makeUp: true });
      expect(played.ok && played.value.snapshot.ended?.ending).toBe(path.ending);
    }
  });
});

/** The part of a case that decides what can happen, as the exploration knows it. */
const pointOf = (snapshot: CaseSnapshot): Point => {
  const products: Record<string, ProductState> = {};
  for (const { id } of ultpk.process.products) {
    const newest = newestOf(snapshot.products, id);
    if (newest) products[id] = newest.state;
  }
  const bounded = ultpk.process.steps.flatMap((step) =>
    step.outcomes.filter(({ atMost }) => atMost !== undefined).map(({ id }) => `${step.id}:${id}`),
  );
  const taken = Object.fromEntries(Object.entries(snapshot.taken).filter(([key]) => bounded.includes(key)));
  return { marking: snapshot.marking, facts: snapshot.facts, products, taken };
};

describe('a random walk', { timeout: deep ? 600_000 : 60_000 }, () => {
  test('never leaves the explored states, from each of which an ending can be reached', () => {
    const graph = stateGraph(ultpk.process, 20_000);
    const look = (snapshot: CaseSnapshot) => {
      if (!snapshot.ended && !graph.find(pointOf(snapshot)))
        throw new Error(`not explored: ${snapshot.marking.join(', ')}`);
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        walk({ standard: ultpk, chance: chance(seed), most: 300, thorough: 50, look });
      }),
      { numRuns: deep ? 5_000 : 200 },
    );
  });
});
