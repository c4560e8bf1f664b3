// The promises of a case after an event about one of them.
import type { InstantText } from '../kernel/ids.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import type { CaseSnapshot, LedgerEntry, PromiseRecord } from './snapshot.ts';
import { told } from './timeline.ts';

type PromiseEvent = Extract<CaseEventBody, { promise: string }>;

const started = (
  event: Extract<PromiseEvent, { type: 'promiseStarted' }>,
): Omit<PromiseRecord, 'ledger'> => ({
  promise: event.promise,
  state: event.conditional ? 'conditional' : 'running',
  from: event.from,
  dueAt: event.dueAt,
  ...(event.agreed !== undefined && { agreed: event.agreed }),
  ...(event.unknownYears && { unknownYears: event.unknownYears }),
});

const resumed = (
  { pausedAt, pausedFor, suspension, unknownYears, limitedBy: _, ...record }: PromiseRecord,
  event: Extract<PromiseEvent, { type: 'promiseResumed' }>,
): PromiseRecord => ({
  ...record,
  state: record.state === 'conditional' ? 'conditional' : 'running',
  dueAt: event.dueAt,
  ...(event.unknownYears && { unknownYears: event.unknownYears }),
});

const moved = (
  { unknownYears, limitedBy: _, ...record }: PromiseRecord,
  at: InstantText,
  event: Extract<PromiseEvent, { type: 'promiseMoved' | 'promiseExtended' }>,
): PromiseRecord => ({
  ...record,
  dueAt: event.dueAt,
  // What stands still while a new date is agreed stands still from then on.
  ...('agreed' in event && { agreed: event.agreed, ...(record.pausedAt && { pausedAt: at }) }),
  ...('limitedBy' in event && { limitedBy: event.limitedBy }),
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
    case 'promisePaused': {
      const { pausedFor, suspension, ...still } = record;
      return {
        ...still,
        // An undecided promise stands still too, but stays undecided.
        state: record.state === 'conditional' ? 'conditional' : 'paused',
        pausedAt: record.pausedAt ?? at,
        ...(event.place !== undefined && { pausedFor: event.place }),
        ...(event.suspension !== undefined && { suspension: event.suspension }),
      };
    }
    case 'promiseResumed':
      return resumed(record, event);
    case 'promiseMoved':
    case 'promiseExtended':
      return moved(record, at, event);
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
  promiseExtended: 'extended',
  promiseKept: 'kept',
  promiseBroken: 'broken',
} as const satisfies Record<PromiseEvent['type'], LedgerEntry['turn']>;

const entry = (at: InstantText, event: PromiseEvent): LedgerEntry => ({
  at: event.type === 'promiseResumed' ? (event.from ?? at) : at,
  turn: turns[event.type],
  ...('dueAt' in event && { dueAt: event.dueAt }),
  ...('place' in event && { place: event.place }),
  ...('suspension' in event && { suspension: event.suspension }),
  ...(event.type === 'promiseExtended' && { by: event.by }),
  ...('agreed' in event && { agreed: event.agreed }),
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

/** The citizen reads it with its reason, unless it is a norm that is the agency's own affair. */
export const promiseExtended = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Extract<PromiseEvent, { type: 'promiseExtended' }>,
): Pick<CaseSnapshot, 'promises' | 'timeline' | 'lastChange'> => {
  const deadline = index.deadlines.get(body.promise);
  const what = `Batas waktu diperpanjang: ${deadline?.label ?? body.promise}`;
  const sentence = deadline?.extension?.citizen ?? (deadline?.kind === 'norm' ? undefined : `${what}.`);
  return {
    promises: evolvePromise(snapshot.promises, event.at, body),
    timeline: told(snapshot, event, sentence, { note: body.note, notify: deadline?.extension?.notify }),
    lastChange: { at: event.at, by: event.by, what },
  };
};
