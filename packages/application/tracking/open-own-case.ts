// Shows the case again to the holder of a tracking session and renews the session. One get.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { readTrackingSession } from '../session/tracking-session.ts';
import { getSetting } from '../tenant/setting.ts';
import type { TrackingFailure } from './errors.ts';
import { openCase } from './open-case.ts';
import type { OpenedCase } from './own-case-view.ts';

export const makeOpenOwnCase =
  (ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async (input: {
    readonly session: string;
  }): Promise<Result<OpenedCase, TrackingFailure<'session-ended'>>> => {
    const setting = await getSetting(ports);
    const session = await readTrackingSession(ports.vault, input.session, setting.now);
    const found = session && (await ports.cases.findStatus(session.ticket));
    if (!session || !found || found.status.caseId !== session.caseId) return err({ code: 'session-ended' });
    return ok(await openCase(ports, found, session.openedAt, setting));
  };
