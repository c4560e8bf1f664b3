// What people and the system may ask of a case, and the refusals they may get.
import type { CalendarCause } from '../deadline/local-closures.ts';
import type { ExaminedUpload } from '../document/examined-upload.ts';
import type { CaseId, DocumentId, InstantText, RegionCode, StaffId, StandardId } from '../kernel/ids.ts';
import type { ProductState } from '../product/product-state.ts';
import type { BatchNews } from './batch-news.ts';
import type {
  Actor,
  Attachment,
  DocumentFile,
  LinkedCase,
  Missing,
  ParentCase,
  Signatory,
  SigningMethod,
  StandardRef,
} from './event.ts';
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
  readonly received?: { readonly at: InstantText; readonly reason?: string | Sealed };
  /** The applicant asks to stay anonymous; only on channels that let them. */
  readonly anonymous?: true;
  /** The applicant asks for confidentiality; only on channels that offer it. */
  readonly confidential?: true;
  /** Version of the privacy terms that the applicant was told. */
  readonly terms?: number;
  /** The case that waits for this one. */
  readonly parent?: ParentCase;
  /** The case whose end opens this one. */
  readonly predecessor?: LinkedCase;
  /** Of a batch, and of nothing else: the cases it gathers. */
  readonly lines?: readonly LinkedCase[];
}

/** What is decided on a line of a batch; the note is sealed by the case that the line is. */
export interface LineDecision {
  readonly caseId: CaseId;
  readonly decision: string;
  readonly note?: Sealed;
}

/** A signature as it is given: with the seal of the agency, or by an upload that was examined before. */
export type GivenSignature =
  | { readonly kind: 'seal'; readonly seal?: string }
  | {
      readonly kind: 'upload';
      readonly document: DocumentId;
      readonly examined: ExaminedUpload;
      /** Of a scan without a readable code: the number that stands on it, as somebody read it. */
      readonly number?: string;
    };

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
      /** With an outcome that issues a letter. */
      readonly signature?: GivenSignature;
    }
  /** Somebody else signs; by who may do the step that signs. The document is drawn anew, its number stays. */
  | { readonly type: 'chooseSignatory'; readonly id: string; readonly to: StaffMember }
  /** The frozen document was drawn; by the system. */
  | {
      readonly type: 'prepareDocument';
      readonly id: string;
      readonly file: DocumentFile;
      readonly method: SigningMethod;
      /** It says that it carries a signature of BSrE. */
      readonly bsre?: true;
      readonly signatory?: Signatory;
      readonly qr?: string;
    }
  /** A tier of review is passed because nobody can do it; by the system. */
  | { readonly type: 'skipTier'; readonly step: string; readonly why: 'vacant' | 'away' }
  | { readonly type: 'interrupt'; readonly interruption: string; readonly note?: Sealed }
  | { readonly type: 'fireTimer'; readonly timer: string }
  /** Nobody works on the case and every clock stands still; always with a reason. */
  | { readonly type: 'suspend'; readonly suspension: string; readonly note?: Sealed }
  /** By the officer, for a request of a data subject: facts that the case knows get these values. */
  | {
      readonly type: 'correctFacts';
      readonly request: string;
      readonly ticket: string;
      readonly facts: FactValues;
      readonly note?: Sealed;
    }
  /** By the officer, for a request of a data subject: from now on data are kept and nothing else. */
  | {
      readonly type: 'restrictProcessing';
      readonly request: string;
      readonly ticket: string;
      readonly note?: Sealed;
    }
  | { readonly type: 'liftRestriction'; readonly request: string }
  /** By the role of the suspension at any time, by the system once its limit has passed. */
  | { readonly type: 'resume'; readonly note?: Sealed }
  /** Always with a reason. */
  | { readonly type: 'extendPromise'; readonly promise: string; readonly note?: Sealed }
  /** A case was filed that the task waits for; the system links it. */
  | { readonly type: 'linkSubcase'; readonly task: string; readonly caseId: CaseId; readonly ticket: string }
  /** The case that waited for this one waits no longer; the system says so. */
  | { readonly type: 'noteParentLeft'; readonly why: 'ended' | 'goneOn' }
  /** The case that the step waits for has ended; `facts` are those that it feeds back, by our ids. */
  | {
      readonly type: 'endSubcase';
      readonly step: string;
      readonly caseId: CaseId;
      readonly ending: string;
      readonly facts: FactValues;
    }
  /** Of a batch: decides on lines while a step with `lines` waits. */
  | { readonly type: 'decideLines'; readonly step: string; readonly decisions: readonly LineDecision[] }
  /** By the system: lines that cannot be gathered any more. */
  | {
      readonly type: 'dropLines';
      readonly lines: readonly { readonly caseId: CaseId; readonly why: 'ended' | 'elsewhere' | 'unfit' }[];
    }
  /** By the system: a batch of this standard has gathered the case at this step; all lines are of one area. */
  | {
      readonly type: 'joinBatch';
      readonly batch: LinkedCase;
      readonly standard: StandardId;
      readonly step: string;
      readonly area?: RegionCode | undefined;
    }
  /** By the system: something happened in the batch; `note` is that of the news, sealed for this case. */
  | {
      readonly type: 'followBatch';
      readonly batch: CaseId;
      readonly standard: StandardId;
      readonly news: BatchNews;
      readonly note?: Sealed;
    }
  /** The case that the ending opens was filed; the system links it. */
  | { readonly type: 'linkSuccessor'; readonly caseId: CaseId; readonly ticket: string }
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
  /** Nothing is done with the data until the officer lifts it; the tickets of the requests that ask so. */
  | { readonly code: 'case-restricted'; readonly requests: readonly string[] }
  | { readonly code: 'not-suspended' }
  | { readonly code: 'suspension-used-up'; readonly suspension: string; readonly atMost: number }
  /** No deadline that may be extended, no clock that runs, too late, too often, or past the outer limit. */
  | {
      readonly code: 'extension-refused';
      readonly promise: string;
      readonly reason: 'not-extendable' | 'not-running' | 'overdue' | 'used-up' | 'outer-limit';
    }
  /** Lines are those of a batch: at least one, each once, and no more than it takes. */
  | {
      readonly code: 'lines-refused';
      readonly reason: 'no-batch' | 'empty' | 'too-many' | 'twice';
      readonly atMost?: number;
    }
  /** Not in the batch, or not any more. */
  | { readonly code: 'unknown-lines'; readonly lines: readonly CaseId[] }
  | { readonly code: 'lines-undecided'; readonly count: number }
  /** Every line has left the batch: it can only be closed. */
  | { readonly code: 'no-lines-left' }
  | { readonly code: 'in-other-batch'; readonly ticket: string }
  /** The case does not wait to be gathered at this step. */
  | { readonly code: 'not-waiting'; readonly step: string }
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
  /** Placeholders of a letter whose facts nobody knows: it is not frozen with a blank. */
  | { readonly code: 'letter-values-missing'; readonly product: string; readonly facts: readonly string[] }
  /** Characters that letters cannot be printed with: told before the letter is frozen. */
  | {
      readonly code: 'letter-unprintable';
      readonly product: string;
      readonly facts: readonly string[];
      readonly characters: readonly string[];
    }
  /** The number needs the unit code of the agency, and it has none. */
  | { readonly code: 'unit-code-missing'; readonly product: string }
  /** It was not drawn yet: a few seconds after the step before. */
  | { readonly code: 'document-not-ready'; readonly product: string }
  /** It is made out to somebody else. */
  | { readonly code: 'other-signatory'; readonly name: string }
  | { readonly code: 'signature-missing'; readonly method: SigningMethod }
  /** No signature that holds, or none of BSrE where the agency signs with such. */
  | { readonly code: 'signature-invalid' }
  /** The upload says something else than what was to be signed. */
  | { readonly code: 'upload-altered' }
  /** The upload is another document of ours. */
  | { readonly code: 'other-document'; readonly number?: string }
  /** No code could be read: who sends the scan says which number stands on it. */
  | { readonly code: 'number-unconfirmed'; readonly number: string }
  /** A step that signs, or that does not say so, is not passed. */
  | { readonly code: 'tier-not-skipped'; readonly step: string }
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
