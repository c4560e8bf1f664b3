// What a queue may do to a message: bring it again, late, behind a later one, or several times at once.
import { TenantId } from '@layan/domain/kernel/ids';
import { createLogger } from '@layan/observability/logger';
import { aCaseWithCard, CARD } from '@layan/testing/builders/a-card';
import { aFiledCase, aNextChange } from '@layan/testing/builders/a-case';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { type MemoryTenant, memoryTenant } from '@layan/testing/memory/memory-tenant';
import { tableText } from '@layan/testing/memory/table-text';
import { subcaseScene } from '@layan/testing/scenes/subcase-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { describe, expect, it } from 'vitest';
import { createProject } from './project.ts';

const tenant = TenantId.parse('kota-uji');
const message = (caseId: string) => ({ messageId: caseId, body: JSON.stringify({ tenant, caseId }) });

interface Worker {
  readonly memory: MemoryTenant;
  readonly tell: (...cases: readonly string[]) => Promise<unknown>;
}

const workerOn = (
  memory: MemoryTenant,
  surroundings: Parameters<typeof createProject>[0] extends (tenant: never) => infer P ? Partial<P> : never,
): Worker => {
  const project = createProject(
    () => ({
      ...memory,
      clock: fixedClock(),
      random: seededRandom('projections'),
      ...surroundings,
      drawLetter: async () => new TextEncoder().encode('%PDF-uji'),
      origin: 'https://kota-uji.layan.example',
    }),
    createLogger('projections', () => undefined),
  );
  return { memory, tell: (...cases) => project({ Records: cases.map(message) }) };
};

const plain = async (): Promise<Worker> => {
  const memory = memoryTenant(fixedClock(), tenant);
  await memory.directory.save(aTenant());
  await memory.ensureSigning('arn:sign');
  return workerOn(memory, {});
};

interface Told {
  readonly what: string;
  readonly scene: () => Promise<Worker & { readonly cases: readonly string[] }>;
}

const told: readonly Told[] = [
  {
    what: 'a case counted into the figures of its day',
    scene: async () => {
      const worker = await plain();
      const filed = aFiledCase(1, { tasks: [] });
      await worker.memory.cases.commit(filed);
      await worker.memory.cases.commit(aNextChange(filed.after, { tasks: [] }));
      return { ...worker, cases: [caseIdOf(1)] };
    },
  },
  {
    what: 'cards told to the status list of their register',
    scene: async () => {
      const worker = await plain();
      await worker.memory.cases.commit(aCaseWithCard(1, 'active', { tasks: [] }));
      await worker.memory.cases.commit(aCaseWithCard(2, 'active', { tasks: [] }));
      return { ...worker, cases: [caseIdOf(1), caseIdOf(2)] };
    },
  },
  {
    what: 'a case of another service opened, and its end told',
    scene: async () => {
      const scene = await subcaseScene();
      const worker = workerOn(scene.memory, scene.ports);
      const parent = await scene.waiting(1);
      await worker.tell(parent);
      const [child] = (await scene.found(parent)).snapshot.subcases ?? [];
      if (!child) throw new Error('nothing was opened');
      await scene.complete(child.caseId, 'look', 'done', { result: true });
      return { ...worker, cases: [child.caseId, parent] };
    },
  },
];

const stateOf = async ({ memory }: Worker) => [
  tableText(memory.table),
  JSON.stringify(await memory.statusLists.find(`${AGENCY}.${CARD}/2026`)),
  JSON.stringify(await memory.figures.day(AGENCY, '2026-02-04')),
];

describe.each(told)('$what', ({ scene }) => {
  it('is changed by no message that comes again, at once or behind a later one', async () => {
    const worker = await scene();
    const untold = await stateOf(worker);
    await worker.tell(...worker.cases);
    const after = await stateOf(worker);
    expect(after).not.toEqual(untold);
    await worker.tell(...worker.cases);
    await worker.tell(...worker.cases.toReversed());
    await Promise.all(worker.cases.map((one) => worker.tell(one, one)));
    expect(await stateOf(worker)).toEqual(after);
  });

  it('comes to the same whichever message is first', async () => {
    const [one, other] = [await scene(), await scene()];
    await one.tell(...one.cases);
    await one.tell(...one.cases);
    await other.tell(...other.cases.toReversed());
    await other.tell(...other.cases.toReversed());
    const shape = async (worker: Worker) => {
      const { table, figures, statusLists } = worker.memory;
      const list = await statusLists.find(`${AGENCY}.${CARD}/2026`);
      return {
        cases: [...table.cases.values()].map(({ snapshot: { seq, ended } }) => [seq, ended?.ending]),
        events: [...table.events.values()].map((events) => events.map(({ body }) => body.type)),
        day: (await figures.day(AGENCY, '2026-02-04'))?.figures,
        revision: list?.revision,
      };
    };
    expect(await shape(other)).toEqual(await shape(one));
  });
});

it('leaves a government that has closed as it was handed over', async () => {
  const { memory, tell } = await plain();
  const filed = aFiledCase(1, { tasks: [] });
  await memory.cases.commit(filed);
  await memory.directory.save(aTenant({ state: 'closed' }));
  const before = tableText(memory.table);
  expect(await tell(caseIdOf(1))).toEqual({ batchItemFailures: [] });
  expect(tableText(memory.table)).toBe(before);
  expect(await memory.seals.heads(10)).toEqual([]);
  // Called off: the change is pointed to once more, and followed.
  await memory.directory.save(aTenant());
  const pointed = memory.table.outbox.length;
  await memory.leftChanges.takeUp();
  expect(memory.table.outbox.slice(pointed).map(({ caseId }) => caseId)).toEqual([caseIdOf(1)]);
  expect(await tell(caseIdOf(1))).toEqual({ batchItemFailures: [] });
  expect(await memory.seals.heads(10)).toHaveLength(1);
});
