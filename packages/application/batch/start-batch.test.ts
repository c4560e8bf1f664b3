import { RegionCode } from '@layan/domain/kernel/ids';
import { batchId } from '@layan/domain/testing/a-batch';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { batchScene, westOperator } from '@layan/testing/scenes/batch-scene';
import { describe, expect, it } from 'vitest';
import { makeStartBatch, type StartBatchInput } from './start-batch.ts';

const idempotencyKey = 'kunci-uji-1';

const mismatch = { ok: false, error: { code: 'idempotency-mismatch' } };

describe('a batch that is started once more with the same key', () => {
  it.each(['all', 'list'] as const)(
    'is the one it started (%s), also when its cases have heard of it',
    async (how) => {
      const { proposeAll, tryStart, fanOut } = await batchScene();
      const ids = await proposeAll(1, 3);
      const cases = how === 'all' ? 'all' : ids;
      const once = await tryStart({ cases, idempotencyKey });
      if (!once.ok) throw new Error(once.error.code);
      expect(await tryStart({ cases, idempotencyKey })).toEqual(once);
      await fanOut(once.value.caseId);
      expect(await tryStart({ cases, idempotencyKey })).toEqual(once);
      expect(await tryStart({ cases: ids.slice(0, 1), idempotencyKey })).toEqual(mismatch);
      expect((await tryStart({ cases })).ok).toBe(false);
    },
  );

  it('is not shown to who works elsewhere since', async () => {
    const { proposeAll, tryStart, fanOut } = await batchScene();
    await proposeAll(1, 3);
    const once = await tryStart({ idempotencyKey });
    if (once.ok) await fanOut(once.value.caseId);
    const member = { ...westOperator, areas: [RegionCode.parse('35.74.99')] };
    expect(await tryStart({ member, idempotencyKey })).toEqual({
      ok: false,
      error: { code: 'nothing-waits' },
    });
  });

  it('is looked for only where it was refused, once', async () => {
    const { ports, proposeAll } = await batchScene();
    await proposeAll(1, 3);
    const { ports: counted, calls } = countPortCalls(ports);
    const asked: StartBatchInput = {
      ...{ member: westOperator, standard: batchId, cases: 'all', raw: { period: '2026-02' } },
      idempotencyKey,
    };
    expect((await makeStartBatch(counted)(asked)).ok).toBe(true);
    expect(calls).not.toContain('cases.findIdempotent');
    expect((await makeStartBatch(counted)({ ...asked, idempotencyKey: 'kunci-uji-2' })).ok).toBe(false);
    expect(calls.filter((call) => call === 'cases.findIdempotent')).toHaveLength(1);
  });
});
