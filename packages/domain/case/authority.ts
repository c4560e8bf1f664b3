// Whether somebody may act in a role on this case, and whether a task is free for them.
import { covers } from '../access/areas.ts';
import type { RegionCode } from '../kernel/ids.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Step } from '../standard/step.ts';
import type { By, CaseRejection, StaffMember } from './command.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** Manages an agency's standards and staff, and may release anybody's task. */
export const managerRole = 'serviceManager';

/** Why `by` may not act in the role, if so. Applicants act in applicant roles only, staff in all others they hold. */
export const refuseRole = (
  index: ProcessIndex,
  roleId: string | undefined,
  area: RegionCode | undefined,
  by: By,
): CaseRejection | undefined => {
  const role = roleId === undefined ? undefined : index.roles.get(roleId);
  const missing: CaseRejection = { code: 'role-missing', role: roleId ?? '' };
  if (!role) return missing;
  if (role.party === 'applicant') return by.party === 'applicant' ? undefined : missing;
  if (by.party !== 'staff' || !by.member.roles.includes(role.id)) return missing;
  if (!role.byArea || area === undefined || covers(by.member.areas, area)) return undefined;
  return { code: 'area-missing', area };
};

/** Why nobody may work on the case now, if it is on hold. */
export const refuseSuspended = ({ suspended }: CaseSnapshot): CaseRejection | undefined =>
  suspended && { code: 'case-suspended', suspension: suspended.suspension, until: suspended.until };

const refuseWorker = (snapshot: CaseSnapshot, step: Step, member: StaffMember): CaseRejection | undefined => {
  const { assignee } = snapshot.tasks.find((task) => task.step === step.id) ?? {};
  if (assignee && assignee.id !== member.id) return { code: 'held-by-other', name: assignee.name };
  const own = step.notBy?.find((other) => snapshot.workers[other] === member.id);
  return own === undefined ? undefined : { code: 'own-work', step: own };
};

/** Why `by` may not work on an active step. */
export const refuseWork = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  by: By,
): CaseRejection | undefined => {
  if (step.kind === 'supply' && by.party !== 'applicant') {
    return { code: 'role-missing', role: step.role ?? '' };
  }
  const refusal = refuseRole(index, step.role, snapshot.area, by);
  if (refusal || by.party !== 'staff') return refusal;
  return refuseWorker(snapshot, step, by.member);
};
