// A filing as its pages show it to the holder of its session.
import type { StandardRef } from '@layan/domain/case/event';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import type { FieldProblem } from '@layan/domain/person/form-input';
import type { FieldView } from '../form/field-view.ts';
import type { DocumentRecord } from '../ports/documents.ts';

/** Where the citizen goes next. */
export type NextStop =
  | { readonly kind: 'privacy' }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'requirement'; readonly requirement: string }
  | { readonly kind: 'check' };

export interface FilingPageView {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  /** Seen and without errors. */
  readonly done: boolean;
  /** Fields whose condition holds (or is undecided); a page without any is skipped. */
  readonly fields: readonly FieldView[];
}

export interface RequirementView {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** The best that can be said: accepted when any scan is. expected: an upload was prepared, nothing settled yet. */
  readonly state: 'missing' | 'expected' | 'accepted' | 'rejected';
  /** Any one of these meets it. */
  readonly oneOf?: readonly { readonly id: string; readonly label: string }[];
  /** Which of them is brought. */
  readonly chosen?: string;
  /** Looked at and given back; nothing is sent for it. */
  readonly shown?: true;
  /** The counter has seen the paper and keeps it. */
  readonly paper: boolean;
  /** A scan was accepted, paper brought, or it was shown; of several choices it is known which. */
  readonly given: boolean;
  /** Newest first, without those taken out. */
  readonly documents: readonly DocumentRecord[];
}

/** What the applicant may keep from others on this channel, and what they chose. */
export interface PrivacyView {
  /** They may stay anonymous; `readers` read what they tell all the same. */
  readonly anonymity?: { readonly chosen: boolean; readonly readers: string };
  readonly confidentiality?: { readonly chosen: boolean; readonly label: string; readonly readers: string };
  /** The question was answered. */
  readonly done: boolean;
}

export interface FilingView {
  readonly caseId: CaseId;
  readonly standard: StandardRef;
  readonly service: { readonly title: string; readonly shortTitle: string };
  readonly channel: string;
  /** It answers the decision of an earlier case. */
  readonly objection: boolean;
  readonly privacy?: PrivacyView;
  readonly pages: readonly FilingPageView[];
  readonly requirements: readonly RequirementView[];
  readonly missing: { readonly pages: readonly string[]; readonly requirements: readonly string[] };
  /** Do not stop the filing; the citizen looks again. */
  readonly warnings: readonly FieldProblem[];
  readonly next: NextStop;
  readonly startedAt: InstantText;
  /** True once it was sent: only the receipt is left to see (ask submit-filing again). */
  readonly sent: boolean;
}
