// Does something to a product that was issued, as its standard allows: suspend, revoke, take back, replace a lost copy.

import { changeProduct } from '@layan/domain/case/change-product';
import { alsoAfterEnd } from '@layan/domain/case/decision';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';
import { runStaffCommand, type StaffCommandPorts } from './staff-command.ts';

export interface ChangeProductInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  /** Id of the copy. */
  readonly product: string;
  /** One of the actions of the product in its standard. */
  readonly action: string;
  readonly note?: string;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

export const makeChangeProduct =
  (ports: StaffCommandPorts) =>
  (input: ChangeProductInput): Promise<Result<CommandDone, CommandError>> => {
    const { member, idempotencyKey, ...body } = input;
    const { caseId, product, action, expectedSeq } = body;
    const note = input.note?.trim();
    return runStaffCommand(ports, {
      operation: 'change-product',
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body,
      decide: alsoAfterEnd(changeProduct),
      prepare: async ({ file }) => {
        const seal = caseSeal(ports.vault, file.record.key, caseId);
        return ok({
          type: 'changeProduct',
          id: product,
          action,
          ...(note && { note: await seal.sealText('note', note) }),
        });
      },
    });
  };
