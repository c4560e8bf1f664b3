// Decides on a loaded case and writes what follows from it in one transaction.
import type { By, CaseRejection } from '@layan/domain/case/command';
import type { CaseEvent } from '@layan/domain/case/event';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { DecideContext } from '@layan/domain/case/turn';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Standard } from '@layan/domain/standard/standard';
import { randomId } from '../kernel/random-id.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CaseChange, CaseRecord, CommitFailure, IdempotencyRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { caseChange, movedRecord, snapshotAfter } from './case-change.ts';
import { decideNumbered } from './decide-numbered.ts';

export type CommandPorts = Pick<Ports, 'directory' | 'cases' | 'products' | 'vault' | 'clock' | 'random'>;

export interface RanCommand {
  readonly after: CaseRecord;
  /** Empty when there was nothing left to do; then nothing was written. */
  readonly events: readonly CaseEvent[];
}

export type CommandFailure =
  | { readonly code: 'rejected'; readonly rejection: CaseRejection }
  | Exclude<CommitFailure, { code: 'number-taken' }>;

/** Everybody who gives out a card meets at the last row of its register; each time one of them gets the number. */
const attempts = 60;
/** Hundreds at once need a number each: who waits longer leaves the row to those who came before. */
const longestWaitMs = 800;

/** A while that differs from everybody else's. */
const wait = (random: Ports['random'], attempt: number): Promise<void> => {
  const [byte = 0] = random.bytes(1);
  const most = Math.min(longestWaitMs, 4 * 2 ** attempt);
  return new Promise((done) => setTimeout(done, (most * byte) / 255));
};

/** What is decided on the case as it was loaded. */
export type Decision = (
  snapshot: CaseSnapshot,
  context: DecideContext,
) => Result<readonly CaseEvent[], CaseRejection>;

const attemptDecision = async (
  ports: CommandPorts,
  standard: Standard,
  before: CaseRecord,
  decision: Decision,
  by: By,
  besides: Pick<CaseChange, 'idempotency' | 'carriesOut'>,
): Promise<Result<RanCommand, CommandFailure | CommitFailure>> => {
  const tenant = await getProfile(ports.directory);
  const decided = await decideNumbered(
    { products: ports.products, tenant, agency: before.snapshot.agency },
    { now: ports.clock.now(), by, newId: () => randomId(ports.random), hash: sha256 },
    (context) => decision(before.snapshot, context),
  );
  if (!decided.ok) return err({ code: 'rejected', rejection: decided.error });
  const events = decided.value;
  if (events.length === 0) return ok({ after: before, events });

  const after = movedRecord(before, snapshotAfter(standard, before.snapshot, events));
  const change = await caseChange(ports.vault, standard, { before, after, events, ...besides });
  if (!change.ok) return change;
  const committed = await ports.cases.commit(change.value);
  return committed.ok ? ok({ after, events }) : committed;
};

/** `standard` reads the events that are decided. */
export const runDecision = async (
  ports: CommandPorts,
  standard: Standard,
  before: CaseRecord,
  decision: Decision,
  by: By,
  idempotency?: IdempotencyRecord,
  carriesOut?: CaseChange['carriesOut'],
): Promise<Result<RanCommand, CommandFailure>> => {
  const besides = { ...(idempotency && { idempotency }), ...(carriesOut && { carriesOut }) };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const ran = await attemptDecision(ports, standard, before, decision, by, besides);
    if (ran.ok) return ran;
    const { error } = ran;
    if (error.code !== 'number-taken') return err(error);
    await wait(ports.random, attempt);
  }
  throw new Error(`the register of case ${before.snapshot.id} gave out no number`);
};
