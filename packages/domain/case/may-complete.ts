// Why an outcome of a step cannot be chosen now, whatever is filled in.
import { isUsedUp, standsBack } from '../process/automatic.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { refuseSuspended, refuseWork } from './authority.ts';
import type { By, CaseRejection } from './command.ts';
import { refuseProceeding } from './lines.ts';
import { refuseSigning } from './may-sign.ts';
import type { CaseSnapshot } from './snapshot.ts';

export const refuseOutcome = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
  by: By,
  as?: string,
): CaseRejection | undefined =>
  refuseWork(index, snapshot, step, by, as) ??
  refuseSuspended(snapshot) ??
  refuseChoice(step, outcome, snapshot.taken) ??
  refuseProceeding(index, snapshot, step, outcome) ??
  refuseSigning(index, snapshot, outcome, by);

export const refuseChoice = (
  step: Step,
  outcome: Outcome,
  taken: CaseSnapshot['taken'],
): CaseRejection | undefined => {
  if (outcome.atMost !== undefined && isUsedUp(step, outcome, taken)) {
    return { code: 'outcome-used-up', outcome: outcome.id, atMost: outcome.atMost };
  }
  return standsBack(step, outcome, taken) ? { code: 'outcome-not-offered', outcome: outcome.id } : undefined;
};
