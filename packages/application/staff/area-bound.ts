// Members whose work is of their areas alone, village operators above all: no list, search, book or figure tells them of
// anything elsewhere.
import { opensCase } from '@layan/domain/access/case-access';
import { indexOf } from '@layan/domain/process/process-index';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { agencyRoles } from './role-labels.ts';

/** They have areas, and every role they hold divides its work by area; who holds no role has a part in nothing. */
export const isAreaBound = async (
  standards: Ports['standards'],
  { agency, areas, roles }: Membership,
): Promise<boolean> => {
  if (roles.length === 0) return true;
  if (areas.length === 0) return false;
  const divided = new Set(
    (await agencyRoles(standards, agency)).flatMap(({ id, byArea }) => (byArea ? [id] : [])),
  );
  return roles.every((role) => divided.has(role));
};

/** Cards and letters of cases that the member may open; what came from elsewhere has no area that could be theirs. */
export const isOfTheirCases = async (
  { cases, standards }: Pick<Ports, 'cases' | 'standards'>,
  { origin }: RegisteredProduct,
  member: Membership,
): Promise<boolean> => {
  const snapshot = origin.kind === 'case' ? (await cases.find(origin.caseId))?.snapshot : undefined;
  if (snapshot?.agency !== member.agency) return false;
  const { standard } = await standards.getPinned(snapshot.standard);
  return opensCase(indexOf(standard.process), snapshot, member);
};
