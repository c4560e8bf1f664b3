// What is due for destruction and when, and what somebody forbids to destroy.
import type { Sealed } from '@layan/domain/case/facts';
import type { AgencyId, CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { RetentionClass } from '@layan/domain/privacy/retention-schedule';
import type { Page } from './cases.ts';

/** A case in the plan: it is destroyed at the moment, unless something forbids it then. */
export interface PlannedDestruction {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly service: string;
  readonly at: InstantText;
  readonly class: RetentionClass;
}

export interface LegalHold {
  readonly agency: AgencyId;
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly at: InstantText;
  readonly by: { readonly id: StaffId; readonly name: string };
  /** Sealed as a note of the case, under its key. */
  readonly reason: Sealed;
}

/** A filing that may have been left: looked at when it can have expired. */
export interface LeftFiling {
  readonly caseId: CaseId;
  readonly at: InstantText;
}

export interface RetentionStore {
  /** One get, and one transaction where something changes: puts the case where it stands now, or takes it out. */
  plan(agency: AgencyId, caseId: CaseId, planned: PlannedDestruction | undefined): Promise<void>;
  /** One query: what is planned up to a moment, the soonest first; pages of it. */
  due(query: {
    readonly agency: AgencyId;
    readonly until: InstantText;
    readonly limit: number;
    readonly after?: string;
  }): Promise<Page<PlannedDestruction>>;
  /** One get. */
  findHold(agency: AgencyId, caseId: CaseId): Promise<LegalHold | undefined>;
  /** One query. */
  holds(agency: AgencyId): Promise<readonly LegalHold[]>;
  hold(hold: LegalHold): Promise<Result<void, 'held'>>;
  lift(agency: AgencyId, caseId: CaseId): Promise<void>;
  /** One query: filings that were begun and can have expired by then, the oldest first; pages of them. */
  leftFilings(query: {
    readonly until: InstantText;
    readonly limit: number;
    readonly after?: string;
  }): Promise<Page<LeftFiling>>;
  /** Looked at: it is forgotten, or looked at again later. */
  settleFiling(filing: LeftFiling, again: InstantText | undefined): Promise<void>;
}
