// A batch for a member: one get. What is no batch, of another agency or area, or not theirs to see answers alike.
import { opensCase } from '@layan/domain/access/case-access';
import { mayUse, type Operation } from '@layan/domain/access/operations';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseRecord } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { BatchAccessFailure } from './errors.ts';

export interface LoadedBatch {
  readonly record: CaseRecord;
  readonly standard: Standard;
  readonly index: ProcessIndex;
}

export const loadBatch = async (
  { cases, standards }: Pick<Ports, 'cases' | 'standards'>,
  operation: Operation,
  member: Membership,
  caseId: CaseId,
): Promise<Result<LoadedBatch, BatchAccessFailure>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const record = await cases.find(caseId);
  const hidden = err({ code: 'batch-not-found' } as const);
  if (!record?.snapshot.lines || record.snapshot.agency !== member.agency) return hidden;
  const { standard } = await standards.getPinned(record.snapshot.standard);
  const index = indexOf(standard.process);
  return opensCase(index, record.snapshot, member) ? ok({ record, standard, index }) : hidden;
};
