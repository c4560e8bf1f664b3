// The promises of a case under decision: found, and their turns recorded.
import type { Reckoning } from '../deadline/working-time.ts';
import { isAfter } from '../kernel/instant.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { CaseEventBody } from './event.ts';
import type { PromiseRecord } from './snapshot.ts';
import { system, type Turn } from './turn.ts';

export const isOpen = (record: PromiseRecord | undefined): record is PromiseRecord =>
  record !== undefined && ['conditional', 'running', 'paused'].includes(record.state);

export const recordOf = (turn: Turn, promise: string): PromiseRecord | undefined =>
  turn.recorder.snapshot().promises.find((record) => record.promise === promise);

/** The deadline of a promise, with the term it was given where the case has moved to a version with another. */
export const deadlineOf = (
  { deadlines }: ProcessIndex,
  { promise, term }: Pick<PromiseRecord, 'promise' | 'term'>,
): Deadline | undefined => {
  const deadline = deadlines.get(promise);
  return deadline && term ? { ...deadline, ...term } : deadline;
};

export const isOverdue = (turn: Turn, record: PromiseRecord, at = turn.context.now): boolean =>
  record.state === 'running' && isAfter(at, record.dueAt);

export const record = (turn: Turn, body: CaseEventBody): void => turn.recorder.record(body, system);

export const reckonedFields = ({ at, unknownYears }: Reckoning) => ({
  dueAt: at,
  ...(unknownYears.length > 0 && { unknownYears: [...unknownYears] }),
});
