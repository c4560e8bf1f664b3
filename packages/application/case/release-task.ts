// Puts a task back into the queue: by who holds it, or by the service manager.
import { whileRunning } from '@layan/domain/case/decision';
import { releaseTask } from '@layan/domain/case/tasks';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';
import { runStaffCommand, type StaffCommandPorts } from './staff-command.ts';

export interface ReleaseTaskInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly task: string;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

export const makeReleaseTask =
  (ports: StaffCommandPorts) =>
  ({
    member,
    caseId,
    task,
    expectedSeq,
    idempotencyKey,
  }: ReleaseTaskInput): Promise<Result<CommandDone, CommandError>> =>
    runStaffCommand(ports, {
      operation: 'release-task',
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body: { caseId, task },
      decide: whileRunning(releaseTask),
      prepare: async ({ file }) => {
        const holder = file.record.snapshot.tasks.find(({ id }) => id === task)?.assignee;
        return ok({ type: 'releaseTask', task, reason: holder?.id === member.id ? 'byHolder' : 'byManager' });
      },
    });
