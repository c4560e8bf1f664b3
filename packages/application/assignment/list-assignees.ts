// Whom a task can be handed to, with their areas and the work they hold; for those who give this work out.
import { byWorker } from '@layan/domain/access/worker';
import { managerRole } from '@layan/domain/case/authority';
import { givingRole } from '@layan/domain/case/tasks';
import type { CaseId, StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Regions } from '@layan/domain/tenant/regions';
import { areaChoices } from '@layan/domain/tenant/regions';
import type { CaseFailure } from '../case/errors.ts';
import { loadForMember } from '../case/load-for-member.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type Candidate, candidatesFor } from './candidates.ts';

export interface AssigneeView {
  readonly id: StaffId;
  readonly name: string;
  /** By name; empty: every area. */
  readonly areas: readonly string[];
  /** Open tasks they hold, without this one. */
  readonly load: number;
  readonly holds: boolean;
}

export interface ListAssigneesInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly task: string;
}

export type ListAssigneesError = CaseFailure<
  'member-deactivated' | 'role-missing' | 'case-not-found' | 'case-rejected'
>;

const namesOf = (regions: Regions | undefined, { areas }: Membership): readonly string[] => {
  const known = new Map(regions && areaChoices(regions).map(({ code, name }) => [code, name]));
  return areas.map((code) => known.get(code) ?? code);
};

const byLoad = (a: Candidate, b: Candidate): number =>
  a.load - b.load || a.member.name.localeCompare(b.member.name, 'id');

export const makeListAssignees =
  (ports: Pick<Ports, 'cases' | 'standards' | 'staff' | 'directory'>) =>
  async ({
    member,
    caseId,
    task: id,
  }: ListAssigneesInput): Promise<Result<readonly AssigneeView[], ListAssigneesError>> => {
    const loaded = await loadForMember(ports, 'list-assignees', member, caseId);
    if (!loaded.ok) return loaded;
    const { file, index } = loaded.value;
    const { snapshot } = file.record;
    const task = snapshot.tasks.find((open) => open.id === id);
    const step = task && index.steps.get(task.step);
    if (!task || !step) return err({ code: 'case-rejected', rejection: { code: 'unknown-task', task: id } });
    if (givingRole(index, snapshot, step, 'byCoordinator', byWorker(member)) === undefined)
      return err({ code: 'role-missing', role: step.coordinator ?? managerRole });
    const [candidates, regions] = await Promise.all([
      candidatesFor(ports, index, snapshot, task),
      ports.directory.findRegions(),
    ]);
    return ok(
      candidates.toSorted(byLoad).map(({ member: one, load }) => ({
        id: one.id,
        name: one.name,
        areas: namesOf(regions, one),
        load,
        holds: task.assignee?.id === one.id,
      })),
    );
  };
