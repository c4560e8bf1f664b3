// Whose work a member gives out without doing it: managers that of every role that is given work by rule, coordinators that
// of the steps that name them.
import { emergencyRole, managerRole, officerRole } from '@layan/domain/case/authority';
import type { Membership } from '../ports/staff.ts';
import type { StandardStore } from '../ports/standards.ts';
import { type AgencyRole, agencyRoles, type RoleLabel } from './role-labels.ts';

const givesOut = (member: Membership, { id, givenOut, coordinators }: AgencyRole): boolean =>
  givenOut &&
  !member.roles.includes(id) &&
  [managerRole, ...coordinators].some((role) => member.roles.includes(role));

/** In an emergency all work is looked at, and none is given out. */
const looksAt = (member: Membership, { id }: AgencyRole): boolean =>
  member.roles.includes(emergencyRole) && id !== managerRole && id !== officerRole;

export const overseenRoles = (member: Membership, roles: readonly AgencyRole[]): readonly RoleLabel[] =>
  roles
    .filter((role) => givesOut(member, role) || looksAt(member, role))
    .map(({ id, label }) => ({ id, label }));

export const oversees = async (
  standards: StandardStore,
  member: Membership,
  role: string,
): Promise<boolean> =>
  overseenRoles(member, await agencyRoles(standards, member.agency)).some(({ id }) => id === role);
