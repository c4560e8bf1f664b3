// The objection that was filed to a decision, as the earlier case knows it: found by the decision, told by its own status.
import type { ObjectableDecision } from '@layan/domain/case/objection';
import type { CaseStatus } from '@layan/domain/case/status';
import type { CaseId } from '@layan/domain/kernel/ids';
import type { CaseStore } from '../ports/cases.ts';

export type FiledObjection = Pick<CaseStatus, 'caseId' | 'ticket' | 'receivedAt' | 'next' | 'ended'>;

/** Two gets, and only where there is a decision to object to. */
export const findFiledObjection = async (
  cases: Pick<CaseStore, 'findObjection' | 'findStatus'>,
  about: CaseId,
  { key }: ObjectableDecision,
): Promise<FiledObjection | undefined> => {
  const filed = await cases.findObjection({ about, decision: key });
  return filed && (await cases.findStatus(filed.ticket))?.status;
};

/** Open or decided: no second one may be filed. One that was withdrawn or came to nothing does not stand in the way. */
export const isStanding = (objection: FiledObjection): boolean =>
  !['withdrawn', 'lapsed'].includes(objection.ended?.kind ?? '');
