// A member takes an open task; taking it again is harmless.
import { whileRunning } from '@layan/domain/case/decision';
import { claimTask } from '@layan/domain/case/tasks';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';
import { runStaffCommand, type StaffCommandPorts } from './staff-command.ts';

export interface ClaimTaskInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly task: string;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

export const makeClaimTask =
  (ports: StaffCommandPorts) =>
  ({
    member,
    caseId,
    task,
    expectedSeq,
    idempotencyKey,
  }: ClaimTaskInput): Promise<Result<CommandDone, CommandError>> =>
    runStaffCommand(ports, {
      operation: 'claim-task',
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body: { caseId, task },
      decide: whileRunning(claimTask),
      prepare: async () => ok({ type: 'claimTask', task }),
    });
