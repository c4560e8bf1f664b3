// Openings of a suggestion box: when, by whom, before whom, how many letters; and which of them were entered since.
import type { Sealed } from '@layan/domain/case/facts';
import type { AgencyId, CaseId, InstantText, StaffId, StandardId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { WrappedKey } from './vault.ts';

/** A box is a channel of a service. */
export interface Box {
  readonly agency: AgencyId;
  readonly standard: StandardId;
  readonly channel: string;
}

export interface OpeningRef {
  readonly id: string;
  readonly openedAt: InstantText;
}

export interface Opening extends Box, OpeningRef {
  readonly by: { readonly id: StaffId; readonly name: string };
  /** A name, sealed under `key` with the id of the opening and field `witness`. */
  readonly witness: Sealed;
  readonly key: WrappedKey;
  readonly letters: number;
  readonly recordedAt: InstantText;
}

export interface OpeningLog {
  /** Once written, an opening stays as it is. */
  record(opening: Opening): Promise<Result<void, 'exists'>>;
  /** One get. */
  find(box: Box, opening: OpeningRef): Promise<Opening | undefined>;
  /** One query: the last openings, newest first, each with the cases that its letters became. */
  latest(box: Box, limit: number): Promise<readonly (Opening & { readonly entered: readonly CaseId[] })[]>;
}
