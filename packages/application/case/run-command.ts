// Runs a command of any kind, for those who follow what happened: queues, clocks, sub-cases. It brings all that can be decided.
import type { By, CaseCommand } from '@layan/domain/case/command';
import { decide } from '@layan/domain/case/decide';
import type { Result } from '@layan/domain/kernel/result';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseRecord, IdempotencyRecord } from '../ports/cases.ts';
import { type CommandFailure, type CommandPorts, type RanCommand, runDecision } from './run-decision.ts';

export const runCommand = (
  ports: CommandPorts,
  standard: Standard,
  before: CaseRecord,
  command: CaseCommand,
  by: By,
  idempotency?: IdempotencyRecord,
): Promise<Result<RanCommand, CommandFailure>> =>
  runDecision(
    ports,
    standard,
    before,
    (snapshot, context) => decide(standard, snapshot, command, context),
    by,
    idempotency,
  );
