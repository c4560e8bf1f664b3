// What is kept beside the cases of batches: who waits to be gathered, and how far the news of a batch has been told.
import type { AgencyId, CaseId, InstantText, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Page } from './cases.ts';

/** A case that waits at a step of kind "line" and that no batch has. Nothing personal. */
export interface WaitingCase {
  readonly caseId: CaseId;
  readonly ticket: string;
  readonly step: string;
  readonly area?: string | undefined;
  readonly since: InstantText;
}

/** News on its way to the cases of a batch. It is gone once all of them know everything. */
export interface FanOut {
  readonly batch: CaseId;
  /** Event of the batch up to which its cases are to be told. */
  readonly wanted: number;
  /** All cases know what happened up to this event. */
  readonly told: number;
  /** Event up to which they are being told now, and how many lines of the batch are done with. */
  readonly pass?: number;
  readonly at: number;
  readonly revision: number;
  readonly movedAt: InstantText;
}

/** A case that could not be told yet: it is on hold. */
export interface HeldLine {
  readonly batch: CaseId;
  readonly caseId: CaseId;
}

export interface BatchStore {
  /** One query: in the order of their areas, those that wait longest first; pages of them. */
  waiting(query: {
    agency: AgencyId;
    standard: StandardId;
    area?: string | undefined;
    limit: number;
    after?: string | undefined;
  }): Promise<Page<WaitingCase>>;
  /** One get. */
  findFanOut(batch: CaseId): Promise<FanOut | undefined>;
  /** One query: news on its way, and cases that could not be told yet. */
  listUnfinished(limit: number): Promise<{
    readonly fanOuts: readonly FanOut[];
    readonly held: readonly HeldLine[];
  }>;
  /** One query. */
  heldOf(batch: CaseId): Promise<readonly HeldLine[]>;
  /**
   * One transaction; guarded by the revision before. `again`: the batch is put in the queue once more. What is wanted is
   * left as it is: events of the batch raise it.
   */
  saveProgress(
    fanOut: Omit<FanOut, 'wanted'>,
    options: { readonly again: boolean },
  ): Promise<Result<void, 'changed-meanwhile'>>;
  /** One transaction: all are told, unless more is wanted by now. */
  finish(fanOut: FanOut): Promise<Result<void, 'changed-meanwhile'>>;
  /** One transaction each. */
  hold(line: HeldLine): Promise<void>;
  letGo(line: HeldLine): Promise<void>;
}
