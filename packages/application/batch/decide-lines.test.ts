import type { CaseId } from '@layan/domain/kernel/ids';
import { staffIdOf } from '@layan/testing/builders/ids';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { batchScene, westOperator } from '@layan/testing/scenes/batch-scene';
import { describe, expect, it } from 'vitest';
import { type DecideLinesInput, makeDecideLines } from './decide-lines.ts';

const colleague = { ...westOperator, id: staffIdOf(7), name: 'Petugas Uji 7' };

async function started() {
  const scene = await batchScene();
  const cases = await scene.proposeAll(1, 3);
  const batch = await scene.start();
  await scene.fanOut(batch);
  const { seq } = (await scene.found(batch)).snapshot;
  const input = (decision: string, lines: readonly CaseId[], more: Partial<DecideLinesInput> = {}) => ({
    member: westOperator,
    caseId: batch,
    step: 'deliberate',
    expectedSeq: seq,
    decisions: lines.map((caseId) => ({ caseId, decision, note: 'Catatan uji.' })),
    ...more,
  });
  const decide = async (...asked: Parameters<typeof input>) => {
    const decided = await makeDecideLines(scene.ports)(input(...asked));
    return decided.ok ? decided.value.deciding[0]?.decided : decided.error.code;
  };
  return { ...scene, cases, batch, input, decide };
}

describe('deciding on lines', () => {
  it('takes one read and one transaction, and a get for each line with a note', async () => {
    const { ports, input, cases } = await started();
    const counted = countPortCalls(ports);
    const decide = makeDecideLines(counted.ports);
    const decisions = cases.map((caseId) => ({ caseId, decision: 'worthy' }));
    expect((await decide({ ...input('worthy', cases), decisions })).ok).toBe(true);
    expect(counted.calls.splice(0)).toEqual(['cases.find', 'cases.commit']);
    const noted = decisions.map((one, at) => ({ ...one, note: at === 0 ? ' ' : 'Catatan uji.' }));
    const then = { ...input('worthy', cases), expectedSeq: input('worthy', cases).expectedSeq + 1 };
    expect((await decide({ ...then, decisions: noted })).ok).toBe(true);
    expect(counted.calls).toEqual(['cases.find', 'cases.find', 'cases.find', 'cases.commit']);
  });

  it('answers a repeat as done when others have decided on the lines since, and when the step is done', async () => {
    const { ports, input, decide, cases, batch, complete, found } = await started();
    const key = { idempotencyKey: 'kunci-uji-1' };
    expect(await decide('worthy', cases, key)).toEqual({ worthy: 3 });
    const { seq } = (await found(batch)).snapshot;
    expect(
      await decide('unworthy', cases.slice(0, 1), { member: colleague, expectedSeq: seq }),
    ).toMatchObject({ worthy: 2 });
    expect(await decide('worthy', cases, key)).toMatchObject({ worthy: 2 });
    expect(await decide('worthy', cases)).toBe('case-changed');
    expect(await complete(batch, 'deliberate', 'decided')).toBe('ok');
    const again = await makeDecideLines(ports)(input('worthy', cases, key));
    expect(again.ok).toBe(true);
    expect(await decide('worthy', cases.slice(0, 1), key)).toBe('idempotency-mismatch');
  });

  it('reads no case that is not a line of the batch', async () => {
    const { ports, input, cases, propose } = await started();
    const other = await propose(9);
    const counted = countPortCalls(ports);
    const asked = await makeDecideLines(counted.ports)(input('worthy', [other]));
    expect(asked).toMatchObject({ error: { rejection: { code: 'unknown-lines', lines: [other] } } });
    expect(counted.calls).toEqual(['cases.find']);
    expect(cases).not.toContain(other);
  });

  it('keeps no note on a line whose case was erased before it left the batch', async () => {
    const { ports, decide, cases, batch, found, memory } = await started();
    const [first = batch, second = batch] = cases;
    const erasure = { caseId: first, at: ports.clock.now(), by: { party: 'system' as const }, people: [] };
    expect(await ports.erasing.erase(await found(first), erasure)).toMatchObject({ ok: true });
    expect(await decide('worthy', [first, second])).toEqual({ worthy: 2 });
    const { body } = memory.table.events.get(batch)?.at(-1) ?? {};
    expect(body).toMatchObject({ decisions: [{ caseId: first }, { note: { sealed: expect.any(String) } }] });
    expect(body?.type === 'linesDecided' && body.decisions[0]?.note).toBeUndefined();
  });

  it('overwrites nobody unseen, and hinders nobody on other lines', async () => {
    const { decide, cases } = await started();
    const [first, second, third] = cases.map((id) => [id]);
    if (!first || !second || !third) throw new Error('no cases');
    expect(await decide('worthy', first, { member: colleague })).toEqual({ worthy: 1 });
    expect(await decide('maybe', first)).toBe('case-changed');
    expect(await decide('maybe', second)).toEqual({ worthy: 1, maybe: 1 });
    expect(await decide('worthy', second)).toEqual({ worthy: 2 });
    expect(await decide('worthy', third, { expectedSeq: 99 })).toBe('case-changed');
  });

  it('is done once by a request that is sent twice', async () => {
    const { decide, cases, batch, memory } = await started();
    const idempotencyKey = 'kunci-uji-2';
    expect(await decide('worthy', cases, { idempotencyKey })).toEqual({ worthy: 3 });
    expect(await decide('worthy', cases, { idempotencyKey })).toEqual({ worthy: 3 });
    const decided = (memory.table.events.get(batch) ?? []).filter(({ body }) => body.type === 'linesDecided');
    expect(decided).toHaveLength(1);
    expect(await decide('maybe', cases, { idempotencyKey })).toBe('idempotency-mismatch');
  });
});
