// Lines are read in clear by those who have work to do on the batch, as identifiers of a case are by whose turn it is.
import { mayUnmask } from '@layan/domain/access/case-access';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Membership } from '../ports/staff.ts';

export const mayReadLines = (index: ProcessIndex, batch: CaseSnapshot, member: Membership): boolean =>
  batch.lines !== undefined && mayUnmask(index, batch, member);
