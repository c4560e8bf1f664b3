// Ends or diverts an open case by one of the standard's interruptions, e.g. withdraws it for the applicant.
import { whileRunning } from '@layan/domain/case/decision';
import { interrupt } from '@layan/domain/case/interrupt';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';
import { runStaffCommand, type StaffCommandPorts } from './staff-command.ts';

export interface InterruptCaseInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly interruption: string;
  readonly note?: string;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

export const makeInterruptCase =
  (ports: StaffCommandPorts) =>
  (input: InterruptCaseInput): Promise<Result<CommandDone, CommandError>> => {
    const { member, idempotencyKey, ...body } = input;
    const { caseId, interruption, expectedSeq } = body;
    const note = input.note?.trim();
    return runStaffCommand(ports, {
      operation: 'interrupt-case',
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body,
      decide: whileRunning(interrupt),
      prepare: async ({ file }) => {
        const seal = caseSeal(ports.vault, file.record.key, caseId);
        return ok({
          type: 'interrupt',
          interruption,
          ...(note && { note: await seal.sealText('note', note) }),
        });
      },
    });
  };
