// Opens a case by ticket and secret. An unknown ticket, a wrong secret and a ticket that is closed for a while after wrong
// ones take the same work and get the same answer (decision 0102).
import { type Guesses, isClosed, withGuess } from '@layan/domain/case/guesses';
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

/** Guesses made at the same moment are counted one after the other, as far as that takes few attempts. */
const ATTEMPTS = 4;

const countGuess = async (
  cases: Ports['cases'],
  ticket: string,
  before: Guesses | undefined,
  now: number,
  left = ATTEMPTS,
): Promise<void> => {
  const counted = await cases.countGuess(ticket, before, withGuess(before, now));
  if (!counted.ok && counted.error.now && left > 1)
    await countGuess(cases, ticket, counted.error.now, now, left - 1);
};

export const makeTrackCase =
  (ports: Pick<Ports, 'directory' | 'standards' | 'cases' | 'vault' | 'clock'>) =>
  async (input: TrackCaseInput): Promise<Result<OpenedCase, TrackCaseError>> => {
    const ticket = parseTicket(input.ticket);
    if (!ticket.ok) return err({ code: 'ticket-malformed' });
    const given = await secretIndex(ports.vault, ticket.value, parseSecret(input.secret) ?? '');
    const found = await ports.cases.findStatus(ticket.value);
    // Compared also when there is nothing to compare with, so that the time tells nothing.
    const right = sameText(found?.secretIndex ?? '='.repeat(given.length), given);
    const now = epochMs(ports.clock.now());
    if (!found || !right || isClosed(found.guesses, now)) {
      await countGuess(ports.cases, ticket.value, found?.guesses, now);
      return err({ code: 'ticket-or-secret-wrong' });
    }
    const setting = await getSetting(ports);
    return ok(await openCase(ports, found, epochMs(setting.now), setting));
  };
