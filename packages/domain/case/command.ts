// What people and the system may ask of a case, and the refusals they may get.
import type { CalendarCause } from '../deadline/local-closures.ts';
import type { CaseId, InstantText, RegionCode, StaffId } from '../kernel/ids.ts';
import type { ProductState } from '../product/product-state.ts';
import type { Actor, Attachment, Missing, ParentCase, StandardRef } from './event.ts';
import type { FactValues, Sealed } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';
import type { Obstacle } from './standard-fit.ts';

/** A worker with the roles and areas of the agency that owns the case; resolved from the tenant's table. */
export interface StaffMember {
  readonly id: StaffId;
  readonly name: string;
  readonly roles: readonly string[];
  /** Empty: every area. */
  readonly areas: readonly RegionCode[];
}

export type By =
  | { readonly party: 'applicant' }
  | { readonly party: 'staff'; readonly member: StaffMember }
  | { readonly party: 'system' };

/** What is known of the earlier case when a new one about it is filed. */
export interface EarlierCase {
  readonly snapshot: CaseSnapshot;
  /** Facts of the earlier case that the channel carries over, sealed for the new one. */
  readonly facts: FactValues;
}

export interface FileCase {
  readonly type: 'fileCase';
  readonly caseId: CaseId;
  readonly standard: StandardRef;
  readonly ticket: string;
  readonly channel: string;
  readonly facts: FactValues;
  readonly attachments: readonly Attachment[];
  readonly area?: RegionCode;
  /** The earlier case that this one is about; only on channels that say so. */
  readonly about?: EarlierCase;
  /**
   * Earlier receipt: paper taken during an outage, with its reason; or, without one, as a matter of course on a channel
   * with `receipt`.
   */
  readonly received?: { readonly at: InstantText; readonly reason?: string };
  /** The applicant asks to stay anonymous; only on channels that let them. */
  readonly anonymous?: true;
  /** The applicant asks for confidentiality; only on channels that offer it. */
  readonly confidential?: true;
  /** The case that waits for this one. */
  readonly parent?: ParentCase;
}

export type CaseCommand =
  | {
      readonly type: 'completeStep';
      readonly step: string;
      readonly outcome: string;
      readonly facts: FactValues;
      readonly attachments: readonly Attachment[];
      readonly note?: Sealed;
      readonly missing?: Missing;
      /** Role of the worker who does it: a delegate says in whose place. Their own role counts first when absent. */
      readonly as?: string;
      /** When it happened outside, for steps that the agency enters. */
      readonly happenedAt?: InstantText;
    }
  | { readonly type: 'interrupt'; readonly interruption: string; readonly note?: Sealed }
  | { readonly type: 'fireTimer'; readonly timer: string }
  /** Nobody works on the case and every clock stands still; always with a reason. */
  | { readonly type: 'suspend'; readonly suspension: string; readonly note?: Sealed }
  /** By the role of the suspension at any time, by the system once its limit has passed. */
  | { readonly type: 'resume'; readonly note?: Sealed }
  /** Always with a reason. */
  | { readonly type: 'extendPromise'; readonly promise: string; readonly note?: Sealed }
  /** A case was filed that the task waits for; the system links it. */
  | { readonly type: 'linkSubcase'; readonly task: string; readonly caseId: CaseId; readonly ticket: string }
  /** The case that the step waits for has ended; `facts` are those that it feeds back, by our ids. */
  | {
      readonly type: 'endSubcase';
      readonly step: string;
      readonly caseId: CaseId;
      readonly ending: string;
      readonly facts: FactValues;
    }
  /** Marks promises whose time has passed as broken. */
  | { readonly type: 'checkPromises' }
  | { readonly type: 'claimTask'; readonly task: string }
  | {
      readonly type: 'assignTask';
      readonly task: string;
      readonly to: StaffMember;
      readonly why: 'leastLoad' | 'byCoordinator';
    }
  /** Something happens to a product that was issued; the only command an ended case takes, with `expireProducts`. */
  | { readonly type: 'changeProduct'; readonly id: string; readonly action: string; readonly note?: Sealed }
  | { readonly type: 'expireProducts' }
  /** The calendar changed on these days: due dates of open promises are reckoned again. */
  | { readonly type: 'reckonPromises'; readonly causes: readonly CalendarCause[] }
  | {
      readonly type: 'releaseTask';
      readonly task: string;
      readonly reason: 'byHolder' | 'byManager' | 'deactivated';
    };

/** Why nobody can promise this date, and the last one that could be. */
export interface AgreedFault {
  readonly why: 'no-date' | 'over' | 'too-late';
  readonly last: string;
}

/** Why a command was refused. The code is stable and reaches API clients; the words are chosen at the edge. */
export type CaseRejection =
  | { readonly code: 'case-ended'; readonly ending: string }
  | {
      readonly code: 'step-not-active';
      readonly step: string;
      readonly lastChange: { readonly at: InstantText; readonly by: Actor; readonly what: string };
    }
  | { readonly code: 'unknown-step'; readonly step: string }
  | { readonly code: 'unknown-outcome'; readonly outcome: string }
  | { readonly code: 'role-missing'; readonly role: string }
  | { readonly code: 'area-missing'; readonly area: RegionCode }
  | { readonly code: 'own-work'; readonly step: string }
  | { readonly code: 'held-by-other'; readonly name: string }
  | { readonly code: 'outcome-not-offered'; readonly outcome: string }
  | { readonly code: 'outcome-used-up'; readonly outcome: string; readonly atMost: number }
  /** `anyOf`: groups among them of which one answer is enough. */
  | {
      readonly code: 'facts-missing';
      readonly facts: readonly string[];
      readonly anyOf?: readonly (readonly string[])[];
    }
  | { readonly code: 'facts-unexpected'; readonly facts: readonly string[] }
  /** Not a value of the fact: outside its options or bounds, personal but not sealed, or sealed but ordinary. */
  | {
      readonly code: 'facts-invalid';
      readonly facts: readonly string[];
      /** Of a date that is agreed on. */
      readonly agreed?: AgreedFault;
    }
  | { readonly code: 'requirements-missing'; readonly requirements: readonly string[] }
  | { readonly code: 'requirements-unexpected'; readonly requirements: readonly string[] }
  /** It must be said which of the choices was brought. */
  | { readonly code: 'requirements-choice-missing'; readonly requirements: readonly string[] }
  /** Kept although it is only shown, shown although it is to be kept, or a choice that there is not. */
  | { readonly code: 'requirements-invalid'; readonly requirements: readonly string[] }
  | { readonly code: 'note-missing' }
  | { readonly code: 'missing-not-named' }
  | { readonly code: 'not-due'; readonly firesAt: InstantText }
  | { readonly code: 'unknown-timer'; readonly timer: string }
  | { readonly code: 'unknown-task'; readonly task: string }
  | { readonly code: 'unknown-channel'; readonly channel: string }
  | { readonly code: 'unknown-interruption'; readonly interruption: string }
  | { readonly code: 'unknown-suspension'; readonly suspension: string }
  /** Only resuming, interruptions and product changes are possible meanwhile. */
  | { readonly code: 'case-suspended'; readonly suspension: string; readonly until: InstantText }
  | { readonly code: 'not-suspended' }
  | { readonly code: 'suspension-used-up'; readonly suspension: string; readonly atMost: number }
  /** No deadline that may be extended, no clock that runs, too late, too often, or past the outer limit. */
  | {
      readonly code: 'extension-refused';
      readonly promise: string;
      readonly reason: 'not-extendable' | 'not-running' | 'overdue' | 'used-up' | 'outer-limit';
    }
  /** No step waits for this case. */
  | { readonly code: 'unknown-subcase'; readonly caseId: CaseId }
  /** Only staff enter an earlier receipt, none that is still to come, and no objection to what was not decided yet. */
  | {
      readonly code: 'receipt-refused';
      readonly reason: 'not-by-staff' | 'in-future' | 'before-decision' | 'reason-missing';
    }
  /** On this channel the moment of receipt is always entered. */
  | { readonly code: 'receipt-missing'; readonly receipt: 'stamped' | 'opened' }
  | { readonly code: 'anonymity-not-offered'; readonly channel: string }
  | { readonly code: 'confidentiality-not-offered'; readonly channel: string }
  /** The worker may not do the step in this role. */
  | { readonly code: 'delegation-refused'; readonly role: string }
  /** Only steps that the agency enters happened at another time: not before they were waited for, and not later than now. */
  | {
      readonly code: 'happened-refused';
      readonly reason: 'not-entered' | 'before-task' | 'in-future';
    }
  | { readonly code: 'product-provisional'; readonly product: string }
  | { readonly code: 'unknown-product'; readonly id: string }
  | { readonly code: 'unknown-product-action'; readonly action: string }
  /** A product in this state does not take the change. */
  | { readonly code: 'product-state'; readonly state: ProductState }
  /** While the case runs, its steps decide on the product. */
  | { readonly code: 'case-running' }
  /** Somebody who may not do the work cannot be given it. */
  | { readonly code: 'assignee-refused'; readonly name: string }
  /** The other version lacks what the case stands on. */
  | { readonly code: 'standard-unfit'; readonly obstacles: readonly Obstacle[] }
  /** An objection needs an earlier case that ended so, and comes within its time. */
  | { readonly code: 'earlier-case-missing' }
  | { readonly code: 'earlier-case-unfit' }
  | { readonly code: 'objection-too-late'; readonly until: InstantText };
