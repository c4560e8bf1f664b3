// Who has to do with requests of data subjects: the officer decides, the counter records them and hands copies over.
import { opensCase } from '@layan/domain/access/case-access';
import { type AccessRefusal, mayUse, type Operation } from '@layan/domain/access/operations';
import { officerRole } from '@layan/domain/case/authority';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { indexOf } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { counterServices } from '../counter/counter-services.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isAreaBound } from '../staff/area-bound.ts';

export const isOfficer = ({ roles }: Pick<Membership, 'roles'>): boolean => roles.includes(officerRole);

/** What people wrote may tell of a case that its clerks keep from each other: it is for whoever may open all it is about. */
export const readsWish = (
  member: Membership,
  about: readonly { readonly standard: Standard; readonly snapshot: CaseSnapshot }[],
): boolean =>
  isOfficer(member) ||
  about.every(({ standard, snapshot }) => opensCase(indexOf(standard.process), snapshot, member));

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
