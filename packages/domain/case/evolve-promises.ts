// The promises of a case after an event about one of them.
import type { InstantText } from '../kernel/ids.ts';
import type { CaseEventBody } from './event.ts';
import type { LedgerEntry, PromiseRecord } from './snapshot.ts';

type PromiseEvent = Extract<CaseEventBody, { promise: string }>;

const started = (
  event: Extract<PromiseEvent, { type: 'promiseStarted' }>,
): Omit<PromiseRecord, 'ledger'> => ({
  promise: event.promise,
  state: event.conditional ? 'conditional' : 'running',
  from: event.from,
  dueAt: event.dueAt,
  ...(event.unknownYears && { unknownYears: event.unknownYears }),
});

const resumed = (
  { pausedAt, pausedFor, unknownYears, ...record }: PromiseRecord,
  event: Extract<PromiseEvent, { type: 'promiseResumed' }>,
): PromiseRecord => ({
  ...record,
  state: record.state === 'conditional' ? 'conditional' : 'running',
  dueAt: event.dueAt,
  ...(event.unknownYears && { unknownYears: event.unknownYears }),
});

const moved = (
  { unknownYears, ...record }: PromiseRecord,
  event: Extract<PromiseEvent, { type: 'promiseMoved' }>,
): PromiseRecord => ({
  ...record,
  dueAt: event.dueAt,
  ...(event.unknownYears && { unknownYears: event.unknownYears }),
});

const changed = (
  record: PromiseRecord,
  at: InstantText,
  event: Exclude<PromiseEvent, { type: 'promiseStarted' }>,
): PromiseRecord => {
  switch (event.type) {
    case 'promiseApplies':
      return { ...record, state: record.pausedAt === undefined ? 'running' : 'paused' };
    case 'promisePaused':
      return {
        ...record,
        // An undecided promise stands still too, but stays undecided.
        state: record.state === 'conditional' ? 'conditional' : 'paused',
        pausedAt: at,
        pausedFor: event.place,
      };
    case 'promiseResumed':
      return resumed(record, event);
    case 'promiseMoved':
      return moved(record, event);
    case 'promiseDropped':
      return { ...record, state: 'dropped', settledAt: at };
    case 'promiseKept':
      return { ...record, state: 'kept', settledAt: at };
    case 'promiseBroken':
      return { ...record, state: 'broken', settledAt: at };
  }
};

const turns = {
  promiseStarted: 'started',
  promiseApplies: 'applies',
  promiseDropped: 'dropped',
  promisePaused: 'paused',
  promiseResumed: 'resumed',
  promiseMoved: 'moved',
  promiseKept: 'kept',
  promiseBroken: 'broken',
} as const satisfies Record<PromiseEvent['type'], LedgerEntry['turn']>;

const entry = (at: InstantText, event: PromiseEvent): LedgerEntry => ({
  at,
  turn: turns[event.type],
  ...('dueAt' in event && { dueAt: event.dueAt }),
  ...(event.type === 'promisePaused' && { place: event.place }),
  ...(event.type === 'promiseMoved' && { reason: event.reason }),
});

/** One record per promise; a norm that starts again replaces its record and goes on in its ledger. */
export const evolvePromise = (
  promises: readonly PromiseRecord[],
  at: InstantText,
  event: PromiseEvent,
): PromiseRecord[] => {
  const before = promises.find(({ promise }) => promise === event.promise);
  const ledger = [...(before?.ledger ?? []), entry(at, event)];
  if (event.type === 'promiseStarted') {
    return [...promises.filter((record) => record !== before), { ...started(event), ledger }];
  }
  return promises.map((record) => (record === before ? { ...changed(record, at, event), ledger } : record));
};
