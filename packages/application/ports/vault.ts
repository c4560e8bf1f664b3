// Sealing of personal values: one data key per person and case, wrapped by the tenant's key. See decision "field encryption".
import type { Sealed } from '@layan/domain/case/facts';
import type { CaseId, StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

/** A data key in wrapped form: stored beside what it seals, useless without the tenant's key and for any other case. */
export type WrappedKey = string;

/** Stands where a key was destroyed: nothing that was sealed under it opens again. */
export const destroyedKey: WrappedKey = 'destroyed';

export const isDestroyed = (key: WrappedKey): boolean => key === destroyedKey;

/** Whose a key is: of a case, of what has an id of the same make, or of a member of staff. */
export type KeyOwner = CaseId | StaffId;

/** What a ciphertext is bound to besides the tenant; opening it elsewhere fails. */
export interface SealContext {
  readonly caseId: KeyOwner;
  /** Fact id, or `note`, `secret`, `display`, `reason`, `unread:<fact>`, `line:<batch>`. */
  readonly field: string;
}

/** What people are found by. Few of them exist, so that the key of their index can be replaced. */
export type IdentifierKind = 'nik' | 'familyCardNumber';

/**
 * fingerprint: of a request body kept under an idempotency key (a plain hash of personal data could be guessed).
 * origin: of the network or the member that guessed at a ticket.
 */
export type IndexKind = IdentifierKind | 'secret' | 'session' | 'fingerprint' | 'origin';

export interface Vault {
  newKey(owner: KeyOwner): Promise<WrappedKey>;
  /** The same key wrapped by the tenant's newest data key. Fails with `unreadable` like `open`. */
  rewrap(key: WrappedKey, owner: KeyOwner): Promise<Result<WrappedKey, 'unreadable'>>;
  seal(key: WrappedKey, context: SealContext, value: string): Promise<Sealed>;
  /** Fails with `unreadable` when moved, altered, or the key is gone. */
  open(key: WrappedKey, context: SealContext, sealed: Sealed): Promise<Result<string, 'unreadable'>>;
  /** Keyed blind index (HMAC) of a normalised value: equal values of one tenant and kind meet, nothing else is learnt. */
  index(kind: IndexKind, value: string): Promise<string>;
  /**
   * All indexes of an identifier that are kept, the newest first: two while the tenant's index key is being replaced.
   * Links and locks are written under each of them and looked for under each of them.
   */
  indexes(kind: IdentifierKind, value: string): Promise<readonly string[]>;
  /**
   * Those, and such as others may keep still or already. Whoever takes a link or a lock away takes it away under each of
   * them: nothing stays behind while some know the keys of a moment ago.
   */
  everyIndex(kind: IdentifierKind, value: string): Promise<readonly string[]>;
}
