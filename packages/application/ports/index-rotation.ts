// The key of the tenant's blind indexes, replaced by another while people are looked for and products are issued.
import type { CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { CaseRecord } from './cases.ts';
import type { TakenLock, UniqueLock } from './locks.ts';
import type { RegisteredProduct } from './products.ts';

/**
 * resting: one key. announced: another is there, under which nothing is kept yet, but everything is taken away too.
 * both: links and locks are kept under both. leaving: under the new one alone, and still taken away under both.
 */
export type IndexStage = 'resting' | 'announced' | 'both' | 'leaving';

export interface IndexKeys {
  readonly stage: IndexStage;
  /** Since when it is so. */
  readonly since: InstantText;
  readonly mark: IndexMark;
  /** Somebody asked for it: no key waits longer than functions need to hear of it. */
  readonly asked?: AskedReplacement;
}

export interface AskedReplacement {
  readonly at: InstantText;
  readonly by: { readonly id: StaffId; readonly name: string };
  /** Every key up to this one is to be gone. */
  readonly upTo: string;
}

/** Asks for it; the replacing itself is done by who sweeps. */
export interface IndexKeyRequests {
  /** One query. */
  find(): Promise<Pick<IndexKeys, 'stage' | 'since' | 'asked'>>;
  /** Of every key there is now. Asked again before they are gone, it stays as it was asked. */
  ask(asked: Omit<AskedReplacement, 'upTo'>): Promise<void>;
}

/** As the keys were seen. What was decided from an older sight is not done any more. */
export type IndexMark = number;

/** Who links and locks belong to. Others that hold a key have neither. */
export type IndexOwner =
  | { readonly kind: 'case'; readonly caseId: CaseId }
  | { readonly kind: 'product'; readonly id: string }
  | { readonly kind: 'other' };

export interface IndexPortion {
  readonly owners: readonly IndexOwner[];
  /** Where the next portion begins. */
  readonly next: string;
  /** How many of this walk could not be indexed anew before these. */
  readonly heldUp: number;
  readonly mark: IndexMark;
  /** Nobody comes after these. */
  readonly last: boolean;
}

/** Links and locks as they shall stand under the keys that are kept, and those to take away. */
export interface Reindexing {
  readonly people: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly locks: { readonly add: readonly TakenLock[]; readonly remove: readonly UniqueLock[] };
}

export type NotReindexed = 'changed-meanwhile' | 'lock-taken';

export interface IndexRotation {
  /** One query. */
  find(): Promise<IndexKeys>;
  /** To the next stage, resting to announced included. The walk begins anew. */
  turn(mark: IndexMark): Promise<void>;
  /** Owners of a stage, each at least once in a walk, whatever happens to their keys meanwhile. */
  portion(limit: number): Promise<IndexPortion>;
  /** The walk goes on there, with so many more that could not be indexed anew. */
  passed(portion: IndexPortion, heldUp: number): Promise<void>;
  /** The same stage once more from its start, as if it had just begun. */
  again(mark: IndexMark): Promise<void>;
  /** One transaction, guarded by the case as it was loaded. */
  reindexCase(record: CaseRecord, change: Reindexing): Promise<Result<void, NotReindexed>>;
  /** The same for a card that was taken over. */
  reindexProduct(product: RegisteredProduct, change: Reindexing): Promise<Result<void, NotReindexed>>;
}
