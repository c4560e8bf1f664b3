// What must leave a trace: administrative acts and looks at personal data (UU 27/2022 art. 31).
import type { ChainAct, ChainEntry, ChainHead, ChainName } from '@layan/domain/audit/chain';
import type { Sealed } from '@layan/domain/case/facts';
import type { CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';

export interface Unmasking {
  readonly caseId: CaseId;
  readonly fact: string;
  readonly by: StaffId;
  readonly name: string;
  readonly at: InstantText;
  /** The operation that showed it, as in `unmask-fact`. */
  readonly act: string;
  /** In words of ours; what people type is sealed under the case's key as its field `reason`. */
  readonly reason: string | Sealed;
}

export interface UnmaskingLog {
  /** Written before the value is shown: in the chain `unmasking`, and in the same transaction beside the case. */
  append(entry: Unmasking): Promise<void>;
  list(caseId: CaseId): Promise<readonly Unmasking[]>;
}

/** The chains of a tenant that belong to no case. Entries are added at the end and never changed. */
export interface AuditChains {
  /**
   * Follows whatever was added last, also by others at the same moment. Under `once` it is entered a single time: whoever
   * takes up work that was interrupted after it finds the entry that stands.
   */
  append(chain: ChainName, act: ChainAct, once?: string): Promise<ChainEntry>;
  head(chain: ChainName): Promise<ChainHead | undefined>;
  /** One query: entries after a place, oldest first. */
  entries(
    chain: ChainName,
    query: { readonly after?: number; readonly limit: number },
  ): Promise<readonly ChainEntry[]>;
  /** One query: the newest entries before a place, newest first. */
  newest(
    chain: ChainName,
    query: { readonly before?: number; readonly limit: number },
  ): Promise<readonly ChainEntry[]>;
}
