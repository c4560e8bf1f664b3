// How long what is not a case is kept, in seconds. DynamoDB removes it some time after, so readers look at the clock too
// where it matters.
const DAY = 24 * 60 * 60;

/** An unfinished filing, since it was last saved. */
export const FILING_SECONDS = 30 * DAY;

/** An answer under an idempotency key: well over the day that clients may take to ask again. */
export const IDEMPOTENCY_SECONDS = 7 * DAY;

/** A pointer in the outbox, long after the relay has seen it; the stream itself forgets after one day. */
export const OUTBOX_SECONDS = 7 * DAY;

/** What is done in the practice space, at the longest; it can be emptied at any time. */
export const PRACTICE_SECONDS = 30 * DAY;

export const expiresAt = (epochMilliseconds: number, lifetime: number) =>
  Math.floor(epochMilliseconds / 1000) + lifetime;
