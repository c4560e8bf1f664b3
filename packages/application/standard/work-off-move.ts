// Works off a portion of the cases on their way to a published version. Progress is kept where everybody sees it; whoever
// runs it again, or at the same time, moves nothing twice, because a case that moved is no longer among them.
import { eachApart, tellFirst } from '../kernel/work-off.ts';
import type { RunningMove, StandardSummary } from '../ports/standards.ts';
import { findPublished } from './find-published.ts';
import { type MoveCasePorts, moveCase } from './move-case.ts';

const perRun = 25;

const next = (move: RunningMove, change: Partial<RunningMove>): RunningMove => ({
  ...move,
  ...change,
  revision: move.revision + 1,
});

/** @returns the move as it is kept now; the one it was given when somebody else works on it. */
export const workOffMove = async (
  ports: MoveCasePorts,
  move: RunningMove,
  limit = perRun,
): Promise<RunningMove> => {
  const published = await findPublished(ports.standards, move.to.id);
  const keep = async (after: RunningMove): Promise<RunningMove> =>
    (await ports.standards.saveMove(after, move.revision)).ok ? after : move;
  // A newer version, or none: what is left stays where it is.
  if (published?.ref.hash !== move.to.hash || published.ref.version !== move.to.version)
    return keep(next(move, { done: true }));
  const page = await ports.cases.running({
    standard: move.to.id,
    before: move.to.version,
    limit,
    ...(move.after !== undefined && { after: move.after }),
  });
  let { moved, stayed } = move;
  for (const caseId of page.rows) {
    const { state } = await moveCase(ports, caseId, published, move, { party: 'system' });
    if (state === 'moved') moved += 1;
    if (state === 'stayed') stayed += 1;
  }
  return keep(next(move, { moved, stayed, after: page.next, done: page.next === undefined }));
};

export const isUnderway = ({ moving }: StandardSummary): boolean => moving !== undefined && !moving.done;

/** All moves of the tenant, one portion each; one that fails keeps no other. */
export const makeMoveRunning =
  (ports: MoveCasePorts) =>
  async (listed: readonly StandardSummary[]): Promise<{ readonly moved: number; readonly more: boolean }> => {
    let moved = 0;
    let more = false;
    const broken = await eachApart(listed.filter(isUnderway), async ({ moving }) => {
      if (!moving) return;
      const after = await workOffMove(ports, moving);
      moved += after.moved - moving.moved;
      more = more || (!after.done && after !== moving);
    });
    tellFirst(broken);
    return { moved, more };
  };
