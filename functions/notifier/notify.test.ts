import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import type { NoticePorts } from '@layan/application/notice/turn';
import type { Mailer } from '@layan/application/ports/notices';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err } from '@layan/domain/kernel/result';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { caseIdOf } from '@layan/testing/builders/ids';
import { memoryMailer } from '@layan/testing/memory/memory-notices';
import { answersOf, PROBOLINGGO, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { createNotify } from './notify.ts';
import { trackingPage } from './tracking-page.ts';

const address = 'warga.uji@contoh.example';

async function notifier(mailer: Mailer = memoryMailer()) {
  const scene = await ultpkScene();
  const session = await scene.start();
  const { contact = {}, ...answers } = answersOf(1);
  await scene.fill(session, { ...answers, contact: { ...contact, email: address } });
  await scene.send(session, 'head-id-card');
  await scene.send(session, 'family-card');
  const { caseId } = valueIn(await makeSubmitFiling(scene.ports)({ session }));
  const lines: string[] = [];
  const notify = createNotify({
    openTenant: (tenant): NoticePorts => {
      if (tenant !== PROBOLINGGO) throw new Error(`no table for ${address}`);
      return { ...scene.ports, mailer, trackingUrl: trackingPage('layan.example', tenant) };
    },
    logger: createLogger('notifier', (line) => lines.push(line)),
    metrics: createMetrics('local', (line) => lines.push(line)),
  });
  const tell = (...messages: { messageId: string; body: string }[]) => notify({ Records: messages });
  return { ...scene, caseId, tell, lines };
}

const message = (messageId: string, tenant: string, caseId: CaseId) => ({
  messageId,
  body: JSON.stringify({ tenant, caseId }),
});

describe('the notifier', () => {
  it('tells the citizen of the case a pointer names, and counts it', async () => {
    const mailer = memoryMailer();
    const { tell, caseId, lines } = await notifier(mailer);
    expect(await tell(message('m1', PROBOLINGGO, caseId))).toEqual({ batchItemFailures: [] });
    expect(mailer.sent.map(({ to }) => to)).toEqual([address]);
    expect(lines.join()).toContain('L501');
    expect(lines.join()).toContain('"NoticesSent":1');
  });

  it('tells nothing of a government that has closed: what it would note is handed over already', async () => {
    const mailer = memoryMailer();
    const { tell, caseId, ports, memory } = await notifier(mailer);
    const tenant = await ports.directory.find();
    if (tenant) await ports.directory.save({ ...tenant, state: 'closed' });
    expect(await tell(message('m1', PROBOLINGGO, caseId))).toEqual({ batchItemFailures: [] });
    expect(mailer.sent).toEqual([]);
    expect(await ports.notices.find(caseId)).toBeUndefined();
    // Called off: the change is pointed to once more, and told.
    if (tenant) await ports.directory.save(tenant);
    const before = memory.table.outbox.length;
    await memory.leftChanges.takeUp();
    expect(memory.table.outbox.slice(before).map((pointer) => pointer.caseId)).toEqual([caseId]);
    expect(await tell(message('m2', PROBOLINGGO, caseId))).toEqual({ batchItemFailures: [] });
    expect(mailer.sent.map(({ to }) => to)).toEqual([address]);
  });

  it('hands back only what failed, and no address stands in its log', async () => {
    const mailer = memoryMailer();
    const { tell, caseId, lines } = await notifier(mailer);
    const answer = await tell(
      message('m1', 'kota-hilang', caseId),
      { messageId: 'm2', body: '{"tenant":"kota-probolinggo"}' },
      message('m3', PROBOLINGGO, caseId),
      message('m4', PROBOLINGGO, caseIdOf(99)),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }] });
    expect(mailer.sent).toHaveLength(1);
    expect(lines.filter((line) => line.includes('L203'))).toHaveLength(2);
    expect(lines.join()).not.toContain(address);
  });

  it('hands back what another run is sending, without calling it a failure', async () => {
    const { tell, caseId, memory, clock, lines } = await notifier();
    const sendingUntil = clock.now();
    clock.advance(-1_000);
    await memory.notices.save(caseId, { to: 0, sendingUntil, revision: 1 }, undefined);
    expect(await tell(message('m1', PROBOLINGGO, caseId))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
    expect(lines.join()).toContain('L503');
    expect(lines.join()).not.toContain('L203');
  });

  it('says that an address is none and lets the pointer go', async () => {
    const { tell, caseId, lines } = await notifier({ send: async () => err('address-refused') });
    expect(await tell(message('m1', PROBOLINGGO, caseId))).toEqual({ batchItemFailures: [] });
    expect(lines.join()).toContain('L502');
    expect(lines.join()).toContain('"NoticesRefused":1');
  });
});

describe('the page a notice leads to', () => {
  it('is that of the tenant, and says nothing of the case', () => {
    expect(trackingPage('layan.example', PROBOLINGGO)).toBe('https://kota-probolinggo.layan.example/lacak');
    expect(trackingPage('localhost:4400', PROBOLINGGO)).toBe('http://kota-probolinggo.localhost:4400/lacak');
  });
});
