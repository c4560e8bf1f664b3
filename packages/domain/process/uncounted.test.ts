// Counting matters only where running out of something decides; seven tiers of a review are seen through without.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEnding, anOutcome, aProcess, aStep, aTask } from '../testing/a-standard.ts';
import { chance } from '../testing/chance.ts';
import { randomProcess } from '../testing/random-process.ts';
import { explore } from './explore.ts';
import { stateGraph } from './state-graph.ts';
import { uncounted } from './uncounted.ts';

const tier = (number: number, way: string, onward: { readonly when?: { fact: string; is: boolean } } = {}) =>
  aStep(
    `tier-${number}`,
    [`tier-${number}`],
    [anOutcome('pass', [way], onward), anOutcome('back', ['filed'], { atMost: 2 })],
  );

/** A draft that so many tiers may give back twice each. */
const reviewed = (tiers: number, last = 'signed') =>
  aProcess({
    steps: [
      aTask('draft', ['filed'], ['tier-0']),
      ...Array.from({ length: tiers }, (_, at) => tier(at, at + 1 < tiers ? `tier-${at + 1}` : last)),
    ],
    endings: [anEnding('granted', ['signed'])],
  });

const limit = 500;

describe('a review of many tiers', () => {
  test('has too many states to count, and is proved all the same', () => {
    const process = reviewed(8);
    expect(stateGraph(process, limit).complete).toBe(false);
    const { complete, deadSteps, deadOutcomes, stuck, trapped, endings } = explore(process, limit);
    expect({ complete, deadSteps, deadOutcomes, stuck, trapped }).toEqual({
      complete: true,
      deadSteps: [],
      deadOutcomes: [],
      stuck: [],
      trapped: [],
    });
    expect(endings.map(({ ending }) => ending)).toEqual(['granted']);
  });

  test('does not hide a dead end behind it', () => {
    const { complete, stuck } = explore(reviewed(8, 'nowhere'), limit);
    expect({ complete, stuck }).toMatchObject({ complete: true, stuck: [{ marking: ['nowhere'] }] });
  });

  test('is not proved where the only way to the end is one that may be used up', () => {
    const process = reviewed(8, 'tier-0');
    const steps = process.steps.map((step) =>
      step.id === 'tier-3'
        ? { ...step, outcomes: [...step.outcomes, anOutcome('out', ['signed'], { atMost: 1 })] }
        : step,
    );
    expect(explore({ ...process, steps }, limit).complete).toBe(false);
  });
});

describe('a count is kept', () => {
  const spare = (...outcomes: ReturnType<typeof anOutcome>[]) => [
    ...uncounted(aProcess({ steps: [aStep('visit', ['filed'], outcomes)] })).spare.keys(),
  ];

  test('where another outcome waits for it', () => {
    const again = anOutcome('again', ['filed'], { atMost: 2 });
    expect(
      spare(again, anOutcome('give-up', ['finished'], { insteadOf: 'again' }), anOutcome('go', ['finished'])),
    ).toEqual([]);
    expect(spare(again, anOutcome('go', ['finished']))).toEqual(['visit:again']);
  });

  test('where nothing else may be offered once it is used up', () => {
    const when = { fact: 'poor', is: true } as const;
    const again = anOutcome('again', ['filed'], { atMost: 2 });
    expect(spare(again, anOutcome('go', ['finished'], { when }))).toEqual([]);
    expect(spare({ ...again, when }, anOutcome('go', ['finished'], { when }))).toEqual(['visit:again']);
    expect(spare(again, anOutcome('go', ['finished'], { atMost: 1 }))).toEqual([]);
  });
});

test('whatever can happen in a process can happen without counting', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const process = randomProcess(chance(seed));
      const exact = stateGraph(process, 1_500);
      const free = stateGraph(uncounted(process).process, 1_500);
      fc.pre(exact.complete && free.complete);
      const seen = ({ sightings }: typeof exact) =>
        sightings.of('outcome').map(({ what }) => `${what.step}:${what.outcome}`);
      expect(seen(free)).toEqual(expect.arrayContaining(seen(exact)));
    }),
    { numRuns: 60 },
  );
});
