// Token buckets, one per route, as a stage's method settings ask for them.
import type { Throttle } from '../cloud.ts';

export interface Limiter {
  /** False when the route has used up its share for now. */
  admit(limits: readonly Throttle[], verb: string, resourcePath: string): boolean;
}

export function createLimiter(now: () => number = Date.now): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    admit(limits, verb, resourcePath) {
      const limit = strictest(limits, verb, resourcePath);
      if (!limit) return true;
      const key = `${verb} ${resourcePath}`;
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: limit.burst, at };
      const tokens = Math.min(limit.burst, bucket.tokens + ((at - bucket.at) / 1000) * limit.rate);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      return tokens >= 1;
    },
  };
}

/** The setting that names the route best. */
function strictest(limits: readonly Throttle[], verb: string, resourcePath: string): Throttle | undefined {
  const fits = limits.filter(
    (limit) =>
      (limit.verb === '*' || limit.verb === verb) &&
      (limit.resourcePath === '/*' || limit.resourcePath === resourcePath),
  );
  return fits.sort((a, b) => Number(a.resourcePath === '/*') - Number(b.resourcePath === '/*'))[0];
}
