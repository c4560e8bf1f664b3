// A case as staff see it: nothing sensitive in clear, and what may be done now.

import type { CaseRejection } from '@layan/domain/case/command';
import type { Actor, DocumentFile, SigningMethod, StandardRef } from '@layan/domain/case/event';
import type { PlainValue } from '@layan/domain/case/facts';
import type { AgencyId, CaseId, DocumentId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { ProductChange, ProductState } from '@layan/domain/product/product-state';
import type { FactType } from '@layan/domain/standard/facts';
import type { Product } from '@layan/domain/standard/product';
import type { ReckonedScore } from '@layan/domain/standard/reckon-score';
import type { Score } from '@layan/domain/standard/scores';
import type { CounterView } from '../counter/counter-view.ts';
import type { QuestionView } from '../form/field-view.ts';
import type { SignedUploadView } from '../letter/signed-uploads.ts';
import type { DocumentRecord, DocumentRejection } from '../ports/documents.ts';
import type { PromiseView } from '../promise/promise-view.ts';

export interface FactView {
  readonly fact: string;
  readonly label: string;
  /** Title of the form page that asked for it. */
  readonly group: string;
  readonly type: FactType;
  /** For reading: option label, date in words; the last four digits, or nothing, when masked. */
  readonly value: string;
  readonly masked: boolean;
  /** unmask-fact would show it to this member. */
  readonly unmaskable: boolean;
}

export interface OutcomeView {
  readonly id: string;
  readonly label: string;
  readonly tone: 'proceed' | 'return' | 'refuse';
  readonly note: 'none' | 'optional' | 'required';
  readonly missing: boolean;
  readonly asks?: readonly string[];
  readonly when?: unknown;
  readonly allowed: boolean;
  readonly refusal?: CaseRejection;
}

export interface EvidenceView {
  /** Id of the requirement. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly when?: unknown;
  /** Sent since the task was opened, and not part of the file yet. */
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly state: DocumentRecord['state'];
    readonly rejection?: DocumentRejection;
    readonly contentType?: string;
    readonly createdAt: InstantText;
  }[];
}

/** Advice reckoned from the answers to a form; a person decides. */
export interface ScoreView {
  readonly id: string;
  readonly label: string;
  readonly advice: ReckonedScore['advice'];
  /** With the count it rests on. */
  readonly text: string;
  readonly criteria: ReckonedScore['criteria'];
}

export interface ActionView {
  readonly kind: 'step' | 'interruption' | 'suspension' | 'resume' | 'extension';
  /** Id of the step, interruption, suspension or deadline. */
  readonly id: string;
  readonly task?: string;
  readonly label: string;
  /** Name of the role as the agency says it. */
  readonly role: string;
  readonly allowed: boolean;
  readonly refusal?: CaseRejection;
  readonly assignee?: { readonly name: string; readonly me: boolean };
  readonly fields: readonly QuestionView[];
  /** Sections of the form, by the facts they ask for. */
  readonly pages: readonly {
    readonly id: string;
    readonly title: string;
    readonly intro?: string;
    readonly facts: readonly string[];
  }[];
  readonly evidence: readonly EvidenceView[];
  /** Forms this member may read in clear for this step. */
  readonly shows: readonly { readonly form: string; readonly title: string }[];
  /** Scores of the form of this step. */
  readonly scores: readonly Score[];
  /** Requirements looked at in this step. */
  readonly checks: readonly string[];
  /** What comes of it, as a sentence: by when a promise is due then, how long the case rests. */
  readonly effect?: string;
  /** What the worker does to the draft of a colleague. */
  readonly review?: 'correct' | 'initial' | 'sign';
  /** Roles in which this member may do the step, where one of them stands in for another. */
  readonly capacities?: readonly { readonly role: string; readonly label: string }[];
  /** Somebody outside did it: when is entered with it, not before this moment. */
  readonly outside?: { readonly by: string; readonly notBefore: InstantText };
  /** Why the draft came back, and from whom. */
  readonly draftReturned?: { readonly by: string; readonly note?: string; readonly when: string };
  /** Of those it waits for, who is away until when, as sentences. */
  readonly away?: readonly string[];
  /** Product that its outcomes `signsWith` sign. */
  readonly signs?: string;
  readonly signsWith?: readonly string[];
  /** For what is not a step: whether a note goes with it. */
  readonly note?: 'none' | 'optional' | 'required';
  readonly outcomes: readonly OutcomeView[];
}

export interface TimelineView {
  readonly seq: number;
  readonly at: InstantText;
  readonly when: string;
  readonly by: Actor;
  readonly who: string;
  readonly what: string;
  readonly note?: string;
}

export interface ProductView {
  /** Id of the copy. */
  readonly id: string;
  readonly label: string;
  readonly kind: Product['kind'];
  readonly number?: string;
  readonly state: ProductState;
  readonly issuedAt: InstantText;
  readonly issued: string;
  readonly changed: string;
  readonly validUntil?: string;
  /** Number of the copy that was lost. */
  readonly replaces?: string;
  /** Last day to object to its revocation. */
  readonly objectionUntil?: string;
  /** Beside the steps of the case. */
  readonly actions: readonly {
    readonly id: string;
    readonly label: string;
    readonly change: ProductChange;
    readonly note: 'none' | 'optional' | 'required';
    readonly allowed: boolean;
    readonly refusal?: CaseRejection;
  }[];
  /** What keeps the holder from a second one; none: neither family card nor NIK is known, so nothing does. */
  readonly guardedBy?: 'familyCardNumber' | 'nik' | 'none';
}

export interface SignatoryView {
  readonly id: StaffId;
  readonly name: string;
  /** "Plh. Kepala Dinas" */
  readonly as: string;
  readonly me: boolean;
}

/** A letter as it would be frozen now while it has no id; frozen or issued afterwards. */
export interface LetterView {
  readonly product: string;
  readonly label: string;
  readonly state: 'draft' | ProductState;
  readonly id?: string;
  readonly number?: string;
  readonly date?: string;
  readonly dateWords?: string;
  readonly missing?: readonly { readonly fact: string; readonly label: string }[];
  /** The PDF as it stands: signed, or to be signed. */
  readonly file?: DocumentFile;
  readonly method?: SigningMethod;
  readonly signatory?: SignatoryView;
  readonly outside?: true;
  readonly signature?: {
    readonly method: SigningMethod;
    readonly signed?: string;
    readonly certificate?: { readonly subject: string; readonly issuer: string; readonly signed?: string };
    readonly document?: DocumentId;
  };
  /** What was sent to be its signed copy, the newest last. */
  readonly uploads?: readonly SignedUploadView[];
  /** Of a cancelled one. */
  readonly reason?: string;
  readonly step?: string;
  readonly task?: string;
  /** This member can sign it at once, with the seal. */
  readonly signable: boolean;
}

/** A review of a draft, tier by tier. */
export interface LadderView {
  /** Step that writes the draft. */
  readonly draft: string;
  readonly label: string;
  readonly role: string;
  readonly tiers: readonly {
    readonly step: string;
    readonly label: string;
    readonly role: string;
    readonly verb: 'correct' | 'initial' | 'sign';
    readonly state: 'done' | 'now' | 'ahead' | 'skipped';
    readonly by?: string;
    readonly when?: string;
    /** Of a tier that was passed. */
    readonly why?: 'vacant' | 'away';
  }[];
  /** Notes with which the draft came back, the oldest first. */
  readonly returns: readonly { readonly by: string; readonly when: string; readonly note?: string }[];
}

export interface CaseView {
  readonly id: CaseId;
  readonly seq: number;
  readonly ticket: string;
  readonly service: string;
  readonly standard: StandardRef;
  readonly agency: AgencyId;
  /** Label of the channel. */
  readonly channel: string;
  readonly applicant: string;
  readonly area?: string;
  /** The earlier case that this one answers: an objection. */
  readonly about?: { readonly caseId: CaseId; readonly ticket: string };
  /** The case that waits for this one. */
  readonly parent?: { readonly caseId: CaseId; readonly ticket: string };
  /** Cases of other services that this one opened. */
  readonly subcases: readonly { readonly caseId: CaseId; readonly ticket: string; readonly step: string }[];
  /** The batch that gathered it last. */
  readonly batch?: { readonly caseId: CaseId; readonly ticket: string; readonly left?: true };
  readonly predecessor?: { readonly caseId: CaseId; readonly ticket: string };
  readonly successor?: { readonly caseId: CaseId; readonly ticket: string };
  /** Of a batch. */
  readonly lines?: { readonly all: number; readonly in: number };
  readonly anonymous: boolean;
  readonly confidential: boolean;
  /** Its data are kept and nothing else is done with them; the tickets of the requests that ask so. */
  readonly restricted?: { readonly since: string; readonly requests: readonly string[] };
  /** Nobody works on it and every clock stands still. */
  readonly suspended?: { readonly label: string; readonly until: string; readonly note?: string };
  readonly receivedAt: InstantText;
  readonly received: string;
  readonly facts: readonly FactView[];
  /** Facts that conditions may speak of, for the client’s own evaluation. */
  readonly ordinaryFacts: Readonly<Record<string, PlainValue>>;
  readonly requirements: readonly {
    readonly id: string;
    readonly label: string;
    readonly required: boolean;
  }[];
  readonly documents: readonly (DocumentRecord & { readonly attached: boolean; readonly label: string })[];
  readonly promises: readonly PromiseView[];
  readonly actions: readonly ActionView[];
  readonly products: readonly ProductView[];
  readonly letters: readonly LetterView[];
  /** Reviews that run. */
  readonly ladders: readonly LadderView[];
  readonly returned?: {
    readonly labels: readonly string[];
    readonly note?: string;
    readonly at: InstantText;
  };
  readonly timeline: readonly TimelineView[];
  /** Working time for which the case waited for each, in words. */
  readonly waited: readonly { readonly who: string; readonly time: string }[];
  readonly counter: CounterView;
  readonly ended?: {
    readonly kind: string;
    readonly label: string;
    /** As the applicant reads it. */
    readonly sentence: string;
    readonly at: InstantText;
    /** Last day to object, in words; absent where nothing can be objected to. */
    readonly objectionUntil?: string;
  };
}

/** The case after a command. repeated: the command had been done before; nothing was done again. */
export interface CommandDone {
  readonly view: CaseView;
  readonly repeated: boolean;
}
