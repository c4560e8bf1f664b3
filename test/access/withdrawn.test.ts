// An answer that is kept for a repeat is for whoever may still ask: whose roles were taken, or whose area is another now, is
// answered under the key of before as under a new one.
import type { Membership } from '@layan/application/ports/staff';
import { beforeAll, describe, expect, it } from 'vitest';
import { successOf } from '../faults/successes.ts';
import { asks, type StaffOperation } from './asks.ts';
import { ELSEWHERE } from './cast.ts';
import { type Expectation, expectations } from './expectations.ts';
import { type Answer, answerOf, operationNames, requestOf, sentOf, tables } from './questions.ts';
import { make } from './things.ts';
import { aWorld, tokenOf } from './world.ts';

const world = await aWorld();
const { own, clock } = world;
const { staff, tenant } = own.ports;

/** As long as a function remembers a member. */
const MEMORY = 30_000;

/** For managers alone, as their neighbours; they copy a whole space, or need an office with no other draft. */
const costly: readonly StaffOperation[] = [
  'openPractice',
  'closePractice',
  'approveStandard',
  'scheduleStandard',
];

const kept = operationNames.filter((name) => {
  const { repeats } = tables[name] ?? {};
  return (repeats === 'recorded' || repeats === 'resumed') && !costly.includes(name);
});

const become = async ({ id }: Membership, change: Partial<Membership>): Promise<void> => {
  const now = await staff.find(id);
  if (!now) throw new Error(`no member ${id}`);
  const saved = await staff.save({ ...now, ...change, revision: now.revision + 1 }, now.revision);
  if (!saved.ok) throw new Error(`${id} was not changed`);
  clock.advance(MEMORY);
};

const asker = async (name: StaffOperation, by: Membership): Promise<(key: string) => Promise<Answer>> => {
  const sent =
    (await successOf(name, own)) ?? sentOf(name, await make(asks[name].about, own, { owner: by }), own);
  return async (key) =>
    answerOf(await world.fetch(requestOf(sent, tokenOf(tenant, by.id), { 'idempotency-key': key })));
};

describe.each(kept)('the kept answer of %s', (name) => {
  const { may }: Expectation = expectations[name];
  const by = own.cast(may[0] ?? 'manager');
  let ask: (key: string) => Promise<Answer>;
  let first: Answer;
  beforeAll(async () => {
    ask = await asker(name, by);
    first = await ask(`before-${name}`);
  });

  it('is given to whoever sends it again', async () => {
    expect(first.status, first.text).toBe(200);
    expect((await ask(`before-${name}`)).bytes).toBe(first.bytes);
  });

  // What somebody began at the counter stays theirs, whatever their role: nothing is asked besides.
  if (asks[name].about === 'intake') return;

  const withdrawals: readonly Partial<Membership>[] = [
    { roles: [] },
    ...(by.areas.length > 0 ? [{ areas: [ELSEWHERE] }] : []),
  ];

  it.each(withdrawals)(
    'is not given to who has %j since, and is again to who got it back',
    async (without) => {
      await become(by, without);
      const again = await ask(`before-${name}`);
      expect([403, 404]).toContain(again.status);
      expect(again.bytes).toBe((await ask(`later-${name}`)).bytes);
      await become(by, { roles: by.roles, areas: by.areas });
      expect((await ask(`before-${name}`)).bytes).toBe(first.bytes);
    },
  );
});
