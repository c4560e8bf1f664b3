// A case is kept while one that it belongs with runs, from whichever side.
import { subcaseScene } from '@layan/testing/scenes/subcase-scene';
import { expect, it } from 'vitest';
import { makeSettleSubcases } from '../subcase/settle-subcases.ts';
import { runsBeside } from './runs-beside.ts';

it('runs beside a case: the one it waited for, and the one that waits for it', async () => {
  const scene = await subcaseScene();
  const { ports, run, found } = scene;
  const caseId = await scene.waiting(1);
  await makeSettleSubcases(ports)({ caseId });
  const child = (await found(caseId)).snapshot.subcases?.[0]?.caseId ?? caseId;
  const beside = async (id: typeof caseId) => runsBeside(ports.cases, (await found(id)).snapshot);
  expect([await beside(caseId), await beside(child)]).toEqual([true, true]);
  await run(caseId, { type: 'interrupt', interruption: 'withdraw' });
  await makeSettleSubcases(ports)({ caseId });
  expect([await beside(caseId), await beside(child)]).toEqual([true, false]);
  await scene.complete(child, 'look', 'done', { result: true });
  expect(await beside(caseId)).toBe(false);
});
