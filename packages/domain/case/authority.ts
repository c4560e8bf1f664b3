// Whether somebody may act in a role on this case, and whether a task is free for them.
import { covers } from '../access/areas.ts';
import type { RegionCode } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Step } from '../standard/step.ts';
import type { By, CaseRejection, StaffMember } from './command.ts';
import type { Delegation } from './event.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** Manages an agency's standards and staff, and may release anybody's task. */
export const managerRole = 'serviceManager';

/** Answers for the protection of personal data in an agency (PPDP, UU 27/2022 art. 53): decides on requests of data subjects. */
export const officerRole = 'dataProtectionOfficer';

/** A central admin with read access for a short while (decision 0103); never given to anybody else. */
export const emergencyRole = 'emergencyReader';

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

/** Why nothing may be done with what the case holds, if somebody asked for that. */
export const refuseRestricted = ({ restricted }: CaseSnapshot): CaseRejection | undefined =>
  restricted && { code: 'case-restricted', requests: restricted.requests.map(({ ticket }) => ticket) };

/** Why nobody may work on the case now, if it is on hold. */
export const refuseSuspended = (snapshot: CaseSnapshot): CaseRejection | undefined => {
  const { suspended } = snapshot;
  return (
    refuseRestricted(snapshot) ??
    (suspended && { code: 'case-suspended', suspension: suspended.suspension, until: suspended.until })
  );
};

const refuseWorker = (snapshot: CaseSnapshot, step: Step, member: StaffMember): CaseRejection | undefined => {
  const { assignee } = snapshot.tasks.find((task) => task.step === step.id) ?? {};
  if (assignee && assignee.id !== member.id) return { code: 'held-by-other', name: assignee.name };
  const own = step.notBy?.find((other) => snapshot.workers[other] === member.id);
  return own === undefined ? undefined : { code: 'own-work', step: own };
};

/** A role in which somebody may do a step: its own, the one that enters it for those outside, or one that stands in. */
export interface Capacity {
  readonly role: string;
  /** The role stands in for that of the step. */
  readonly as?: Delegation['as'];
}

/** The own role of the step first. */
export const capacitiesOf = ({ role, enteredBy, delegates = [] }: Step): readonly Capacity[] => [
  { role: role ?? '' },
  ...(enteredBy === undefined ? [] : [{ role: enteredBy }]),
  ...delegates,
];

/**
 * The first capacity in which `by` may do the step, by their roles and areas; the one they name, if they name one.
 * Of several refusals the one that says most is given: who only covers another area does hold the role.
 */
export const capacityFor = (
  index: ProcessIndex,
  area: RegionCode | undefined,
  step: Step,
  by: By,
  as?: string,
): Result<Capacity, CaseRejection> => {
  const capacities = capacitiesOf(step).filter(({ role }) => as === undefined || role === as);
  if (as !== undefined && capacities.length === 0) return err({ code: 'delegation-refused', role: as });
  const refusals: CaseRejection[] = [];
  for (const capacity of capacities) {
    const refusal = refuseRole(index, capacity.role, area, by);
    if (!refusal) return ok(capacity);
    refusals.push(refusal);
  }
  const elsewhere = refusals.find(({ code }) => code === 'area-missing');
  return err(elsewhere ?? refusals[0] ?? { code: 'role-missing', role: step.role ?? '' });
};

/** How `by` would stand in for the role of the step, if they do not hold it themselves. */
export const standInFor = (
  index: ProcessIndex,
  { area }: Pick<CaseSnapshot, 'area'>,
  step: Step,
  by: By,
): Delegation | undefined => {
  const capacity = step.delegates && capacityFor(index, area, step, by);
  if (!capacity?.ok || capacity.value.as === undefined) return undefined;
  return { role: capacity.value.role, as: capacity.value.as };
};

/** In which capacity `by` works on an active step, or why they may not. */
export const workAs = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  by: By,
  as?: string,
): Result<Capacity, CaseRejection> => {
  if (step.kind === 'supply' && by.party !== 'applicant') {
    return err({ code: 'role-missing', role: step.role ?? '' });
  }
  const capacity = capacityFor(index, snapshot.area, step, by, as);
  if (!capacity.ok || by.party !== 'staff') return capacity;
  const refusal = refuseWorker(snapshot, step, by.member);
  return refusal ? err(refusal) : capacity;
};

/** Why `by` may not work on an active step. */
export const refuseWork = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  by: By,
  as?: string,
): CaseRejection | undefined => {
  const work = workAs(index, snapshot, step, by, as);
  return work.ok ? undefined : work.error;
};
