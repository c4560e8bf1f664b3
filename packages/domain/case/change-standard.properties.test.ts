// Laws of moving a case to another version, at every state that random cases of random services come through.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochMs } from '../kernel/instant.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { Standard } from '../standard/standard.ts';
import { aContext, clock, sha256 } from '../testing/a-case.ts';
import { aStandard } from '../testing/a-standard.ts';
import { type Chance, chance } from '../testing/chance.ts';
import { randomProcess } from '../testing/random-process.ts';
import { walk } from '../testing/walk.ts';
import { type ChangeStandard, changeStandard, previewStandard } from './change-standard.ts';
import { fold } from './evolve.ts';
import { isOpen } from './promise-records.ts';
import type { CaseSnapshot } from './snapshot.ts';

const runs = process.env.LAYAN_DEEP ? 2000 : 60;

/** The same service with other terms for some of its promises, and without some. */
const nextOf = (standard: Standard, random: Chance): Standard => {
  const terms: readonly Deadline['duration'][] = [1, 2, 5, 9].map((amount) => ({
    amount,
    unit: 'working_day',
  }));
  const deadlines = standard.process.deadlines.flatMap((deadline): Deadline[] => {
    if (random.onceIn(8)) return [];
    return random.onceIn(2) ? [{ ...deadline, duration: random.oneOf(terms) }] : [deadline];
  });
  return { ...standard, process: { ...standard.process, deadlines } };
};

const changeOf = (from: Standard, snapshot: CaseSnapshot): ChangeStandard => ({
  from,
  to: { ...snapshot.standard, version: 2, hash: sha256('versi 2') },
  reason: 'Uji',
});

const isTold = (standard: Standard, promise: string) =>
  standard.process.deadlines.some(({ id, kind }) => id === promise && kind !== 'norm');

test('nothing that was told becomes later, and nothing is lost, without a reason', {
  timeout: 120_000,
}, () => {
  let moved = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const standard = aStandard(randomProcess(chance(seed)));
      const next = nextOf(standard, chance(seed + 1));
      const look = (snapshot: CaseSnapshot): void => {
        if (snapshot.ended) return;
        const now = snapshot.lastChange.at;
        const context = aContext({ by: clock, now });
        const change = changeOf(standard, snapshot);
        const decided = changeStandard(next, snapshot, change, context);
        if (!decided.ok) {
          const preview = previewStandard(standard, next, snapshot, context);
          expect(preview.obstacles.length > 0 || preview.needsReason).toBe(true);
          return;
        }
        moved += 1;
        const after = fold(next, decided.value, snapshot);
        for (const before of snapshot.promises.filter(isOpen)) {
          if (!isTold(standard, before.promise)) continue;
          const record = after?.promises.find(({ promise }) => promise === before.promise);
          expect(record).toBeDefined();
          if (record && isOpen(record))
            expect(epochMs(record.dueAt)).toBeLessThanOrEqual(epochMs(before.dueAt));
        }
        // A second time there is nothing left to do.
        if (after && !after.ended)
          expect(changeStandard(next, after, { ...change, from: next }, context)).toEqual({
            ok: true,
            value: [],
          });
      };
      walk({ standard, chance: chance(seed), most: 25, thorough: 1000, look });
    }),
    { numRuns: runs },
  );
  expect(moved).toBeGreaterThan(runs);
});
