// A case as the citizen sees it.
import type { StandardRef } from '@layan/domain/case/event';
import type { CaseStatus } from '@layan/domain/case/status';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import type { PromiseView } from '../promise/promise-view.ts';

export interface OwnCaseView {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly standard: StandardRef;
  readonly service: string;
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
  readonly products: CaseStatus['products'];
  readonly ended?: NonNullable<CaseStatus['ended']> & { readonly words: string };
  /** Label of the way to withdraw; absent when there is none (any more). */
  readonly withdraw?: { readonly label: string; readonly note: 'none' | 'optional' | 'required' };
}

/** A view and the session renewed by looking at it (ends after 30 minutes without, at the latest after 8 hours). */
export interface OpenedCase {
  readonly session: string;
  readonly view: OwnCaseView;
}
