// Standards as a tenant keeps them: versions of which only a draft can change, and one current version per standard.
import type { StandardRef } from '@layan/domain/case/event';
import type { AgencyId, InstantText, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Consultation, Person, StandardState } from '@layan/domain/standard/life';
import type { Standard } from '@layan/domain/standard/standard';
import type { StandardVersion } from '@layan/domain/standard/standard-version';

/** Cases of earlier versions on their way to the published one: one transaction each, worked off by the minute. */
export interface RunningMove {
  readonly to: StandardRef;
  readonly reason: string;
  readonly laterReason?: string | undefined;
  /** Who decided it; the clock does it. */
  readonly by: Person;
  readonly at: InstantText;
  readonly moved: number;
  /** Cases that do not fit the new version, or would have a later promise that nobody gave a reason for. */
  readonly stayed: number;
  readonly after?: string | undefined;
  readonly done: boolean;
  readonly revision: number;
}

export interface StandardSummary {
  readonly id: StandardId;
  readonly agency: AgencyId;
  readonly title: string;
  readonly shortTitle: string;
  readonly summary: string;
  /** False shows the badge "belum ditetapkan". */
  readonly enacted: boolean;
  readonly published?: StandardRef;
  /** Published once and taken away; nothing is published now. */
  readonly withdrawn?: StandardRef;
  /** The version in preparation. */
  readonly draft?: number;
  /** Where that stands, unless it is a plain draft. */
  readonly stage?: StandardState;
  /** While the public is asked about it. */
  readonly consultation?: Pick<Consultation, 'from' | 'until'>;
  /** ISO date on which it is published by itself. */
  readonly publishOn?: string;
  readonly moving?: RunningMove;
}

export interface Publishing {
  /** As it was loaded: nothing of it may have changed since. */
  readonly before: StandardVersion;
  readonly superseding?: StandardVersion | undefined;
  readonly move?: RunningMove | undefined;
}

export interface StandardStore {
  /** One query. */
  list(): Promise<readonly StandardSummary[]>;
  find(id: StandardId, version: number): Promise<StandardVersion | undefined>;
  /** The published version of a case or page. Immutable, so implementations cache it. Throws when it does not exist: a pinned version is never removed. */
  getPinned(ref: StandardRef): Promise<StandardVersion>;
  /**
   * Creates a draft (`before` absent) or replaces the version in preparation that was loaded: its text, its life and its
   * confirmations must still be the same. One version in preparation per standard.
   */
  saveDraft(
    version: StandardVersion,
    before?: StandardVersion,
  ): Promise<Result<void, 'changed-meanwhile' | 'not-a-draft' | 'too-large'>>;
  /** In preparation → published, former published → superseded, list updated, in one transaction. */
  publish(version: StandardVersion, publishing: Publishing): Promise<Result<void, 'changed-meanwhile'>>;
  /** Published → withdrawn, list updated. */
  withdraw(version: StandardVersion): Promise<Result<void, 'changed-meanwhile'>>;
  /** The cases on their way to a version, as `list` shows them. */
  saveMove(move: RunningMove, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
  /** What an adopted standard was compared with last: the template, element by element as it was taken over or looked at. */
  findTemplate(id: StandardId): Promise<Standard | undefined>;
  saveTemplate(id: StandardId, template: Standard): Promise<void>;
}
