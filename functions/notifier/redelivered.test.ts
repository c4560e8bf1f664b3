// What a queue and a lost answer may do to a notice. SES knows no client token: who is not answered sends once more.
import { makeSubmitFiling } from '@layan/application/filing/submit-filing';
import type { Mailer } from '@layan/application/ports/notices';
import { createLogger } from '@layan/observability/logger';
import { createMetrics } from '@layan/observability/metrics';
import { memoryMailer } from '@layan/testing/memory/memory-notices';
import { answersOf, PROBOLINGGO, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { createNotify } from './notify.ts';

async function notifier(wrap: (mailer: Mailer) => Mailer = (mailer) => mailer) {
  const scene = await ultpkScene();
  const mailer = memoryMailer();
  const session = await scene.start();
  const { contact = {}, ...answers } = answersOf(1);
  await scene.fill(session, { ...answers, contact: { ...contact, email: 'warga.uji@contoh.example' } });
  await scene.send(session, 'head-id-card');
  await scene.send(session, 'family-card');
  const { caseId } = valueIn(await makeSubmitFiling(scene.ports)({ session }));
  const notify = createNotify({
    openTenant: () => ({ ...scene.ports, mailer: wrap(mailer), trackingUrl: 'https://contoh.example/lacak' }),
    logger: createLogger('notifier', () => undefined),
    metrics: createMetrics('local', () => undefined),
  });
  const body = JSON.stringify({ tenant: PROBOLINGGO, caseId });
  const tell = (...ids: readonly string[]) =>
    notify({ Records: ids.map((messageId) => ({ messageId, body })) });
  const accept = async () =>
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept'));
  return { scene, mailer, tell, accept };
}

describe('a notice', () => {
  it('is sent once, however often its message comes', async () => {
    const { mailer, tell } = await notifier();
    await tell('m1');
    await tell('m1', 'm1');
    await Promise.all([tell('m2'), tell('m3')]);
    expect(mailer.sent).toHaveLength(1);
  });

  it('is sent once by two that come at once; the other comes again and finds it told', async () => {
    const { mailer, tell } = await notifier();
    const answers = await Promise.all([tell('m1'), tell('m2')]);
    const back = answers.flatMap(({ batchItemFailures }) => batchItemFailures);
    expect(back.length).toBeLessThanOrEqual(1);
    expect(await tell(...back.map(({ itemIdentifier }) => itemIdentifier))).toEqual({
      batchItemFailures: [],
    });
    expect(mailer.sent).toHaveLength(1);
  });

  it('of a later turn that comes first tells the earlier one with it, and that one’s message nothing', async () => {
    const { mailer, tell, accept } = await notifier();
    await accept();
    await tell('later');
    await tell('earlier');
    expect(mailer.sent).toHaveLength(1);
  });

  it('whose answer was lost goes back to the queue, and is sent once more when its minute is over', async () => {
    let lost = 1;
    const { scene, mailer, tell } = await notifier((real) => ({
      send: async (mail) => {
        const sent = await real.send(mail);
        if (lost-- > 0) throw new Error('the answer is lost');
        return sent;
      },
    }));
    expect(await tell('m1')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(await tell('m1')).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(mailer.sent).toHaveLength(1);
    scene.clock.advance(60_001);
    expect(await tell('m1')).toEqual({ batchItemFailures: [] });
    await tell('m1');
    expect(mailer.sent).toHaveLength(2);
  });
});
