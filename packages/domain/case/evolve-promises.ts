// The promises of a case after an event about one of them.
import type { InstantText } from '../kernel/ids.ts';
import type { CaseEventBody } from './event.ts';
import type { PromiseRecord } from './snapshot.ts';

type PromiseEvent = Extract<CaseEventBody, { promise: string }>;

const started = (event: Extract<PromiseEvent, { type: 'promiseStarted' }>): PromiseRecord => ({
  promise: event.promise,
  state: event.conditional ? 'conditional' : 'running',
  from: event.from,
  dueAt: event.dueAt,
  pauses: [],
  ...(event.unknownYears && { unknownYears: event.unknownYears }),
});

const resumed = (
  { pausedAt, pausedFor, unknownYears, ...record }: PromiseRecord,
  at: InstantText,
  event: Extract<PromiseEvent, { type: 'promiseResumed' }>,
): PromiseRecord => ({
  ...record,
  state: record.state === 'conditional' ? 'conditional' : 'running',
  dueAt: event.dueAt,
  pauses: pausedAt === undefined ? record.pauses : [...record.pauses, { at: pausedAt, until: at }],
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
      return resumed(record, at, event);
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

/** One record per promise; a norm that starts again replaces its record. */
export const evolvePromise = (
  promises: readonly PromiseRecord[],
  at: InstantText,
  event: PromiseEvent,
): PromiseRecord[] => {
  if (event.type === 'promiseStarted') {
    return [...promises.filter(({ promise }) => promise !== event.promise), started(event)];
  }
  return promises.map((record) => (record.promise === event.promise ? changed(record, at, event) : record));
};
