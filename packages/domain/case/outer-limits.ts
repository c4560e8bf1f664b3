// Outer limits: a clock whose limit runs is never due later than it, whatever held the clock up or gave it more time.
import type { Reckoning } from '../deadline/working-time.ts';
import { isAfter } from '../kernel/instant.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Deadline } from '../standard/deadline.ts';
import type { CaseSnapshot, PromiseRecord } from './snapshot.ts';

/** A due date, with the limit where that is what sets it. */
export interface LimitedReckoning extends Reckoning {
  readonly limitedBy?: string;
}

/**
 * The limit that holds now. One that stands still will be due later than it says, so it holds only what stands still with
 * it; one that is broken is past, and nothing can be promised for the past.
 */
const limitNow = (
  promises: CaseSnapshot['promises'],
  { within }: Deadline,
  { from, pausedAt }: PromiseRecord,
): PromiseRecord | undefined => {
  const limit = within === undefined ? undefined : promises.find(({ promise }) => promise === within);
  if (!limit || !isAfter(limit.dueAt, from)) return undefined;
  const holds = limit.state === 'running' || (limit.state === 'paused' && pausedAt !== undefined);
  return holds ? limit : undefined;
};

/** When a clock is due that would be due at `own`: then, or with its limit. */
export const withinLimit = (
  promises: CaseSnapshot['promises'],
  deadline: Deadline,
  record: PromiseRecord,
  own: Reckoning,
): LimitedReckoning => {
  const limit = limitNow(promises, deadline, record);
  if (!limit || !isAfter(own.at, limit.dueAt)) return own;
  return { at: limit.dueAt, unknownYears: limit.unknownYears ?? [], limitedBy: limit.promise };
};

const lifted = {
  conditional: 'tidak berlaku lagi',
  running: 'bergeser',
  paused: 'sedang berhenti',
  kept: 'sudah terpenuhi',
  broken: 'sudah terlewat',
  dropped: 'tidak berlaku lagi',
} as const satisfies Record<PromiseRecord['state'], string>;

/** Why the limit moves a clock, as people read it; undefined where no limit does. */
export const reasonOfLimit = (
  index: ProcessIndex,
  { promises }: Pick<CaseSnapshot, 'promises'>,
  { limitedBy: before, dueAt }: PromiseRecord,
  { limitedBy: after, at }: LimitedReckoning,
): string | undefined => {
  const id = after ?? before;
  if (id === undefined) return undefined;
  const state = promises.find(({ promise }) => promise === id)?.state ?? 'dropped';
  const what = after !== undefined && isAfter(dueAt, at) ? 'jatuh lebih dulu' : lifted[state];
  return `batas luar "${index.deadlines.get(id)?.label ?? id}" ${what}`;
};
