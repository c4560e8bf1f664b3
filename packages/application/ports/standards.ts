// Standards as a tenant keeps them: versions of which only a draft can change, and one current version per standard.
import type { StandardRef } from '@layan/domain/case/event';
import type { AgencyId, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { StandardVersion } from '@layan/domain/standard/standard';

export interface StandardSummary {
  readonly id: StandardId;
  readonly agency: AgencyId;
  readonly title: string;
  readonly shortTitle: string;
  readonly summary: string;
  /** False shows the badge "belum ditetapkan". */
  readonly enacted: boolean;
  readonly published?: StandardRef;
  readonly draft?: number;
}

export interface StandardStore {
  /** One query. */
  list(): Promise<readonly StandardSummary[]>;
  find(id: StandardId, version: number): Promise<StandardVersion | undefined>;
  /** The published version of a case or page. Immutable, so implementations cache it. Throws when it does not exist: a pinned version is never removed. */
  getPinned(ref: StandardRef): Promise<StandardVersion>;
  /** Creates a draft (`before` absent) or replaces the one that was loaded: its text and its confirmations must still be the same. One draft per standard. */
  saveDraft(
    version: StandardVersion,
    before?: StandardVersion,
  ): Promise<Result<void, 'changed-meanwhile' | 'not-a-draft' | 'too-large'>>;
  /** Draft → published, former published → superseded, list updated, in one transaction. */
  publish(
    version: StandardVersion,
    superseding: StandardVersion | undefined,
  ): Promise<Result<void, 'changed-meanwhile'>>;
}
