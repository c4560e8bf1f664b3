// Opens a case by ticket and secret.
import { parseTicket } from '@layan/domain/case/ticket';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting } from '../tenant/setting.ts';
import type { TrackingFailure } from './errors.ts';
import { openCase } from './open-case.ts';
import type { OpenedCase } from './own-case-view.ts';
import { makeProveSecret } from './prove-secret.ts';

export interface TrackCaseInput {
  readonly ticket: string;
  readonly secret: string;
  /** The network that the request came from. */
  readonly from?: string;
}

export type TrackCaseError = TrackingFailure<'ticket-malformed' | 'ticket-or-secret-wrong'>;

export const makeTrackCase =
  (ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async ({ secret, from = '', ...typed }: TrackCaseInput): Promise<Result<OpenedCase, TrackCaseError>> => {
    const ticket = parseTicket(typed.ticket);
    if (!ticket.ok) return err({ code: 'ticket-malformed' });
    const found = await makeProveSecret(ports)({ ticket: ticket.value, secret, from });
    if (!found) return err({ code: 'ticket-or-secret-wrong' });
    const setting = await getSetting(ports);
    return ok(await openCase(ports, found, epochMs(setting.now), setting));
  };
