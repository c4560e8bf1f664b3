import { epochMs } from '@layan/domain/kernel/instant';
import type { Standard } from '@layan/domain/standard/standard';
import { inspection, request, subcaseScene } from '@layan/testing/scenes/subcase-scene';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { writeTrackingSession } from '../session/tracking-session.ts';
import { makeSettleSubcases } from '../subcase/settle-subcases.ts';
import { makeOpenLinkedCase } from './open-linked-case.ts';

const opening: Standard = {
  ...request,
  process: {
    ...request.process,
    endings: request.process.endings.map((ending) => ({
      ...ending,
      opens: { service: inspection.id, channel: 'internal', carries: { holder: 'name', wish: 'wish' } },
    })),
  },
};

/** A request that has ended, what its end opened, and a browser that has the request open. */
async function twoMatters() {
  const scene = await subcaseScene([opening, inspection]);
  const settle = makeSettleSubcases(scene.ports);
  const caseId = await scene.file(1);
  await scene.run(caseId, { type: 'interrupt', interruption: 'withdraw' });
  await settle({ caseId });
  const { ticket, successor } = (await scene.found(caseId)).snapshot;
  if (!successor) throw new Error('nothing was opened');
  const now = scene.clock.now();
  const session = await writeTrackingSession(
    scene.ports.vault,
    { caseId, ticket, openedAt: epochMs(now) },
    now,
  );
  return { ...scene, open: makeOpenLinkedCase(scene.ports), session, ticket, successor };
}

describe('the matter that the end of one’s own opened', () => {
  it('is opened from there, and the earlier one again from it', async () => {
    const { open, session, ticket, successor } = await twoMatters();
    const next = valueIn(await open({ session, to: 'successor' }));
    expect(next.view).toMatchObject({ ticket: successor.ticket, predecessor: { ticket } });
    expect(valueIn(await open({ session: next.session, to: 'predecessor' })).view.ticket).toBe(ticket);
  });

  it('does not prolong what began with ticket and secret beyond eight hours', async () => {
    const { open, session, clock } = await twoMatters();
    let token = session;
    for (let half = 0; half < 16; half += 1) {
      clock.advance(29 * 60_000);
      token = valueIn(
        await open({ session: token, to: half % 2 === 0 ? 'successor' : 'predecessor' }),
      ).session;
    }
    clock.advance(29 * 60_000);
    expect(await open({ session: token, to: 'successor' })).toMatchObject({
      error: { code: 'session-ended' },
    });
  });

  it('is not there where nothing was before, nor for who has no session', async () => {
    const { open, session } = await twoMatters();
    const none = { error: { code: 'case-not-found' } };
    expect(await open({ session, to: 'predecessor' })).toMatchObject(none);
    const altered = `${session.slice(0, -1)}${session.endsWith('1') ? '2' : '1'}`;
    expect(await open({ session: altered, to: 'successor' })).toMatchObject({
      error: { code: 'session-ended' },
    });
  });

  it('is refused where the other one does not name this one', async () => {
    const { open, session, successor, memory } = await twoMatters();
    const kept = memory.table.statuses.get(successor.ticket);
    if (!kept) throw new Error('no status');
    const { predecessor: _named, ...status } = kept.status;
    memory.table.statuses.set(successor.ticket, { ...kept, status });
    expect(await open({ session, to: 'successor' })).toMatchObject({ error: { code: 'case-not-found' } });
  });
});
