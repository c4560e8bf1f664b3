// Who has to do with requests of data subjects: the officer decides, the counter records them and hands copies over.
import { type AccessRefusal, mayUse, type Operation } from '@layan/domain/access/operations';
import { officerRole } from '@layan/domain/case/authority';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { counterServices } from '../counter/counter-services.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isAreaBound } from '../staff/area-bound.ts';

export const isOfficer = ({ roles }: Pick<Membership, 'roles'>): boolean => roles.includes(officerRole);

export const mayHandle = async (
  { standards }: Pick<Ports, 'standards'>,
  operation: Operation,
  member: Membership,
): Promise<Result<void, AccessRefusal>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok || isOfficer(member)) return allowed;
  // A copy holds cases of every service and area, so it is not for those who see one area alone.
  const counter =
    !(await isAreaBound(standards, member)) && (await counterServices(standards, member)).length > 0;
  return counter ? ok(undefined) : err({ code: 'role-missing', role: officerRole });
};
