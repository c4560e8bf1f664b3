// The laws of the engine, on random sound processes and random walks through them.
// A failure prints its seed: `walk({ standard: aStandard(randomProcess(chance(seed))), chance: chance(seed) … })` replays it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore } from '../process/explore.ts';
import { paths } from '../process/paths.ts';
import { Process } from '../standard/process.ts';
import { proposal, proposalBatch } from '../testing/a-batch.ts';
import { calendar, monday, sha256 } from '../testing/a-case.ts';
import { aStandard } from '../testing/a-standard.ts';
import { chance } from '../testing/chance.ts';
import { randomProcess } from '../testing/random-process.ts';
import { walk } from '../testing/walk.ts';
import { fold } from './evolve.ts';
import { play } from './play.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { verifyChain } from './verify-chain.ts';

const deep = process.env.LAYAN_DEEP !== undefined;
const patience = { timeout: deep ? 600_000 : 60_000 };
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const noHash = sha256('');
const standardOf = (seed: number) => aStandard(randomProcess(chance(seed)));

describe('a process that is sound by construction', patience, () => {
  test('is found sound, with every ending told by a story that can be played', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const standard = standardOf(seed);
        Process.parse(standard.process);
        const { complete, states, endings, ...faults } = explore(standard.process, 5_000);
        fc.pre(complete);
        for (const found of Object.values(faults)) expect(found).toEqual([]);
        for (const { ending, story } of endings) {
          const played = play(standard, story, { calendar, from: monday, hash: sha256, makeUp: true });
          expect(played.ok && played.value.snapshot.ended?.ending).toBe(ending);
        }
      }),
      { numRuns: deep ? 2_000 : 150 },
    );
  });

  test('has paths that can be played to the ending they name', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const standard = standardOf(seed);
        for (const path of paths(standard.process, 20, 2_000).paths) {
          const played = play(standard, path, { calendar, from: monday, hash: sha256, makeUp: true });
          expect(played.ok && played.value.snapshot.ended?.ending).toBe(path.ending);
        }
      }),
      { numRuns: deep ? 500 : 50 },
    );
  });
});

describe('a process that is broken', patience, () => {
  test('by a token that goes nowhere is never found sound', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const sound = standardOf(seed).process;
        const breaker = chance(seed);
        const victim = breaker.oneOf(sound.steps);
        const steps = sound.steps.map((step) =>
          step.id === victim.id
            ? {
                ...step,
                outcomes: step.outcomes.map((outcome) => ({ ...outcome, to: [...outcome.to, 'nowhere'] })),
              }
            : step,
        );
        const { complete, stuck, trapped, unsafe } = explore({ ...sound, steps }, 5_000);
        fc.pre(complete);
        expect(stuck.length + trapped.length + unsafe.length).toBeGreaterThan(0);
      }),
      { numRuns: deep ? 1_000 : 100 },
    );
  });

  test('by a token that is lost beside others, or a way that is cut, is never found sound', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const sound = standardOf(seed).process;
        const victim = chance(seed).oneOf(sound.steps);
        const steps = sound.steps.map((step) =>
          step.id === victim.id
            ? { ...step, outcomes: step.outcomes.map((outcome) => ({ ...outcome, to: outcome.to.slice(1) })) }
            : step,
        );
        const { complete, stuck, trapped } = explore({ ...sound, steps }, 5_000);
        fc.pre(complete);
        expect(stuck.length + trapped.length).toBeGreaterThan(0);
      }),
      { numRuns: deep ? 1_000 : 100 },
    );
  });
});

describe('a walk through a random process', patience, () => {
  test('breaks no invariant, replays from its events, and its chain verifies', () => {
    fc.assert(
      fc.property(seeds, seeds, (shape, turns) => {
        const standard = standardOf(shape);
        const { events, snapshot } = walk({ standard, chance: chance(turns), most: 60, thorough: 1 });
        expect(fold(standard, events)).toEqual(snapshot);
        expect(verifyChain(events, sha256, snapshot)).toEqual({ ok: true, value: undefined });
      }),
      { numRuns: deep ? 5_000 : 400 },
    );
  });

  test('breaks none either while people have their data corrected and restricted', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(seeds, seeds, (shape, turns) => {
        const standard = standardOf(shape);
        const { events, snapshot } = walk({
          ...{ standard, chance: chance(turns), most: 60, thorough: 1, afterwards: 6 },
          rights: true,
        });
        for (const [at, { body }] of events.entries()) {
          const corrected = body.type === 'factsCorrected' && body.affects ? ['affects'] : [];
          const ended = events.slice(0, at).some((event) => event.body.type === 'caseEnded');
          for (const what of [body.type, ...corrected]) seen.add(ended ? `${what} after the end` : what);
        }
        expect(fold(standard, events)).toEqual(snapshot);
        expect(verifyChain(events, sha256, snapshot)).toEqual({ ok: true, value: undefined });
      }),
      { numRuns: deep ? 3_000 : 300 },
    );
    const wanted = ['factsCorrected', 'processingRestricted', 'restrictionLifted'];
    expect([...seen]).toEqual(
      expect.arrayContaining([...wanted, ...wanted.map((what) => `${what} after the end`), 'affects']),
    );
  });

  test.each([proposal, proposalBatch])('breaks none either where cases are gathered: $title', (standard) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(seeds, (turns) => {
        const { events, snapshot } = walk({ standard, chance: chance(turns), most: 40, thorough: 1 });
        for (const { body } of events) seen.add(body.type);
        expect(fold(standard, events)).toEqual(snapshot);
        expect(verifyChain(events, sha256, snapshot)).toEqual({ ok: true, value: undefined });
      }),
      { numRuns: deep ? 3_000 : 150 },
    );
    const wanted = standard === proposal ? ['batchJoined', 'batchLeft'] : ['linesDecided', 'lineDropped'];
    expect([...seen]).toEqual(expect.arrayContaining(wanted));
  });

  const afterTheEnd = (
    shape: number,
    turns: number,
    look?: (snapshot: CaseSnapshot) => void,
  ): CaseSnapshot => {
    const standard = standardOf(shape);
    const { events, snapshot } = walk({
      standard,
      chance: chance(turns),
      most: 60,
      thorough: 5,
      afterwards: 12,
      ...(look && { look }),
    });
    expect(fold(standard, events)).toEqual(snapshot);
    expect(verifyChain(events, sha256, snapshot)).toEqual({ ok: true, value: undefined });
    return snapshot;
  };

  test('leaves products that live on by their own rules, and a chain that goes on', () => {
    fc.assert(
      fc.property(seeds, seeds, (shape, turns) => void afterTheEnd(shape, turns)),
      { numRuns: deep ? 5_000 : 150 },
    );
  });

  test('comes to every state a product can be in after the end', () => {
    const seen = new Set<string>();
    const look = ({ products, ended }: CaseSnapshot) => {
      for (const { state } of ended ? products : []) seen.add(state);
    };
    // The same walks each time: a walk that never comes so far would prove nothing.
    for (let seed = 1; seed <= 400; seed += 1) {
      const { products } = afterTheEnd(seed, seed * 7919, look);
      if (products.some(({ replaces }) => replaces)) seen.add('replaced');
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['active', 'expired', 'replaced', 'returned', 'revoked', 'suspended']),
    );
  });

  test('comes through holds, extensions, agreed days, and cases of other services', () => {
    const seen = new Set<string>();
    // The same walks each time, as above.
    for (let seed = 1; seed <= 300; seed += 1) {
      const { events } = walk({
        standard: standardOf(seed),
        chance: chance(seed * 104_729),
        most: 40,
        thorough: 100,
        hash: () => noHash,
      });
      for (const { body } of events) {
        seen.add(body.type);
        if (body.type === 'caseResumed') seen.add(`resumed by ${body.why}`);
        if (body.type === 'promiseStarted' && body.agreed !== undefined) seen.add('agreed');
        if (body.type === 'promiseMoved' && body.agreed !== undefined) seen.add('agreed anew');
        if (body.type === 'promisePaused') seen.add(body.suspension === undefined ? 'waits' : 'held');
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'caseSuspended',
        'resumed by person',
        'resumed by limit',
        'timerMoved',
        'promiseExtended',
        'agreed',
        'agreed anew',
        'subcaseOpened',
        'waits',
        'held',
      ]),
    );
  });

  test('leaves a chain in which every alteration is noticed', () => {
    fc.assert(
      fc.property(seeds, seeds, fc.nat(), (shape, turns, where) => {
        const { events, snapshot } = walk({
          standard: standardOf(shape),
          chance: chance(turns),
          most: 30,
          thorough: 100,
        });
        const place = where % events.length;
        const altered = [
          events.toSpliced(place, 1),
          events.toSpliced(place, 0, ...events.slice(place, place + 1)),
          events.map((event, at) => (at === place ? { ...event, at: monday } : event)),
          [...events.slice(0, place), ...events.slice(place).reverse()],
        ];
        for (const [kind, changed] of altered.entries()) {
          if (kind === 3 && place === events.length - 1) continue;
          expect(verifyChain(changed, sha256, snapshot).ok).toBe(false);
        }
      }),
      { numRuns: deep ? 2_000 : 150 },
    );
  });
});
