// Whether a member may learn whose product it is: of a confidential or anonymous case only those who may open it and know
// who the applicant is.
import { knowsApplicant, opensCase } from '@layan/domain/access/case-access';
import { indexOf } from '@layan/domain/process/process-index';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export const mayLink = async (
  { cases, standards }: Pick<Ports, 'cases' | 'standards'>,
  { unnamed, origin }: RegisteredProduct,
  member: Membership,
): Promise<boolean> => {
  if (!unnamed || origin.kind !== 'case') return true;
  const snapshot = (await cases.find(origin.caseId))?.snapshot;
  if (snapshot?.agency !== member.agency) return false;
  const { standard } = await standards.getPinned(snapshot.standard);
  const index = indexOf(standard.process);
  return opensCase(index, snapshot, member) && knowsApplicant(index, snapshot, member);
};
