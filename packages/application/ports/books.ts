// The book of a channel: one row for each case that came in on it, in the order in which they were entered.
import type { FactValue, Sealed } from '@layan/domain/case/facts';
import type {
  AgencyId,
  CaseId,
  InstantText,
  RegionCode,
  StaffId,
  StandardId,
} from '@layan/domain/kernel/ids';
import type { WrappedKey } from './vault.ts';

/** Written anew with each change of its case; nothing personal in clear. */
export interface BookRow {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly agency: AgencyId;
  readonly standard: StandardId;
  readonly channel: string;
  readonly filedAt: InstantText;
  readonly receivedAt: InstantText;
  readonly area?: RegionCode;
  readonly displayName: Sealed;
  readonly key: WrappedKey;
  /** What it is about, in the words of answers that are nobody's secret. */
  readonly about?: string;
  /** A fact of the filing that tells it where those do not, sealed where it is personal. */
  readonly story?: { readonly fact: string; readonly value: FactValue };
  /** Present for a confidential case: roles that may see more than that there is one. */
  readonly seenBy?: readonly string[];
  /** Steps that wait, or how it ended. */
  readonly state: string;
  readonly endedAt?: InstantText;
  /** Who worked on it. */
  readonly workers: readonly StaffId[];
}

export interface BookStore {
  /** One query: rows entered from one instant until just before another, oldest first. */
  page(query: {
    readonly agency: AgencyId;
    readonly standard: StandardId;
    readonly channel: string;
    readonly from: InstantText;
    readonly until: InstantText;
    readonly limit: number;
    readonly after?: string;
  }): Promise<{ readonly rows: readonly BookRow[]; readonly next?: string }>;
}
