// The matter before or after one's own, for the holder of a tracking session: nobody holds the secret of a case that the end
// of another opened, so its applicant comes to it through the one they filed.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { readTrackingSession } from '../session/tracking-session.ts';
import { getSetting } from '../tenant/setting.ts';
import type { TrackingFailure } from './errors.ts';
import { openCase } from './open-case.ts';
import type { OpenedCase } from './own-case-view.ts';

const back = { successor: 'predecessor', predecessor: 'successor' } as const;

export interface OpenLinkedCaseInput {
  readonly session: string;
  readonly to: keyof typeof back;
}

export const makeOpenLinkedCase =
  (ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async ({
    session: token,
    to,
  }: OpenLinkedCaseInput): Promise<
    Result<OpenedCase, TrackingFailure<'session-ended' | 'case-not-found'>>
  > => {
    const setting = await getSetting(ports);
    const session = await readTrackingSession(ports.vault, token, setting.now);
    const own = session && (await ports.cases.findStatus(session.ticket));
    if (!session || own?.status.caseId !== session.caseId) return err({ code: 'session-ended' });
    const ticket = own.status[to]?.ticket;
    const found = ticket === undefined ? undefined : await ports.cases.findStatus(ticket);
    // Each names the other, or they are not of one person.
    if (found?.status[back[to]]?.caseId !== session.caseId) return err({ code: 'case-not-found' });
    return ok(await openCase(ports, found, session.openedAt, setting));
  };
