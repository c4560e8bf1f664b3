// Cases as they are kept: events, snapshot, inbox rows, ticket status and locks, written together or not at all.
import type { CaseEvent, SigningMethod } from '@layan/domain/case/event';
import type { Sealed } from '@layan/domain/case/facts';
import type { Guesses } from '@layan/domain/case/guesses';
import type { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import type { StatedPromise } from '@layan/domain/case/stated-promises';
import type { CaseStatus } from '@layan/domain/case/status';
import type { AgencyId, CaseId, InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { SubjectRequest } from '@layan/domain/privacy/subject-request';
import type { BookRow } from './books.ts';
import type { DocumentRecord } from './documents.ts';
import type { TakenLock, UniqueLock } from './locks.ts';
import type { OpeningRef } from './openings.ts';
import type { RegisterEntry, RegisteredProduct } from './products.ts';
import type { WrappedKey } from './vault.ts';

export interface CaseRecord {
  readonly snapshot: CaseSnapshot;
  /** Key of everything sealed in this case. */
  readonly key: WrappedKey;
  /** Blind index of the citizen's secret. */
  readonly secretIndex: string;
  /** Name of the applicant for lists, sealed with field `display`. */
  readonly displayName: Sealed;
}

/** The answer kept under an idempotency key; a repeat with the same fingerprint gets it again. */
export interface IdempotencyRecord {
  readonly key: string;
  readonly fingerprint: string;
  readonly result: string;
}

/** An objection that is filed: one may stand against each decision of an earlier case. */
export interface ObjectionFiled {
  readonly about: CaseId;
  /** `key` of the decision (domain/case/objection.ts). */
  readonly decision: string;
  /** The objection that was filed before and came to nothing; only that one gives way. */
  readonly replaces?: CaseId;
}

export interface CaseChange {
  /** Undefined when the case is filed. Otherwise what was loaded: its `snapshot.seq` guards the write. */
  readonly before?: CaseRecord;
  readonly after: CaseRecord;
  readonly events: readonly CaseEvent[];
  readonly status: CaseStatus;
  /** What workers call the steps that wait now, by step id: the inbox shows them without opening the standard. */
  readonly stepLabels: Readonly<Record<string, string>>;
  /** Steps whose tasks are given to somebody by rule; one of these that nobody holds waits for a person to look at it. */
  readonly givenOut?: readonly string[];
  /** Outcomes, by step, that initial a draft and need nothing else: many may be given at once. */
  readonly initials?: Readonly<Record<string, string>>;
  /** Steps that wait now, or waited until now, and sign a letter. */
  readonly signs?: Readonly<Record<string, SigningStep>>;
  /** Roles that find the tasks of a step in their inbox besides its own role, each with the capacity they work in. */
  readonly standIns?: Readonly<Record<string, readonly { readonly role: string; readonly as: string }[]>>;
  /** Steps of kind "line" that wait or waited until now, each with the standard of the batches that gather there. */
  readonly gatheredBy?: Readonly<Record<string, StandardId>>;
  /** Something happened in a batch that its cases may have to hear of. */
  readonly tellsLines?: true;
  /** Present for a confidential case: roles that may see more of it in a list than that there is one. */
  readonly seenBy?: readonly string[];
  readonly acquire: readonly TakenLock[];
  readonly release: readonly UniqueLock[];
  /** Numbered products of the case that are new or changed, as they are now. */
  readonly products: readonly RegisteredProduct[];
  /** Numbers of those that are new. */
  readonly places: readonly RegisterEntry[];
  readonly idempotency?: IdempotencyRecord;
  /** Its row in the book of its channel, where that is new or another. */
  readonly book?: BookRow;
  /** The opening of the box that it was found in; only when it is filed. */
  readonly opening?: OpeningRef;
  /** Blind indexes of the people in the case, kept as links when it is filed (find by NIK, erase a person). */
  readonly people?: readonly string[];
  /** Blind indexes that lead to the case no longer: who they stood for was corrected. */
  readonly unlinked?: readonly string[];
  /** Only when an objection is filed. */
  readonly objection?: ObjectionFiled;
  /** The request of a data subject that this carries out, as it is then; refused unless it stands one revision before. */
  readonly carriesOut?: { readonly request: SubjectRequest; readonly key: WrappedKey };
  /** The filing this case comes from: marked as filed in the same transaction, and must not have been filed before. */
  readonly fromFiling?: { readonly caseId: CaseId; readonly revision: number; readonly by?: StaffId };
}

export type CommitFailure =
  /** Somebody else changed the case since it was loaded, or the request that is carried out in it. */
  | { readonly code: 'changed-meanwhile' }
  /** The filing was filed before (form sent twice) or edited meanwhile. */
  | { readonly code: 'filing-changed' }
  /** Another case bears this ticket: draw a new one. */
  | { readonly code: 'ticket-taken' }
  /** A product of an exclusive group is already in force for this holder; its id. */
  | { readonly code: 'lock-taken'; readonly group: string; readonly heldBy?: string }
  /** Somebody else was given this number: decide again with the next. */
  | { readonly code: 'number-taken' }
  /** An objection to this decision was filed already. */
  | { readonly code: 'objection-filed' }
  /** The idempotency key was used; what it answered then. */
  | { readonly code: 'already-done'; readonly record: IdempotencyRecord };

/** A step that signs a letter, as rows of the inbox speak of it. */
export interface SigningStep {
  readonly product: string;
  readonly label: string;
  readonly outcome: string;
  /** The outcome asks for nothing but the signature. */
  readonly plain: boolean;
  /** As what each role signs: "Plh. Kepala Dinas". */
  readonly capacities: Readonly<Record<string, string>>;
}

export interface InboxLetter extends Pick<SigningStep, 'label' | 'outcome' | 'plain'> {
  readonly id: string;
  readonly number?: string;
  /** Absent while it is being drawn. */
  readonly method?: SigningMethod;
  readonly signatory?: { readonly id: StaffId; readonly name: string; readonly as: string };
  /** Of the case when the row was written. */
  readonly seq: number;
}

/** An inbox row: enough to decide what to open, nothing personal in clear. */
export interface InboxRow {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly task: Task;
  readonly service: string;
  readonly stepLabel: string;
  readonly receivedAt: InstantText;
  /** Earliest running promise of the case; orders the inbox. */
  readonly dueAt?: InstantText;
  /** How that promise is measured, where it is a published one: what is left is told in its own unit. */
  readonly measure?: Pick<StatedPromise, 'duration' | 'calendar'>;
  readonly area?: string;
  /** Work of this step is given to somebody by rule. */
  readonly givenOut?: true;
  /** Outcome that initials the draft and needs nothing else. */
  readonly initials?: string;
  /** The frozen letter that waits to be signed here. */
  readonly letter?: InboxLetter;
  /** In the inbox of a role that stands in for that of the task, and as what: "Plh. Kepala Dinas". */
  readonly standIn?: { readonly role: string; readonly as: string };
  /** Present for a confidential case: roles that may see more than that there is one. */
  readonly seenBy?: readonly string[];
  readonly displayName: Sealed;
  readonly key: WrappedKey;
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly next?: string;
}

export interface CaseFile {
  readonly record: CaseRecord;
  readonly events: readonly CaseEvent[];
  readonly documents: readonly DocumentRecord[];
}

/** What is kept under a ticket. */
export interface FoundStatus {
  readonly status: CaseStatus;
  readonly key: WrappedKey;
  readonly secretIndex: string;
  readonly guesses?: Guesses | undefined;
}

export interface CaseStore {
  /** One get. */
  find(caseId: CaseId): Promise<CaseRecord | undefined>;
  /** One query: everything of the case. */
  findFile(caseId: CaseId): Promise<CaseFile | undefined>;
  /** One get by ticket, for the public page. The secret is compared by the use case. */
  findStatus(ticket: string): Promise<FoundStatus | undefined>;
  /**
   * One transaction, also where there is no such ticket: what was guessed of its secret. A change of the case leaves it.
   * `not-counted`: there is no such ticket, or another guess was counted meanwhile, which is given.
   */
  keepGuesses(
    ticket: string,
    before: Guesses | undefined,
    after: Guesses,
  ): Promise<Result<void, { readonly code: 'not-counted'; readonly now?: Guesses }>>;
  /** One get: the objection that was filed last to a decision. */
  findObjection(decision: {
    readonly about: CaseId;
    readonly decision: string;
  }): Promise<{ readonly caseId: CaseId; readonly ticket: string } | undefined>;
  /** One query: open tasks of a role in an agency, most urgent promise first. */
  inbox(query: { agency: AgencyId; role: string; limit: number; after?: string }): Promise<Page<InboxRow>>;
  /** One query: ids of cases with a timer or promise due at or before the instant. */
  due(query: { until: InstantText; limit: number }): Promise<readonly CaseId[]>;
  /** One query: all cases that wait for a timer or promise, by when; pages of them. */
  waiting(query: { limit: number; after?: string }): Promise<Page<CaseId>>;
  /** One query: running cases of a standard on versions before this one, oldest version first; pages of them. */
  running(query: {
    standard: StandardId;
    before: number;
    limit: number;
    after?: string;
  }): Promise<Page<CaseId>>;
  /** One query: cases that are about the person behind a blind index. */
  about(person: string): Promise<readonly CaseId[]>;
  /** Open tasks held by a member; used when somebody leaves. */
  heldBy(staffId: string): Promise<readonly { caseId: CaseId; task: string }[]>;
  findIdempotent(key: string): Promise<IdempotencyRecord | undefined>;
  /** One transaction. When several things stand in the way, the first of the failures above that applies is told, `already-done` before all. */
  commit(change: CaseChange): Promise<Result<void, CommitFailure>>;
}
