// Decides a command on a loaded case and writes what follows from it in one transaction.
import type { By, CaseCommand, CaseRejection } from '@layan/domain/case/command';
import { decide } from '@layan/domain/case/decide';
import type { CaseEvent } from '@layan/domain/case/event';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Standard } from '@layan/domain/standard/standard';
import { randomId } from '../kernel/random-id.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CaseRecord, CommitFailure, IdempotencyRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { caseChange, movedRecord, snapshotAfter } from './case-change.ts';

export type CommandPorts = Pick<Ports, 'directory' | 'cases' | 'vault' | 'clock' | 'random'>;

export interface RanCommand {
  readonly after: CaseRecord;
  /** Empty when there was nothing left to do; then nothing was written. */
  readonly events: readonly CaseEvent[];
}

export type CommandFailure = { readonly code: 'rejected'; readonly rejection: CaseRejection } | CommitFailure;

export const runCommand = async (
  ports: CommandPorts,
  standard: Standard,
  before: CaseRecord,
  command: CaseCommand,
  by: By,
  idempotency?: IdempotencyRecord,
): Promise<Result<RanCommand, CommandFailure>> => {
  const { calendar } = await getProfile(ports.directory);
  const decided = decide(standard, before.snapshot, command, {
    now: ports.clock.now(),
    by,
    calendar,
    newId: () => randomId(ports.random),
    nextPlace: () => {
      throw new Error('no register to number a product in');
    },
    hash: sha256,
  });
  if (!decided.ok) return err({ code: 'rejected', rejection: decided.error });
  const events = decided.value;
  if (events.length === 0) return ok({ after: before, events });

  const after = movedRecord(before, snapshotAfter(standard, before.snapshot, events));
  const change = await caseChange(ports.vault, standard, {
    before,
    after,
    events,
    ...(idempotency && { idempotency }),
  });
  if (!change.ok) return change;
  const committed = await ports.cases.commit(change.value);
  return committed.ok ? ok({ after, events }) : committed;
};
