// Requests that are done once: the first transaction of such a request also writes down that it was made and, for an act
// of administration, the next entry of the tenant's chain. See decision 0109.
import type { ChainAct } from '@layan/domain/audit/chain';

export interface RecordedRequest {
  /** A repeat is recognised for a week; one made without a connection for 90 days (domain/access/offline-operations). */
  readonly idempotency: { readonly key: string; readonly fingerprint: string };
  /** A repeat of what was left halfway goes on: what it writes is guarded by the state it finds. */
  readonly resumes: boolean;
  /** Id of what it is done to, where its path names one: the answer is forgotten when that is erased. */
  readonly of?: string;
  /** Entry of the chain `administration`. Without `about` it is about what was made. */
  readonly act?: Pick<ChainAct, 'by' | 'act'> & { readonly about?: string };
}

/** What is known of a request that was made. */
export interface KeptRequest {
  readonly fingerprint: string;
  /** As `keepAnswer` was given it; absent while it is being done, and when its end was not seen. */
  readonly answer?: string;
}

export interface Recording<Ports> {
  /** The same tenant and space. The first transaction through these ports that changes something records the request. */
  readonly ports: Ports;
  /** Whether this very run recorded the request. */
  wrote(): boolean;
  find(): Promise<KeptRequest | undefined>;
  /** For repeats. An answer that is too large to keep is not kept. */
  keepAnswer(answer: string): Promise<void>;
}

/** Thrown out of a store's write: the request was made before, so nothing was written now. */
export class DoneBefore extends Error {
  constructor() {
    super('This request was made before.');
    this.name = 'DoneBefore';
  }
}
