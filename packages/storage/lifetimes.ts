// How long what is not a case is kept, in seconds. DynamoDB removes it some time after, so readers look at the clock too
// where it matters.
import { mayComeLate } from '@layan/domain/access/offline-operations';

const DAY = 24 * 60 * 60;

/** An unfinished filing, since it was last saved. */
export const FILING_SECONDS = 30 * DAY;

/** A request under an idempotency key: well over the day that clients may take to ask again. */
const IDEMPOTENCY_SECONDS = 7 * DAY;

/** A request made without a connection, which reaches us when its device next has one. */
const OFFLINE_SECONDS = 90 * DAY;

/** A pointer in the outbox, long after the relay has seen it; the stream itself forgets after one day. */
export const OUTBOX_SECONDS = 7 * DAY;

/** Who read what: as long as what else was done to a case is kept at least. */
export const READS_SECONDS = 5 * 366 * DAY;

/** What is done in the practice space, at the longest; it can be emptied at any time. */
export const PRACTICE_SECONDS = 30 * DAY;

export const expiresAt = (epochMilliseconds: number, lifetime: number) =>
  Math.floor(epochMilliseconds / 1000) + lifetime;

/**
 * A record is known as `<operation>:<actor>:<key of the client>`. The client says that a request was made without a
 * connection; whether its operation is one of those decides.
 */
export const idempotencySeconds = (recordKey: string): number => {
  const parts = recordKey.split(':');
  const late = mayComeLate(parts[0] ?? '') && parts.at(-1)?.startsWith('offline-');
  return late ? OFFLINE_SECONDS : IDEMPOTENCY_SECONDS;
};

/** Whether an item is gone though DynamoDB has not removed it yet. */
export const isExpired = (item: Readonly<Record<string, unknown>>, epochMilliseconds: number): boolean =>
  typeof item['expiresAt'] === 'number' && item['expiresAt'] <= Math.floor(epochMilliseconds / 1000);

/** For writing what must not be there, where it may be there and gone. */
export const absentOrExpired = (epochMilliseconds: number) => ({
  expression: 'attribute_not_exists(pk) OR expiresAt <= :now',
  values: { ':now': Math.floor(epochMilliseconds / 1000) },
});
