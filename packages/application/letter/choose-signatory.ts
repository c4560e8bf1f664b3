// Makes a frozen letter out to somebody else; it is drawn anew, its number stays.

import { chooseSignatory } from '@layan/domain/case/choose-signatory';
import { whileRunning } from '@layan/domain/case/decision';
import { type CaseId, StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { asStaff } from '../assignment/as-staff.ts';
import type { CommandDone } from '../case/case-view.ts';
import type { CommandError } from '../case/errors.ts';
import { runStaffCommand, type StaffCommandPorts } from '../case/staff-command.ts';
import type { Membership } from '../ports/staff.ts';

export interface ChooseSignatoryInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly letterId: string;
  /** Member who signs. */
  readonly to: string;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

export const makeChooseSignatory =
  (ports: StaffCommandPorts) =>
  (input: ChooseSignatoryInput): Promise<Result<CommandDone, CommandError>> => {
    const { member, idempotencyKey, ...body } = input;
    const { caseId, letterId, to, expectedSeq } = body;
    return runStaffCommand(ports, {
      operation: 'choose-signatory',
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body,
      decide: whileRunning(chooseSignatory),
      prepare: async ({ file }) => {
        const id = StaffId.safeParse(to);
        const found = id.success ? await ports.staff.find(id.data) : undefined;
        // Nobody learns of members of another agency.
        if (found?.agency !== file.record.snapshot.agency || found.state !== 'active')
          return err({ code: 'case-rejected', rejection: { code: 'assignee-refused', name: 'Petugas itu' } });
        return ok({ type: 'chooseSignatory', id: letterId, to: asStaff(found) });
      },
    });
  };
