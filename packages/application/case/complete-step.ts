// Does an open step of a case with one of its outcomes: one read, one transaction.

import { completeStep } from '@layan/domain/case/complete-step';
import { whileRunning } from '@layan/domain/case/decision';
import type { Attachment, Missing } from '@layan/domain/case/event';
import { type ReceiptTime, readReceiptTime } from '@layan/domain/case/paper-receipt';
import { stepFields } from '@layan/domain/case/step-form';
import { type CaseId, DocumentId, type InstantText } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type FieldProblem, parseForm } from '@layan/domain/person/form-input';
import { givenSignature, type SignatureInput } from '../letter/given-signature.ts';
import { refuseUnprintable } from '../letter/refuse-unprintable.ts';
import type { Membership } from '../ports/staff.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { getSetting } from '../tenant/setting.ts';
import type { CommandDone } from './case-view.ts';
import type { CaseFailure, CommandError } from './errors.ts';
import type { VisibleCase } from './load-for-member.ts';
import { runStaffCommand, type StaffCommandPorts } from './staff-command.ts';
import { broughtFor } from './step-evidence.ts';

export interface CompleteStepInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly step: string;
  readonly outcome: string;
  /** Field values as typed, by fact id. */
  readonly raw: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly missing?: Missing;
  /** Evidence that becomes part of the file; only what was sent for this task and accepted. */
  readonly attachments?: readonly { readonly requirement: string; readonly document: string }[];
  /** Role of the member in which it is done, where they hold several that may. */
  readonly as?: string;
  /** When it happened outside, by the clock of the tenant. */
  readonly happened?: ReceiptTime;
  /** With the outcome that signs a letter. */
  readonly signature?: SignatureInput;
  /** `seq` of the case as it was seen. */
  readonly expectedSeq: number;
  /** The member's key for this attempt; a repeat answers what it answered. */
  readonly idempotencyKey?: string;
}

/** Unread text is an error of the person who typed it; what is left out is the decision's matter, by outcome. */
const readFacts = async (
  ports: StaffCommandPorts,
  { file, index }: VisibleCase,
  { step, raw }: CompleteStepInput,
) => {
  const { snapshot } = file.record;
  const found = index.steps.get(step);
  const fields = found ? stepFields(index, snapshot, found) : [];
  const { input } = await getSetting(ports);
  const reading = parseForm(index.facts, fields, raw, snapshot.facts, input);
  const problems: readonly FieldProblem[] = reading.problems.filter(({ fact }) =>
    Object.hasOwn(reading.unread, fact),
  );
  return problems.length > 0 ? err({ code: 'facts-invalid', problems } as const) : ok(reading.values);
};

/** A time that is no time is an error of the person who typed it; whether it can be so is the decision's matter. */
const readHappened = async (
  ports: StaffCommandPorts,
  happened: ReceiptTime,
): Promise<Result<InstantText, CaseFailure<'case-rejected'>>> => {
  const { tenant, now } = await getSetting(ports);
  const read = readReceiptTime({ ...happened, confirmed: true }, { zone: tenant.calendar.zone, now });
  if (read.ok) return read;
  const reason = read.error === 'in-future' ? 'in-future' : 'before-task';
  return err({ code: 'case-rejected', rejection: { code: 'happened-refused', reason } });
};

/** Of what was brought for this very task, and nothing else of the case. */
const readEvidence = (
  { file, index }: VisibleCase,
  { step, attachments = [] }: CompleteStepInput,
): Result<readonly Attachment[], CaseFailure<'evidence-not-accepted'>> => {
  const { snapshot } = file.record;
  const evidence = index.steps.get(step)?.evidence ?? [];
  const task = snapshot.tasks.find((open) => open.step === step);
  const brought = task ? broughtFor(snapshot, task, file.documents) : [];
  const usable = attachments.every(
    ({ requirement, document }) =>
      evidence.includes(requirement) &&
      brought.some(
        (one) => one.id === document && one.requirement === requirement && one.state === 'accepted',
      ),
  );
  return usable
    ? ok(
        attachments.map(({ requirement, document }) => ({
          requirement,
          document: DocumentId.parse(document),
        })),
      )
    : err({ code: 'evidence-not-accepted' });
};

export const makeCompleteStep =
  (ports: StaffCommandPorts) =>
  (input: CompleteStepInput): Promise<Result<CommandDone, CommandError>> => {
    const { member, idempotencyKey, ...body } = input;
    const { step, outcome, missing, caseId, expectedSeq } = body;
    const note = input.note?.trim();
    return runStaffCommand(ports, {
      operation: 'complete-step',
      member,
      caseId,
      expectedSeq,
      idempotencyKey,
      body,
      decide: whileRunning(completeStep),
      prepare: async (loaded) => {
        const facts = await readFacts(ports, loaded, input);
        if (!facts.ok) return facts;
        const attachments = readEvidence(loaded, input);
        if (!attachments.ok) return attachments;
        const happenedAt = input.happened && (await readHappened(ports, input.happened));
        if (happenedAt && !happenedAt.ok) return happenedAt;
        const seal = caseSeal(ports.vault, loaded.file.record.key, caseId);
        const sealed = await seal.sealFacts(loaded.index.facts, facts.value);
        const known = { ...loaded.file.record.snapshot.facts, ...sealed };
        const printable = await refuseUnprintable(seal, loaded.index, input, known);
        if (!printable.ok) return printable;
        const given = await givenSignature(ports, loaded, input);
        return ok({
          type: 'completeStep',
          step,
          outcome,
          facts: sealed,
          attachments: attachments.value,
          ...(note && { note: await seal.sealText('note', note) }),
          ...(missing && { missing }),
          ...(input.as !== undefined && { as: input.as }),
          ...given,
          ...(happenedAt && { happenedAt: happenedAt.value }),
        });
      },
    });
  };
