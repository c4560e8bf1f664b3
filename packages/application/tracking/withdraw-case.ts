// The citizen withdraws the case. Withdrawing it twice is harmless.
import { whileRunning } from '@layan/domain/case/decision';
import { interrupt } from '@layan/domain/case/interrupt';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { ownWords } from '@layan/domain/person/visible-text';
import { runDecision } from '../case/run-decision.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { withdrawalOf } from './build-own-case-view.ts';
import { citizenFailure } from './citizen-failure.ts';
import type { TrackingFailure } from './errors.ts';
import type { OpenedCase } from './own-case-view.ts';
import { type OwnCase, type OwnCasePorts, readOwnCase } from './read-own-case.ts';
import { showOwnCase } from './show-own-case.ts';

export interface WithdrawCaseInput {
  readonly session: string;
  readonly note?: string | undefined;
}

export type WithdrawCaseError = TrackingFailure<
  'session-ended' | 'case-changed' | 'case-ended' | 'not-withdrawable' | 'refused'
>;

const isWithdrawn = ({ index }: OwnCase, { snapshot }: CaseRecord): boolean =>
  snapshot.ended !== undefined && index.endings.get(snapshot.ended.ending)?.kind === 'withdrawn';

type WithdrawCasePorts = OwnCasePorts & Pick<Ports, 'products' | 'random'>;

/** A colleague or a clock may change the case at the same moment; the wish to withdraw stays the same. */
const attempts = 3;

const attempt = async (
  ports: WithdrawCasePorts,
  input: WithdrawCaseInput,
  left: number,
): Promise<Result<OpenedCase, WithdrawCaseError>> => {
  const own = await readOwnCase(ports, input.session);
  if (!own) return err({ code: 'session-ended' });
  const { record } = own.file;
  if (isWithdrawn(own, record)) return ok(await showOwnCase(ports, own, record));
  if (record.snapshot.ended) return err({ code: 'case-ended' });
  const withdrawal = withdrawalOf(own.standard);
  if (!withdrawal) return err({ code: 'not-withdrawable' });
  const note = ownWords(input.note ?? '');
  const command = {
    type: 'interrupt' as const,
    interruption: withdrawal.id,
    ...(note && { note: await own.seal.sealText('note', note) }),
  };
  const ran = await runDecision(
    ports,
    own.standard,
    record,
    (snapshot, context) => whileRunning(interrupt)(own.standard, snapshot, command, context),
    { party: 'applicant' },
  );
  if (ran.ok) return ok(await showOwnCase(ports, own, ran.value.after));
  const failure = citizenFailure(ran.error);
  return failure.code === 'case-changed' && left > 1 ? attempt(ports, input, left - 1) : err(failure);
};

export const makeWithdrawCase =
  (ports: WithdrawCasePorts) =>
  (input: WithdrawCaseInput): Promise<Result<OpenedCase, WithdrawCaseError>> =>
    attempt(ports, input, attempts);
