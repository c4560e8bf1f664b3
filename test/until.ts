// Waits for what queues, streams and schedules do after an answer was given: asks again and again, and never by the clock alone.
import { setTimeout as wait } from 'node:timers/promises';

/** Far longer than it takes: a machine with much to do is slow, which is no fault. */
const PATIENCE = 150_000;
const PAUSE = 250;

/** What `look` finds, once it finds something; throws what was waited for when it does not come about. */
export async function until<T>(
  what: string | (() => string),
  look: () => Promise<T | undefined>,
  { patience = PATIENCE, pause = PAUSE } = {},
): Promise<T> {
  const late = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > late)
      throw new Error(`In vain waited for: ${typeof what === 'string' ? what : what()}.`);
    await wait(pause);
  }
}
