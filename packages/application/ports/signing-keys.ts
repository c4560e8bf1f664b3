// The keys a tenant signs its cards and status lists with, present and past.
import type { InstantText } from '@layan/domain/kernel/ids';
import type { SignedKind } from '@layan/domain/product/jws';
import type { PublicKey } from '@layan/domain/product/public-key';

export interface SigningKey {
  readonly kid: string;
  readonly jwk: PublicKey;
  readonly from: InstantText;
  /** When the next key took over; what this one signed stays good. */
  readonly until?: InstantText;
}

export interface SigningKeys {
  /** All keys, oldest first; one get, remembered for a minute. Empty before the first was made. */
  list(): Promise<readonly SigningKey[]>;
}

/** Only where the audience may sign: workers, the renderer, and staff for their letters. */
export interface Signer {
  /** The payload signed with the newest key, in compact form. Throws when the tenant has no key. */
  sign(typ: SignedKind, payload: object): Promise<string>;
}
