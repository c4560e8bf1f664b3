// Passes tiers of review that nobody can do, where the standard says so: nobody holds the role or one that stands in, or all
// who do are away today.
import { byWorker } from '@layan/domain/access/worker';
import { capacityFor } from '@layan/domain/case/authority';
import { maySkip } from '@layan/domain/case/skip-tier';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { CaseId } from '@layan/domain/kernel/ids';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { Step } from '@layan/domain/standard/step';
import { runCommand } from '../case/run-command.ts';
import type { CommandPorts } from '../case/run-decision.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isAway } from '../staff/absence.ts';
import { getSetting } from '../tenant/setting.ts';

export type SkipPorts = CommandPorts & Pick<Ports, 'standards' | 'staff'>;

/** Those of the agency who hold the role of the step or one that stands in, here. */
export const holdersOf = (
  index: ProcessIndex,
  { agency, area }: CaseSnapshot,
  step: Step,
  members: readonly Membership[],
): readonly Membership[] =>
  members.filter(
    (member) =>
      member.agency === agency &&
      member.state === 'active' &&
      capacityFor(index, area, step, byWorker(member)).ok,
  );

const skippable = (
  { process }: Standard,
  { tasks, ended, suspended, restricted }: CaseSnapshot,
): readonly Step[] => {
  const { steps } = indexOf(process);
  if (ended || suspended || restricted) return [];
  return tasks.flatMap(({ step: id }) => {
    const step = steps.get(id);
    return step?.review?.skip ? [step] : [];
  });
};

const whyNobody = (holders: readonly Membership[], today: string): 'vacant' | 'away' | undefined => {
  if (holders.length === 0) return 'vacant';
  return holders.every((member) => isAway(member, today)) ? 'away' : undefined;
};

/** More tiers in a row than any ladder has. */
const ATTEMPTS = 24;

/** @returns how many tiers were passed */
export const makeSkipTiers =
  (ports: SkipPorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<number> => {
    const refused = new Set<string>();
    let skipped = 0;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const record = await ports.cases.find(caseId);
      if (!record || record.snapshot.tasks.length === 0) return skipped;
      const { snapshot } = record;
      const { standard } = await ports.standards.getPinned(snapshot.standard);
      const tiers = skippable(standard, snapshot).filter(({ id }) => !refused.has(id));
      if (tiers.length === 0) return skipped;
      const [members, { tenant, now }] = await Promise.all([ports.staff.list(), getSetting(ports)]);
      const today = dateIn(tenant.calendar.zone, now);
      const index = indexOf(standard.process);
      const [next] = tiers.flatMap((step) => {
        const why = whyNobody(holdersOf(index, snapshot, step, members), today);
        return why && maySkip(step, why) ? [{ step: step.id, why }] : [];
      });
      if (!next) return skipped;
      const ran = await runCommand(
        ports,
        standard,
        record,
        { type: 'skipTier', ...next },
        { party: 'system' },
      );
      if (ran.ok) skipped += 1;
      // What cannot be passed waits for a person; what somebody changed meanwhile is looked at again.
      else if (ran.error.code !== 'changed-meanwhile') refused.add(next.step);
    }
    return skipped;
  };
