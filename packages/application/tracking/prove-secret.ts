// Whether somebody holds the secret of a ticket: the one place where that is judged, on the portal and at the counter. An
// unknown ticket, a wrong secret and a ticket that is closed after wrong ones take the same work and get the same answer
// (decision 0102).
import { forgiven, type Guesses, hasGuessed, isClosed, withGuess } from '@layan/domain/case/guesses';
import { parseSecret } from '@layan/domain/case/ticket';
import { epochMs } from '@layan/domain/kernel/instant';
import { sameText } from '../kernel/same-text.ts';
import type { FoundStatus } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { secretIndex } from '../session/secret-index.ts';

export interface SecretTyped {
  /** As it was read. */
  readonly ticket: string;
  readonly secret: string;
  /** Who types: the network an address is of, or a member of staff. Kept as a blind index for minutes. */
  readonly from: string;
}

type Change = (guesses: Guesses | undefined) => Guesses;

/** Guesses made at the same moment are counted one after the other, as far as that takes few attempts. */
const ATTEMPTS = 4;

const keep = async (
  cases: Ports['cases'],
  ticket: string,
  before: Guesses | undefined,
  change: Change,
  left = ATTEMPTS,
): Promise<void> => {
  const kept = await cases.keepGuesses(ticket, before, change(before));
  if (!kept.ok && kept.error.now && left > 1) await keep(cases, ticket, kept.error.now, change, left - 1);
};

/** What is kept under the ticket; undefined when it does not open. */
export const makeProveSecret =
  (ports: Pick<Ports, 'cases' | 'vault' | 'clock'>) =>
  async ({ ticket, secret, from: place }: SecretTyped): Promise<FoundStatus | undefined> => {
    const { cases, vault, clock } = ports;
    const given = await secretIndex(vault, ticket, parseSecret(secret) ?? '');
    const from = (await vault.index('origin', `${ticket} ${place}`)).slice(0, 8);
    const found = await cases.findStatus(ticket);
    // Compared also when there is nothing to compare with, so that the time tells nothing.
    const right = sameText(found?.secretIndex ?? '='.repeat(given.length), given);
    const now = epochMs(clock.now());
    if (!found || !right || isClosed(found.guesses, from, now)) {
      await keep(cases, ticket, found?.guesses, (guesses) => withGuess(guesses, from, now));
      return undefined;
    }
    if (hasGuessed(found.guesses, from))
      await keep(cases, ticket, found.guesses, (guesses) =>
        forgiven(guesses ?? { count: 0, at: now, places: [] }, from),
      );
    return found;
  };
