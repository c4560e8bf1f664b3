// Who of an agency sees a case, and who works on it right now. What they may do to it is the decision's own matter.
import { capacityFor, emergencyRole, managerRole, refuseRole, refuseWork } from '../case/authority.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { hasAccounts } from '../process/accounts.ts';
import { tellsIdentity } from '../process/identity.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Step } from '../standard/step.ts';
import { byWorker, type Worker } from './worker.ts';

type CasePlace = Pick<CaseSnapshot, 'agency' | 'area'>;

const isManager = (worker: Worker, { agency }: CasePlace) =>
  worker.agency === agency && worker.roles.includes(managerRole);

/** Reads what a manager reads, and does nothing. */
const isEmergencyReader = (worker: Worker, { agency }: CasePlace) =>
  worker.agency === agency && worker.roles.includes(emergencyRole);

const actsAs = (index: ProcessIndex, role: string, place: CasePlace, worker: Worker): boolean =>
  worker.agency === place.agency && refuseRole(index, role, place.area, byWorker(worker)) === undefined;

/** Roles of this process that the worker holds for the area of the case. */
export const rolesIn = (index: ProcessIndex, place: CasePlace, worker: Worker): readonly string[] =>
  index.process.roles
    .filter((role) => hasAccounts(index.process, role) && actsAs(index, role.id, place, worker))
    .map((role) => role.id);

/** A part in the process and the area, or the management of the agency. */
export const seesCase = (index: ProcessIndex, place: CasePlace, worker: Worker): boolean =>
  isManager(worker, place) || isEmergencyReader(worker, place) || rolesIn(index, place, worker).length > 0;

/** Names and addresses are for those with a part in the process; managers see that there are some. */
export const readsPersonalFacts = (index: ProcessIndex, place: CasePlace, worker: Worker): boolean =>
  rolesIn(index, place, worker).length > 0;

const holdsOneOf = (
  index: ProcessIndex,
  roles: readonly string[] | undefined,
  place: CasePlace,
  worker: Worker,
): boolean => roles?.some((role) => actsAs(index, role, place, worker)) ?? false;

const holdsTask = ({ tasks }: CaseSnapshot, worker: Worker): boolean =>
  tasks.some(({ assignee }) => assignee?.id === worker.id);

/**
 * Whether the worker may open the case and read what is in it. A confidential one is for the roles that the standard
 * names and for whoever was given work on it: nobody else, managers neither.
 */
export const opensCase = (index: ProcessIndex, snapshot: CaseSnapshot, worker: Worker): boolean => {
  if (!seesCase(index, snapshot, worker)) return false;
  if (!snapshot.confidential) return true;
  return (
    holdsOneOf(index, index.process.confidential?.seenBy, snapshot, worker) || holdsTask(snapshot, worker)
  );
};

/** Whether the worker may know who the applicant is, by name or by any fact that tells it. */
export const knowsApplicant = (index: ProcessIndex, snapshot: CaseSnapshot, worker: Worker): boolean =>
  !snapshot.anonymous || holdsOneOf(index, index.process.identity?.seenBy, snapshot, worker);

/** Whether this fact is kept from the worker, however much else of the case they may read. */
export const hidesFact = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  fact: string,
  worker: Worker,
): boolean => tellsIdentity(index, fact) && !knowsApplicant(index, snapshot, worker);

/** Their own role, one that stands in for it, or one that enters what others did. */
const couldDo = (index: ProcessIndex, { area }: CasePlace, id: string, worker: Worker): boolean => {
  const step = index.steps.get(id);
  return step !== undefined && capacityFor(index, area, step, byWorker(worker)).ok;
};

const hasOpenTask = (index: ProcessIndex, snapshot: CaseSnapshot, worker: Worker): boolean =>
  worker.agency === snapshot.agency &&
  snapshot.tasks.some(({ step }) => couldDo(index, snapshot, step, worker));

/** Specific data (health, children, finances) is for those whose turn it is. */
export const readsSpecificFacts = hasOpenTask;

/** Identifiers are shown on request to those whose turn it is, and to the manager who answers for the case. */
export const mayUnmask = (index: ProcessIndex, snapshot: CaseSnapshot, worker: Worker): boolean =>
  isManager(worker, snapshot) || hasOpenTask(index, snapshot, worker);

/** The open step for which the worker needs to read a form in clear: one that shows it and that they may do. */
export const stepShowing = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  form: string,
  worker: Worker,
): Step | undefined => {
  if (worker.agency !== snapshot.agency) return undefined;
  return snapshot.tasks
    .flatMap(({ step }) => index.steps.get(step) ?? [])
    .find(
      (step) =>
        step.shows?.includes(form) && refuseWork(index, snapshot, step, byWorker(worker)) === undefined,
    );
};
