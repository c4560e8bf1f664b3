// Remembers one answer for a while. Callers that come together wait for one load, and a load that failed is not kept.

import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs } from '@layan/domain/kernel/instant';

export interface TimedCache<T> {
  get(): Promise<T>;
  forget(): void;
}

/** `keepFor` is asked with each fresh answer, in milliseconds. */
export function timedCache<T>(
  clock: Clock,
  keepFor: (value: T) => number,
  load: () => Promise<T>,
): TimedCache<T> {
  let loading: Promise<T> | undefined;
  let until = 0;
  return {
    get: () => {
      const now = epochMs(clock.now());
      if (loading && now < until) return loading;
      const current = load();
      loading = current;
      until = Number.POSITIVE_INFINITY;
      current.then(
        (value) => {
          if (loading === current) until = now + keepFor(value);
        },
        () => {
          if (loading === current) loading = undefined;
        },
      );
      return current;
    },
    forget: () => {
      loading = undefined;
    },
  };
}
