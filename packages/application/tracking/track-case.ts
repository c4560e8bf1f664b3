// Opens a case by ticket and secret. An unknown ticket and a wrong secret take the same work and get the same answer.
import { parseSecret, parseTicket } from '@layan/domain/case/ticket';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { sameText } from '../kernel/same-text.ts';
import type { Ports } from '../ports/surroundings.ts';
import { secretIndex } from '../session/secret-index.ts';
import { getSetting } from '../tenant/setting.ts';
import type { TrackingFailure } from './errors.ts';
import { openCase } from './open-case.ts';
import type { OpenedCase } from './own-case-view.ts';

export interface TrackCaseInput {
  readonly ticket: string;
  readonly secret: string;
}

export type TrackCaseError = TrackingFailure<'ticket-malformed' | 'ticket-or-secret-wrong'>;

export const makeTrackCase =
  (ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async (input: TrackCaseInput): Promise<Result<OpenedCase, TrackCaseError>> => {
    const ticket = parseTicket(input.ticket);
    if (!ticket.ok) return err({ code: 'ticket-malformed' });
    const given = await secretIndex(ports.vault, ticket.value, parseSecret(input.secret) ?? '');
    const found = await ports.cases.findStatus(ticket.value);
    // Compared also when there is nothing to compare with, so that the time tells nothing.
    const right = sameText(found?.secretIndex ?? '='.repeat(given.length), given);
    if (!found || !right) return err({ code: 'ticket-or-secret-wrong' });
    const setting = await getSetting(ports);
    return ok(await openCase(ports, found, epochMs(setting.now), setting));
  };
