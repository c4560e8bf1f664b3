// The state of a case after an event. Total and silent: whether an event may happen was decided before.
import { indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseEvent } from './event.ts';
import { evolveDocument } from './evolve-documents.ts';
import { evolveLines } from './evolve-lines.ts';
import { type Change, completed, ended, fired, interrupted, opened, routed } from './evolve-moves.ts';
import { issued, changed as productChanged } from './evolve-products.ts';
import { evolvePromise, promiseExtended } from './evolve-promises.ts';
import { corrected, lifted, restricted } from './evolve-rights.ts';
import { changedStandard } from './evolve-standard.ts';
import { parentLeft, resumed, subcaseOpened, suspended, timerMoved } from './evolve-suspension.ts';
import { assign, given, release } from './evolve-tasks.ts';
import type { CaseSnapshot } from './snapshot.ts';

const changeOf = (index: ProcessIndex, snapshot: CaseSnapshot, event: CaseEvent): Change => {
  const { body } = event;
  switch (body.type) {
    case 'caseFiled':
      throw new Error('a case is filed once');
    case 'stepCompleted':
      return completed(index, snapshot, event, body);
    case 'routed':
      return routed(index, snapshot, event, body);
    case 'interrupted':
      return interrupted(index, snapshot, event, body);
    case 'timerArmed': {
      const armed = { timer: body.timer, armedAt: event.at, firesAt: body.firesAt };
      return { timers: [...snapshot.timers, armed] };
    }
    case 'promiseExtended':
      return promiseExtended(index, snapshot, event, body);
    case 'timerMoved':
      return timerMoved(snapshot, body);
    case 'caseSuspended':
      return suspended(index, snapshot, event, body);
    case 'caseResumed':
      return resumed(index, snapshot, event, body);
    case 'factsCorrected':
      return corrected(index, snapshot, event, body);
    case 'processingRestricted':
      return restricted(snapshot, event, body);
    case 'restrictionLifted':
      return lifted(snapshot, event, body);
    case 'parentLeft':
      return parentLeft(snapshot, event, body);
    case 'subcaseOpened':
      return subcaseOpened(snapshot, body);
    case 'timerFired':
      return fired(index, snapshot, event, body.timer);
    case 'taskClaimed':
      return assign(snapshot, event, body.task, { id: body.by, name: body.name }, 'Tugas diambil');
    case 'taskAssigned':
      return given(index, snapshot, event, body);
    case 'taskReleased':
      return release(snapshot, body.task);
    case 'productIssued':
      return issued(snapshot, event, body);
    case 'productChanged':
      return productChanged(index, snapshot, event, body);
    case 'documentFrozen':
    case 'signatoryChosen':
    case 'documentPrepared':
    case 'documentSigned':
      return { products: evolveDocument(snapshot.products, event.at, body) };
    case 'linesDecided':
    case 'lineDropped':
      return { lines: evolveLines(snapshot.lines ?? [], index, event.at, body) };
    case 'batchJoined':
      return { batch: { ...body.batch, seq: 0 } };
    case 'batchLeft':
      return { batch: { ...body.batch, seq: body.seq, left: true } };
    case 'successorOpened':
      return { successor: { caseId: body.caseId, ticket: body.ticket } };
    case 'promiseStarted':
    case 'promiseApplies':
    case 'promiseDropped':
    case 'promisePaused':
    case 'promiseResumed':
    case 'promiseMoved':
    case 'promiseKept':
    case 'promiseBroken':
      return { promises: evolvePromise(snapshot.promises, event.at, body) };
    case 'standardChanged':
      return changedStandard(index, snapshot, event, body);
    case 'caseEnded':
      return ended(index, snapshot, event, body);
  }
};

/** What a change takes away stays as a member without a value, so that all snapshots stay of one make. */
const changed = (snapshot: CaseSnapshot, change: Change, { seq, hash }: CaseEvent): CaseSnapshot =>
  Object.assign({ ...snapshot, seq, lastHash: hash }, change);

/**
 * The next snapshot. The first event is `caseFiled` and has none before it.
 * Throws on events out of order and on ids the standard does not have: the history does not belong to this standard.
 */
export const evolve = (
  standard: Standard,
  snapshot: CaseSnapshot | undefined,
  event: CaseEvent,
): CaseSnapshot => {
  const index = indexOf(standard.process);
  if (event.seq !== (snapshot?.seq ?? 0) + 1) throw new Error(`event ${event.seq} is out of order`);
  if (snapshot) return changed(snapshot, changeOf(index, snapshot, event), event);
  if (event.body.type !== 'caseFiled') throw new Error('the first event of a case files it');
  return opened(standard.kind, index, event, event.body);
};

interface Folded {
  readonly events: readonly CaseEvent[];
  readonly from: CaseSnapshot | undefined;
  readonly count: number;
  readonly to: CaseSnapshot;
}

/** What the last decision came to while it was made: whoever folds its events next need not do so a second time. */
let decided: Folded | undefined;

export const rememberFold = (
  events: readonly CaseEvent[],
  from: CaseSnapshot | undefined,
  to: CaseSnapshot,
): void => {
  decided = { events, from, count: events.length, to };
};

/** The snapshot after all these events, oldest first. */
export const fold = (
  standard: Standard,
  events: readonly CaseEvent[],
  from?: CaseSnapshot,
): CaseSnapshot | undefined => {
  if (decided?.events === events && decided.from === from && decided.count === events.length)
    return decided.to;
  return events.reduce(
    (snapshot: CaseSnapshot | undefined, event) => evolve(standard, snapshot, event),
    from,
  );
};
