// Moves running cases of earlier versions to the published one: those that are named, or all. All of them are worked off
// in portions, the first at once and the rest by the minute.
import { byWorker } from '@layan/domain/access/worker';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { StandardFailure } from './errors.ts';
import type { Published } from './find-published.ts';
import { beginMove, type MoveReasons } from './first-move.ts';
import { type MoveCasePorts, moveCase } from './move-case.ts';
import { type OwnPublishedError, ownPublished } from './own-published.ts';
import { workOffMove } from './work-off-move.ts';

export interface MoveRunningCasesInput extends MoveReasons {
  readonly member: Membership;
  readonly standard: StandardId;
  /** Absent: all. */
  readonly cases?: readonly CaseId[] | undefined;
}

export interface MovedCases {
  readonly moved: number;
  readonly stayed: number;
  /** The rest is moved by the minute. */
  readonly more: boolean;
}

export type MoveRunningCasesError = OwnPublishedError | StandardFailure<'draft-changed'>;

const moveNamed = async (
  ports: MoveCasePorts,
  { member, cases = [], ...reasons }: MoveRunningCasesInput,
  published: Published,
): Promise<MovedCases> => {
  let moved = 0;
  let stayed = 0;
  for (const caseId of cases) {
    const { state } = await moveCase(ports, caseId, published, reasons, byWorker(member));
    if (state === 'moved') moved += 1;
    if (state === 'stayed') stayed += 1;
  }
  return { moved, stayed, more: false };
};

export const makeMoveRunningCases =
  (ports: MoveCasePorts) =>
  async (input: MoveRunningCasesInput): Promise<Result<MovedCases, MoveRunningCasesError>> => {
    const found = await ownPublished(ports, 'move-running-cases', input.member, input.standard);
    if (!found.ok) return found;
    const published = found.value;
    if (input.cases) return ok(await moveNamed(ports, input, published));
    const move = beginMove(published.version, input, input.member, ports.clock.now(), published.moving);
    const begun = await ports.standards.saveMove(move, published.moving?.revision);
    if (!begun.ok) return err({ code: 'draft-changed' });
    const { moved, stayed, done } = await workOffMove(ports, move);
    return ok({ moved, stayed, more: !done });
  };
