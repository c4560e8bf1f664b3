// Puts an ended case into the plan of destruction, after whatever happened to it or to what it issued.
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { isAfter } from '@layan/domain/kernel/instant';
import { type Destruction, destructionOf, scansDue } from '@layan/domain/privacy/retention';
import { termsNow } from '@layan/domain/privacy/terms';
import { isErased } from '../erasure/erase-case.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { PlannedDestruction } from '../ports/retention.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';

export type PlanPorts = Pick<Ports, 'cases' | 'standards' | 'directory' | 'retention'>;

/** When the case is due by the schedule of its agency as it is now, whatever is on hold. */
export const destructionNow = async (
  { standards, directory }: Pick<PlanPorts, 'standards' | 'directory'>,
  { snapshot }: CaseRecord,
): Promise<{
  readonly destruction: Destruction;
  readonly scans: InstantText | undefined;
  readonly service: string;
}> => {
  const [tenant, version] = await Promise.all([
    getProfile(directory),
    standards.getPinned(snapshot.standard),
  ]);
  const { endings } = version.standard.process;
  const terms = termsNow(tenant.agencies.find(({ id }) => id === snapshot.agency)?.privacy);
  const endingKind = endings.find(({ id }) => id === snapshot.ended?.ending)?.kind;
  const kept = { snapshot, endingKind, held: false };
  return {
    destruction: destructionOf(kept, terms.retention, tenant.calendar.zone),
    scans: scansDue(kept, terms.retention, tenant.calendar.zone),
    service: version.standard.shortTitle,
  };
};

/** Scans go first, where the schedule says so; then the case. */
const plannedOf = (
  { snapshot: { id, ticket } }: CaseRecord,
  { destruction, scans, service }: Awaited<ReturnType<typeof destructionNow>>,
  scansAreGone: boolean,
): PlannedDestruction | undefined => {
  if (!('due' in destruction)) return undefined;
  const whose = { caseId: id, ticket, service };
  return !scansAreGone && scans && isAfter(destruction.due, scans)
    ? { ...whose, at: scans, class: 'scans' }
    : { ...whose, at: destruction.due, class: destruction.class };
};

/** Where it belongs in the plan now; undefined where it has no place in it. */
export const placeInPlan = async (
  ports: PlanPorts,
  record: CaseRecord,
  scansAreGone = false,
): Promise<PlannedDestruction | undefined> =>
  isErased(record) ? undefined : plannedOf(record, await destructionNow(ports, record), scansAreGone);

/** Puts it there. */
export const replan = async (ports: PlanPorts, record: CaseRecord, scansAreGone = false): Promise<void> => {
  const { agency, id } = record.snapshot;
  await ports.retention.plan(agency, id, await placeInPlan(ports, record, scansAreGone));
};

export const makePlanRetention =
  (ports: PlanPorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<void> => {
    const record = await ports.cases.find(caseId);
    // What runs was never in the plan.
    if (record?.snapshot.ended) await replan(ports, record);
  };
