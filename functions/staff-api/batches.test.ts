// Batches through the API, from those who wait to the last decision: what use cases give must be what the contract says.
import { staffApi } from '@layan/contract/staff-api';
import { epochMs } from '@layan/domain/kernel/instant';
import { ok } from '@layan/domain/kernel/result';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { batchScene, east, eastOperator, westOperator } from '@layan/testing/scenes/batch-scene';
import { describe, expect, it } from 'vitest';
import { createStaffApi } from './app.ts';

async function office() {
  const scene = await batchScene();
  const { ports, clock } = scene;
  for (const member of [westOperator, eastOperator]) await ports.staff.save(member, undefined);
  const asked = async (who: { id: string }, method: string, path: string, body?: unknown) => {
    const app = createStaffApi({
      verify: async () =>
        ok({
          subject: who.id,
          groups: [`tenant:${ports.tenant}`],
          expiresAt: Number.MAX_SAFE_INTEGER,
          issuedAt: Number.MAX_SAFE_INTEGER,
        }),
      openTenant: () => ports,
      now: () => epochMs(clock.now()),
      consoleOrigin: 'https://console.example',
      requestLog: createRequestLog(createLogger('staff-api', () => undefined)),
    });
    const response = await app.request(path, {
      method,
      headers: {
        authorization: 'Bearer x',
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  };
  await scene.proposeAll(1, 3);
  await scene.propose(4, east);
  return { ...scene, asked };
}

const gather = '/staff/batches/gather/penetapan-uji';

describe('a batch through the API', () => {
  it('is gathered from who waits, decided on line by line, and says how many were told', async () => {
    const { asked, fanOut, ports, found } = await office();
    const listed = await asked(westOperator, 'GET', '/staff/batches');
    const { gatherings } = staffApi.listBatches.response.parse(listed.answer);
    expect(gatherings).toMatchObject([
      { standard: 'penetapan-uji', areas: [{ label: expect.stringContaining('Contoh Barat') }] },
    ]);
    expect(gatherings[0]?.fields.map(({ fact }) => fact)).toEqual(['period', 'place']);
    const waits = staffApi.listWaitingLines.response.parse((await asked(westOperator, 'GET', gather)).answer);
    expect(waits.rows).toHaveLength(3);
    expect(waits.columns.map(({ label }) => label)).toEqual(['Nama', 'NIK', 'Alasan']);
    const chosen = waits.rows.slice(0, 2).map(({ caseId }) => caseId);
    const body = { cases: chosen, facts: { period: '2026-02' } };
    const started = staffApi.startBatch.response.parse(
      (await asked(westOperator, 'POST', gather, body)).answer,
    );
    expect(started).toMatchObject({ lines: 2 });
    const at = `/staff/batches/${started.caseId}`;
    const fresh = staffApi.getBatch.response.parse((await asked(westOperator, 'GET', at)).answer);
    expect(fresh).toMatchObject({
      told: { done: 0, of: 2, held: 0 },
      about: ['Pertanyaan period: 2026-02'],
      mayRead: true,
      deciding: [{ step: 'deliberate', every: true, mayDecide: true, undecided: 2 }],
    });
    const { snapshot } = await found((await ports.cases.findStatus(started.ticket))?.status.caseId ?? fail());
    await fanOut(snapshot.id);
    const lines = staffApi.listLines.response.parse((await asked(westOperator, 'GET', `${at}/lines`)).answer);
    expect(lines.rows.map(({ position }) => position)).toEqual([1, 2]);
    const later = await asked(westOperator, 'GET', `${at}/lines?after=1`);
    expect(staffApi.listLines.response.parse(later.answer).rows).toHaveLength(1);
    const read = await asked(westOperator, 'POST', `${at}/lines/read`, {});
    expect(staffApi.readLines.response.parse(read.answer).rows).toHaveLength(2);
    const decide = {
      expectedSeq: fresh.seq,
      decisions: [
        { caseId: chosen[0], decision: 'worthy' },
        { caseId: chosen[1], decision: 'unworthy', note: 'Sudah dibantu.' },
      ],
    };
    const decided = await asked(westOperator, 'POST', `${at}/steps/deliberate/lines`, decide);
    expect(staffApi.decideLines.response.parse(decided.answer)).toMatchObject({
      lines: { all: 2, in: 1 },
      told: { done: 0, of: 2 },
      deciding: [{ decided: { worthy: 1 }, undecided: 0 }],
    });
  });

  it('answers in words what is refused, and others as if there were none', async () => {
    const { asked } = await office();
    const body = { cases: 'all', facts: { period: '2026-02' } };
    const { answer } = await asked(westOperator, 'POST', gather, body);
    const { caseId, ticket } = staffApi.startBatch.response.parse(answer);
    expect(await asked(westOperator, 'POST', gather, body)).toMatchObject({
      status: 409,
      answer: { code: 'batch-running', detail: expect.stringContaining(ticket) },
    });
    expect(await asked(westOperator, 'POST', gather, { ...body, area: east })).toMatchObject({ status: 403 });
    for (const path of [`/staff/batches/${caseId}`, `/staff/batches/${caseId}/lines`])
      expect((await asked(eastOperator, 'GET', path)).status).toBe(404);
    const step = `/staff/batches/${caseId}/steps/deliberate/lines`;
    const bare = { expectedSeq: 1, decisions: [{ caseId: 'c'.repeat(26), decision: 'worthy' }] };
    expect((await asked(eastOperator, 'POST', step, bare)).status).toBe(404);
    expect(await asked(westOperator, 'POST', step, bare)).toMatchObject({
      status: 409,
      answer: { code: 'unknown-lines' },
    });
    expect((await asked(westOperator, 'POST', step, { ...bare, decisions: [] })).status).toBe(400);
  });
});

const fail = (): never => {
  throw new Error('the batch is gone');
};
