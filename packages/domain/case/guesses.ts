// How often the secret of a ticket may be guessed (decision 0102): a few times from one place, then the ticket is closed to
// that place for some minutes; many times from wherever, then to everybody. What is fifty bits long is not guessed at such
// a pace, and a stranger does not lock out whoever holds the secret.

interface Counted {
  readonly count: number;
  /** When the last one was counted, milliseconds since 1970. */
  readonly at: number;
}

/**
 * All that counted within some minutes, `at` being their beginning or, once there were too many, the last; and of each place
 * lately: a blind index of who asked, never an address.
 */
export interface Guesses extends Counted {
  readonly places: readonly (Counted & { readonly from: string })[];
}

export const guessesAtMost = 5;
export const guessesOfAll = 100;
export const closedMinutes = 10;
/** Who comes from more places than these is held by the count of all. */
const placesKept = 40;

const isOver = ({ at }: Counted, now: number): boolean => now - at >= closedMinutes * 60_000;

const placeOf = (guesses: Guesses, from: string) => guesses.places.find((place) => place.from === from);

export const isClosed = (guesses: Guesses | undefined, from: string, now: number): boolean => {
  if (guesses === undefined) return false;
  const place = placeOf(guesses, from);
  const closed = (counted: Counted, most: number) => counted.count >= most && !isOver(counted, now);
  return closed(guesses, guessesOfAll) || (place !== undefined && closed(place, guessesAtMost));
};

const oneMore = (before: Counted | undefined, now: number): Counted => ({
  count: before === undefined || isOver(before, now) ? 1 : before.count + 1,
  at: now,
});

/** From wherever: a few now and then must not add up, or two places could close a ticket to its owner. */
const oneMoreOfAll = (before: Counted | undefined, now: number): Counted => {
  if (before === undefined || isOver(before, now)) return { count: 1, at: now };
  const count = before.count + 1;
  return { count, at: count >= guessesOfAll ? now : before.at };
};

/** After one more; those made while it is closed count for nothing, so that nobody keeps it closed by asking on. */
export const withGuess = (guesses: Guesses | undefined, from: string, now: number): Guesses => {
  if (guesses !== undefined && isClosed(guesses, from, now)) return guesses;
  const before = guesses && placeOf(guesses, from);
  const others = (guesses?.places ?? []).filter((place) => place !== before && !isOver(place, now));
  return {
    ...oneMoreOfAll(guesses, now),
    places: [...others, { ...oneMore(before, now), from }].slice(-placesKept),
  };
};

/** Who proved the secret begins anew; what others guessed stays counted. */
export const forgiven = (guesses: Guesses, from: string): Guesses => ({
  ...guesses,
  places: guesses.places.filter((place) => place.from !== from),
});

export const hasGuessed = (guesses: Guesses | undefined, from: string): guesses is Guesses =>
  guesses !== undefined && placeOf(guesses, from) !== undefined;
