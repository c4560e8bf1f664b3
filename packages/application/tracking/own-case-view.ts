// A case as the citizen sees it.
import type { StandardRef } from '@layan/domain/case/event';
import type { CaseStatus } from '@layan/domain/case/status';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import type { PromiseView } from '../promise/promise-view.ts';

/** "Rabu, 25 Maret 2026" each. */
export interface ProductDates {
  readonly issued: string;
  readonly changed: string;
  readonly validUntil?: string;
}

export interface ObjectionView {
  /** Last day, "Jumat, 18 Desember 2026". */
  readonly until: string;
  readonly state: /** One may be filed. */
    | 'possible'
    | 'too-late'
    /** One was filed and is not decided yet. */
    | 'open'
    | 'decided';
  /** Of the objection that was filed. */
  readonly ticket?: string;
  /** How it was decided. */
  readonly outcome?: string;
}

export interface OwnCaseView {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly standard: StandardRef;
  readonly service: string;
  /** How it was filed. */
  readonly channel: string;
  readonly agency: { readonly name: string; readonly address: string; readonly phone?: string };
  readonly receivedAt: InstantText;
  readonly receivedWords: string;
  readonly timeline: readonly {
    readonly at: InstantText;
    /** Number of the event that told it. */
    readonly seq: number;
    readonly words: string;
    readonly text: string;
    readonly note?: string;
  }[];
  /** What happens now, one sentence per active step. */
  readonly next: readonly string[];
  readonly promises: readonly PromiseView[];
  /** What the citizen is asked to complete, by label; the form is behind get-completion. */
  readonly returned?: { readonly labels: readonly string[]; readonly note?: string };
  /** What they may say now, without anything being missing. */
  readonly asks: readonly string[];
  /** What the agency answered can be read. */
  readonly answered: boolean;
  readonly suspended?: { readonly until: string; readonly note?: string };
  /** The earlier case whose decision this one objects to. */
  readonly about?: { readonly ticket: string };
  /** The case whose end opened this one, and the one that its own end opened. */
  readonly predecessor?: { readonly ticket: string };
  readonly successor?: { readonly ticket: string };
  readonly products: readonly (CaseStatus['products'][number] & { readonly words: ProductDates })[];
  /** The latest decision that can or could be objected to. */
  readonly objection?: ObjectionView;
  readonly ended?: NonNullable<CaseStatus['ended']> & { readonly words: string };
  /** Label of the way to withdraw; absent when there is none (any more). */
  readonly withdraw?: { readonly label: string; readonly note: 'none' | 'optional' | 'required' };
}

/** A view and the session renewed by looking at it (ends after 30 minutes without, at the latest after 8 hours). */
export interface OpenedCase {
  readonly session: string;
  readonly view: OwnCaseView;
}
