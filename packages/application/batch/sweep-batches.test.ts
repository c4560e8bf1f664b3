// What the minute takes up: nothing that stays in the way keeps it from the rest.
import { aFiledCase } from '@layan/testing/builders/a-case';
import { caseIdOf, minute } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { seededRandom } from '@layan/testing/seeded-random';
import { expect, it } from 'vitest';
import { makeSweepBatches } from './settle-batch.ts';

it('has a turn for each line that is held, a portion every minute', async () => {
  const clock = fixedClock();
  const tenant = memoryTenant(clock);
  const { after } = aFiledCase(1, { suspended: { suspension: 'hold', at: minute(0), until: minute(9) } });
  const looked = new Set<string>();
  const find = async (id: string) => {
    looked.add(id);
    return after;
  };
  for (let line = 2; line < 452; line += 1)
    await tenant.batches.hold({ batch: caseIdOf(1), caseId: caseIdOf(line) });
  const sweep = makeSweepBatches({
    ...tenant,
    cases: { ...tenant.cases, find },
    clock,
    random: seededRandom('sweep'),
  });
  const counts: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    await sweep();
    counts.push(looked.size);
    clock.advance(60_000);
  }
  expect(counts).toEqual([200, 400, 450]);
});

it('comes to each batch that was left on its way, though another fails each time', async () => {
  const clock = fixedClock();
  const tenant = memoryTenant(clock);
  for (const batch of [caseIdOf(1), caseIdOf(2)])
    tenant.table.fanOuts.set(batch, { batch, wanted: 1, told: 0, at: 0, revision: 0, movedAt: minute(0) });
  const asked = new Set<string>();
  const findFile = async (id: string) => {
    asked.add(id);
    if (id === caseIdOf(1)) throw new Error('its history cannot be read');
    return undefined;
  };
  const cases = { ...tenant.cases, findFile };
  const sweep = makeSweepBatches({ ...tenant, cases, clock, random: seededRandom('sweep') });
  clock.advance(24 * 60 * 60_000);
  for (let time = 0; time < 2; time += 1) {
    await sweep().catch(() => undefined);
    clock.advance(60_000);
  }
  expect([...asked].toSorted()).toEqual([caseIdOf(1), caseIdOf(2)]);
});
