// A look at an unmasked value as an act of its chain.
import { isSealed, type Sealed } from '../case/facts.ts';
import type { CaseId, InstantText, StaffId } from '../kernel/ids.ts';
import type { ChainAct } from './chain.ts';

export interface Look {
  readonly caseId: CaseId;
  readonly fact: string;
  readonly by: StaffId;
  readonly name: string;
  readonly at: InstantText;
  readonly act: string;
  readonly reason: string | Sealed;
}

/** Reasons in words of ours follow from the operation; only what somebody typed is kept there, sealed. */
export const unmaskingAct = ({ caseId, fact, by, name, at, act, reason }: Look): ChainAct => ({
  at,
  by: { party: 'staff', id: by, name },
  act,
  about: caseId,
  detail: fact,
  ...(isSealed(reason) && { reason }),
});
