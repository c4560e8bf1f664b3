// A case that was erased by those who may is in order: its events stay, and their chain still leads where it was sealed.
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { expect, it } from 'vitest';
import { makeEraseCase } from '../erasure/erase-case.ts';
import { makeNoteHead } from './note-head.ts';
import { makeSealChanges } from './seal-changes.ts';
import { makeVerifySeal } from './verify-seal.ts';

it('finds nothing wrong with a case that was sealed and then erased', async () => {
  const scene = await ultpkScene();
  const { memory, clock, ports } = scene;
  const { caseId } = await scene.file(1);
  const input = { note: 'Silakan ke dinas lain.' };
  valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'refer', input));
  await memory.ensureSigning('arn:sign');
  await makeNoteHead(memory)({ caseId });
  const seal = makeSealChanges({ ...memory, clock });
  expect(await seal()).toEqual({ seals: 1, cases: 1 });
  const erased = await makeEraseCase(ports)({
    caseId,
    by: { party: 'system' },
    mayErase: async () => undefined,
  });
  expect(erased.ok).toBe(true);
  clock.advance(3_600_000);
  await makeNoteHead(memory)({ caseId });
  await seal();
  const verify = makeVerifySeal({ ...memory, clock });
  for (const number of [1, 2]) expect((await verify({ number })).faults).toEqual([]);
  const tampered = makeVerifySeal({
    ...memory,
    clock,
    trail: { ...memory.trail, events: async () => [], standing: async () => undefined },
  });
  expect((await tampered({ number: 1 })).faults).toEqual([{ where: 'case', caseId, at: 0, why: 'gone' }]);
});
