// Whether something runs for which a case may still have to be read: an objection to it, or a case that it belongs with.
import { objectableDecisions } from '@layan/domain/case/objection';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import { relatedCases } from '@layan/domain/privacy/related-cases';
import type { CaseStore } from '../ports/cases.ts';

/** A get for each decision and each case beside it, until the first that runs. */
export const runsBeside = async (
  cases: Pick<CaseStore, 'find' | 'findObjection'>,
  snapshot: CaseSnapshot,
): Promise<boolean> => {
  const runs = async (caseId: CaseId): Promise<boolean> => {
    const beside = (await cases.find(caseId))?.snapshot;
    return beside !== undefined && beside.ended === undefined;
  };
  for (const { key: decision } of objectableDecisions(snapshot)) {
    const objection = await cases.findObjection({ about: snapshot.id, decision });
    if (objection && (await runs(objection.caseId))) return true;
  }
  for (const caseId of relatedCases(snapshot)) if (await runs(caseId)) return true;
  return false;
};
