// Chance that repeats itself: the same seed gives the same bytes, different on every call.
import { createHash } from 'node:crypto';
import type { Random } from '@layan/application/ports/surroundings';

export function seededRandom(seed: string): Random {
  let calls = 0;
  return {
    bytes: (count) => {
      calls += 1;
      const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
        createHash('sha256').update(`${seed}#${calls}#${block}`).digest(),
      );
      return new Uint8Array(Buffer.concat(blocks).subarray(0, count));
    },
  };
}
