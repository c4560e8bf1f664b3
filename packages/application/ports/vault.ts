// Sealing of personal values: one data key per person and case, wrapped by the tenant's key. See decision "field encryption".
import type { Sealed } from '@layan/domain/case/facts';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

/** A data key in wrapped form: stored beside what it seals, useless without the tenant's key. */
export type WrappedKey = string;

/** What a ciphertext is bound to besides the tenant; opening it elsewhere fails. */
export interface SealContext {
  readonly caseId: CaseId;
  /** Fact id, or `note`, `secret`, `display`, `unread:<fact>`. */
  readonly field: string;
}

/** fingerprint: of a request body kept under an idempotency key (a plain hash of personal data could be guessed). */
export type IndexKind = 'nik' | 'familyCardNumber' | 'secret' | 'session' | 'fingerprint';

export interface Vault {
  newKey(): Promise<WrappedKey>;
  seal(key: WrappedKey, context: SealContext, value: string): Promise<Sealed>;
  /** Fails with `unreadable` when moved, altered, or the key is gone. */
  open(key: WrappedKey, context: SealContext, sealed: Sealed): Promise<Result<string, 'unreadable'>>;
  /** Keyed blind index (HMAC) of a normalised value: equal values of one tenant and kind meet, nothing else is learnt. */
  index(kind: IndexKind, value: string): Promise<string>;
}
