// How often the secret of a ticket may be guessed: a few times, then the ticket is closed for some minutes, to everybody.
// What is fifty bits long is not guessed at such a pace; who mistyped waits no longer than a queue at the counter.

export interface Guesses {
  readonly count: number;
  /** When the last one was counted, milliseconds since 1970. */
  readonly at: number;
}

export const guessesAtMost = 5;
export const closedMinutes = 10;

const isOver = ({ at }: Guesses, now: number): boolean => now - at >= closedMinutes * 60_000;

export const isClosed = (guesses: Guesses | undefined, now: number): boolean =>
  guesses !== undefined && guesses.count >= guessesAtMost && !isOver(guesses, now);

/** After one more; those made while it is closed count for nothing, so that nobody keeps it closed by asking on. */
export const withGuess = (guesses: Guesses | undefined, now: number): Guesses => {
  if (guesses === undefined || isOver(guesses, now)) return { count: 1, at: now };
  return isClosed(guesses, now) ? guesses : { count: guesses.count + 1, at: now };
};
