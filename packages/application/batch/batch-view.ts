// A batch and its lines as staff see them.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { LineDecision } from './line-decisions.ts';

export interface PlaceView {
  readonly code: string;
  readonly label: string;
}

export interface BatchSummaryView {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly service: string;
  readonly area?: PlaceView;
  /** What its form says, in words. */
  readonly about: readonly string[];
  readonly waitsFor: readonly string[];
  readonly ended?: string;
  readonly lines: { readonly all: number; readonly in: number };
  readonly since: string;
}

export interface ColumnView {
  readonly fact: string;
  readonly label: string;
}

export interface BatchView extends BatchSummaryView {
  readonly seq: number;
  readonly columns: readonly ColumnView[];
  readonly line: string;
  readonly told: { readonly done: number; readonly of: number; readonly held: number };
  readonly deciding: readonly {
    readonly step: string;
    readonly label: string;
    readonly decisions: readonly LineDecision[];
    readonly every: boolean;
    readonly mayDecide: boolean;
    readonly decided: Readonly<Record<string, number>>;
    readonly undecided: number;
  }[];
  readonly mayRead: boolean;
}
