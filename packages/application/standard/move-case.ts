// Moves one running case to the published version of its standard, in one transaction. Done again, it changes nothing.
import { changeStandard } from '@layan/domain/case/change-standard';
import type { By } from '@layan/domain/case/command';
import type { Obstacle } from '@layan/domain/case/standard-fit';
import type { CaseId } from '@layan/domain/kernel/ids';
import { type CommandPorts, runDecision } from '../case/run-decision.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { Published } from './find-published.ts';
import type { MoveReasons } from './first-move.ts';

export type MoveCasePorts = CommandPorts & Pick<Ports, 'standards'>;

export type MovedCase =
  | { readonly state: 'moved' }
  /** It does not fit; it goes on with its version. */
  | { readonly state: 'stayed'; readonly obstacles: readonly Obstacle[] }
  /** Ended, unknown, or there already: nothing to do. */
  | { readonly state: 'settled' };

const attempts = 3;

export const moveCase = async (
  ports: MoveCasePorts,
  caseId: CaseId,
  { ref, version }: Published,
  { reason, laterReason }: MoveReasons,
  by: By,
): Promise<MovedCase> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { record, events: history } = (await ports.cases.findFile(caseId)) ?? {};
    if (!record || record.snapshot.ended || record.snapshot.standard.id !== ref.id)
      return { state: 'settled' };
    const { standard: from } = await ports.standards.getPinned(record.snapshot.standard);
    const { standard } = version;
    const change = { from, to: ref, reason, laterReason, history };
    const ran = await runDecision(
      ports,
      standard,
      record,
      (snapshot, context) => changeStandard(standard, snapshot, change, context),
      by,
    );
    if (ran.ok) return { state: ran.value.events.length > 0 ? 'moved' : 'settled' };
    const { error } = ran;
    if (error.code === 'changed-meanwhile') continue;
    if (error.code === 'rejected' && error.rejection.code === 'standard-unfit')
      return { state: 'stayed', obstacles: error.rejection.obstacles };
    throw new Error(`a case was not moved to version ${ref.version}: ${error.code}`);
  }
  // Somebody is at work on it without pause: it is met again.
  return { state: 'stayed', obstacles: [] };
};
