// Files an intake for the person at the counter. Sent twice, it files once; the secret is told only right after filing.
import { byWorker } from '@layan/domain/access/worker';
import { readPaperReceipt, readReceiptTime } from '@layan/domain/case/paper-receipt';
import type { CaseId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type FileCasePorts, fileCase, type Sending } from '../filing/file-case.ts';
import type { LoadedFiling } from '../filing/open-filing.ts';
import type { Receipt } from '../filing/receipt.ts';
import type { Membership } from '../ports/staff.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { CounterFailure } from './errors.ts';
import { openReceipt, sealReason } from './kept-receipt.ts';
import { findIntake, type IntakeRefusal, loadIntake } from './load-intake.ts';

export interface SubmitIntakeInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  /** As the clerk sees it: what another window saved meanwhile is not filed unread. */
  readonly revision: number;
}

/** Without the secret once the person has left the counter: it is told to them and to nobody later. */
export type CounterReceipt = Omit<Receipt, 'secret'> & { readonly secret?: string };

export type SubmitIntakeError =
  | IntakeRefusal
  | CounterFailure<
      | 'filing-incomplete'
      | 'objection-filed'
      | 'filing-changed'
      | 'objection-filed'
      | 'filing-refused'
      | 'service-withdrawn'
      | 'receipt-time-refused'
    >;

/** As long as a lost answer, a jammed printer or a closed tab may take. */
const secretToldMs = 15 * 60_000;

const receivedOf = async (
  ports: FileCasePorts,
  { filing, channel, seal }: LoadedFiling,
): Promise<Result<Pick<Sending, 'received'>, CounterFailure<'receipt-time-refused'>>> => {
  if (channel.receipt && filing.opening) return ok({ received: { at: filing.opening.openedAt } });
  if (!channel.receipt && !filing.receivedOnPaper) return ok({});
  const { zone } = (await getProfile(ports.directory)).calendar;
  const clock = { zone, now: ports.clock.now() };
  if (channel.receipt) {
    const at = readReceiptTime(filing.receipt ?? { date: '', time: '' }, clock);
    return at.ok
      ? ok({ received: { at: at.value } })
      : err({ code: 'receipt-time-refused', problem: at.error });
  }
  if (!filing.receivedOnPaper) return ok({});
  const kept = filing.receivedOnPaper;
  const read = readPaperReceipt(await openReceipt(seal, kept), clock);
  if (!read.ok) return err({ code: 'receipt-time-refused', problem: read.error });
  const { at, reason } = read.value;
  return ok({ received: { at, reason: await sealReason(seal, kept, reason) } });
};

export const makeSubmitIntake =
  (ports: FileCasePorts) =>
  async (input: SubmitIntakeInput): Promise<Result<CounterReceipt, SubmitIntakeError>> => {
    const { member, caseId, revision } = input;
    const seen = await loadIntake(ports, 'submit-intake', member, caseId);
    if (!seen.ok) return seen;
    const { filing } = seen.value;
    if (!filing.filedAt && filing.revision !== revision) return err({ code: 'filing-changed' });
    const received = filing.filedAt ? ok({}) : await receivedOf(ports, seen.value);
    if (!received.ok) return received;

    const filed = await fileCase(ports, async () => {
      const loaded = await findIntake(ports, member, caseId);
      return loaded && { loaded, sending: { by: byWorker(member), ...received.value } };
    });
    if (!filed.ok) return filed;
    const late = filing.filedAt && epochMs(ports.clock.now()) - epochMs(filing.filedAt) > secretToldMs;
    const { secret, ...rest } = filed.value;
    return ok(late ? rest : { ...rest, secret });
  };
