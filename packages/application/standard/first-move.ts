// The beginning of the way of running cases to a version, when that was decided at its publication.
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Person } from '@layan/domain/standard/life';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { RunningMove } from '../ports/standards.ts';

export type MoveReasons = Pick<RunningMove, 'reason' | 'laterReason'>;

/** All cases of earlier versions, from the first. */
export const beginMove = (
  { standard, version, hash }: StandardVersion,
  { reason, laterReason }: MoveReasons,
  by: Person,
  at: InstantText,
  former: RunningMove | undefined,
): RunningMove => ({
  to: { id: standard.id, version, hash },
  reason,
  ...(laterReason !== undefined && { laterReason }),
  by: { id: by.id, name: by.name },
  at,
  moved: 0,
  stayed: 0,
  done: false,
  revision: (former?.revision ?? 0) + 1,
});

/** Undefined when running cases stay, or are looked at one by one. */
export const firstMove = (
  version: StandardVersion,
  by: Person,
  at: InstantText,
  former: RunningMove | undefined,
): RunningMove | undefined =>
  version.running?.decision === 'move' ? beginMove(version, version.running, by, at, former) : undefined;
