// Puts a case on hold, lets it go on, and gives a promise more time: each with a reason that the applicant reads.
import type { Operation } from '@layan/domain/access/operations';
import type { CaseCommand } from '@layan/domain/case/command';
import { type Decide, whileRunning } from '@layan/domain/case/decision';
import { extendPromise } from '@layan/domain/case/extend-promise';
import type { Sealed } from '@layan/domain/case/facts';
import { resume, suspend } from '@layan/domain/case/suspension';
import type { CaseId } from '@layan/domain/kernel/ids';
import { ok, type Result } from '@layan/domain/kernel/result';
import type { Membership } from '../ports/staff.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { CommandDone } from './case-view.ts';
import type { CommandError } from './errors.ts';
import { runStaffCommand, type StaffCommandPorts } from './staff-command.ts';

export interface HoldInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly note?: string;
  readonly expectedSeq: number;
  readonly idempotencyKey?: string;
}

const withNote =
  <C extends CaseCommand>(
    operation: Operation,
    decide: Decide<C>,
    commandOf: (note: { readonly note?: Sealed }) => C,
  ) =>
  (
    ports: StaffCommandPorts,
    { member, idempotencyKey, ...body }: HoldInput,
    what: string,
  ): Promise<Result<CommandDone, CommandError>> => {
    const { caseId, expectedSeq } = body;
    const note = body.note?.trim();
    return runStaffCommand(ports, {
      operation,
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body: { ...body, what },
      decide,
      prepare: async ({ file }) => {
        const seal = caseSeal(ports.vault, file.record.key, caseId);
        return ok(commandOf(note ? { note: await seal.sealText('note', note) } : {}));
      },
    });
  };

export const makeSuspendCase =
  (ports: StaffCommandPorts) =>
  ({ suspension, ...input }: HoldInput & { readonly suspension: string }) =>
    withNote('suspend-case', whileRunning(suspend), (note) => ({ type: 'suspend', suspension, ...note }))(
      ports,
      input,
      suspension,
    );

export const makeResumeCase = (ports: StaffCommandPorts) => (input: HoldInput) =>
  withNote('resume-case', whileRunning(resume), (note) => ({ type: 'resume', ...note }))(
    ports,
    input,
    'resume',
  );

export const makeExtendPromise =
  (ports: StaffCommandPorts) =>
  ({ promise, ...input }: HoldInput & { readonly promise: string }) =>
    withNote('extend-promise', whileRunning(extendPromise), (note) => ({
      type: 'extendPromise',
      promise,
      ...note,
    }))(ports, input, promise);
