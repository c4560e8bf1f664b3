// The tenant's data key, replaced by another: what it wrapped is wrapped anew, and then it is gone.
import type { InstantText } from '@layan/domain/kernel/ids';

export interface DataKeys {
  /** Since when the newest wraps. */
  readonly newest: InstantText;
  /** Whether there is an older one besides. */
  readonly older: boolean;
}

export interface KeyRotation {
  /** One get. */
  find(): Promise<DataKeys>;
  /**
   * Adds a key that wraps from now on, or within minutes, as functions hear of it; unless there is another newest than was
   * seen: of two sweeps at once one adds.
   */
  add(seen: Pick<DataKeys, 'newest'>): Promise<void>;
  /**
   * Wraps anew a portion of what the oldest key wrapped, each owner in one transaction with everything that holds its key.
   * Who changed meanwhile is left for the next portion.
   */
  rewrap(limit: number): Promise<{ readonly rewrapped: number; readonly left: boolean }>;
  /** Forgets the oldest key, which wraps nothing any more; whatever it wrapped elsewhere never opens again. */
  drop(): Promise<void>;
}
