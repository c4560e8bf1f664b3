// Small changes to a filing touch one thing each: who finds that another page, or a second tap, was faster reads again.
import type { Result } from '@layan/domain/kernel/result';

const attempts = 5;

export const againWhenChanged = async <T, E extends { readonly code: string }>(
  attempt: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> => {
  for (let left = attempts; ; left -= 1) {
    const done = await attempt();
    if (done.ok || done.error.code !== 'filing-changed' || left === 1) return done;
  }
};
