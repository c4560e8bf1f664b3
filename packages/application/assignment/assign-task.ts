// Somebody who gives work out hands an open task to a colleague, whoever holds it now.
import { whileRunning } from '@layan/domain/case/decision';
import { assignTask } from '@layan/domain/case/tasks';
import type { CaseId, StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { CommandDone } from '../case/case-view.ts';
import type { CommandError } from '../case/errors.ts';
import { runStaffCommand, type StaffCommandPorts } from '../case/staff-command.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { asStaff } from './as-staff.ts';

export interface AssignTaskInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly task: string;
  readonly to: StaffId;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

/** Somebody unknown, of another agency or no longer there can be given nothing; they are not told apart. */
const stranger = err({
  code: 'case-rejected',
  rejection: { code: 'assignee-refused', name: 'Petugas itu' },
} as const);

export const makeAssignTask =
  (ports: StaffCommandPorts & Pick<Ports, 'staff'>) =>
  ({
    member,
    caseId,
    task,
    to,
    expectedSeq,
    idempotencyKey,
  }: AssignTaskInput): Promise<Result<CommandDone, CommandError>> =>
    runStaffCommand(ports, {
      operation: 'assign-task',
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body: { caseId, task, to },
      decide: whileRunning(assignTask),
      prepare: async () => {
        const colleague = await ports.staff.find(to);
        if (colleague?.state !== 'active' || colleague.agency !== member.agency) return stranger;
        return ok({ type: 'assignTask', task, to: asStaff(colleague), why: 'byCoordinator' });
      },
    });
