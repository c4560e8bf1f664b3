// Who may put a case on hold, and who may let it go on.
import { epochMs } from '../kernel/instant.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Suspension } from '../standard/ending.ts';
import { refuseRestricted, refuseRole, refuseSuspended } from './authority.ts';
import type { By, CaseRejection } from './command.ts';
import type { CaseSnapshot } from './snapshot.ts';
import type { DecideContext } from './turn.ts';

/** Why `by` may not put the case on hold in this way, whatever reason is given. */
export const refuseSuspension = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { id, role, atMost }: Suspension,
  by: By,
): CaseRejection | undefined => {
  const refusal = refuseRole(index, role, snapshot.area, by) ?? refuseSuspended(snapshot);
  if (refusal) return refusal;
  return (snapshot.suspensions?.[id] ?? 0) < atMost
    ? undefined
    : { code: 'suspension-used-up', suspension: id, atMost };
};

/** Why `by` may not let the case go on: people of the role may at any time, the clock once the limit has passed. */
export const refuseResume = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { by, now }: Pick<DecideContext, 'by' | 'now'>,
): CaseRejection | undefined => {
  const { suspended, area } = snapshot;
  if (!suspended) return { code: 'not-suspended' };
  const held = refuseRestricted(snapshot);
  if (held) return held;
  if (by.party !== 'system') {
    return refuseRole(index, index.suspensions.get(suspended.suspension)?.role, area, by);
  }
  return epochMs(now) < epochMs(suspended.until) ? { code: 'not-due', firesAt: suspended.until } : undefined;
};
