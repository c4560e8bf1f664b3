// The state of a case after an event. Total and silent: whether an event may happen was decided before.

import { takenKey } from '../process/automatic.ts';
import { findOutcome, indexOf, mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/process.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import { evolveProduct } from './evolve-products.ts';
import { evolvePromise } from './evolve-promises.ts';
import { moveTokens } from './move-tokens.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { filedSentence, told } from './timeline.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;

const opened = (index: ProcessIndex, event: CaseEvent, body: Body<'caseFiled'>): CaseSnapshot => {
  const channel = mustHave(index.channels.get(body.channel), `channel ${body.channel}`);
  const empty: CaseSnapshot = {
    id: event.caseId,
    seq: event.seq,
    lastHash: event.hash,
    standard: body.standard,
    agency: body.agency,
    ticket: body.ticket,
    channel: body.channel,
    filedAt: event.at,
    receivedAt: body.receivedAt,
    ...(body.area !== undefined && { area: body.area }),
    marking: [],
    taken: {},
    workers: {},
    facts: body.facts,
    attachments: body.attachments,
    tasks: [],
    products: [],
    promises: [],
    timers: [],
    timeline: [{ at: event.at, text: filedSentence }],
    lastChange: { at: event.at, by: event.by, what: channel.label },
  };
  return moveTokens(index, empty, event, [], [channel.opens]);
};

const chosen = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  choice: { readonly step: string; readonly outcome: string },
): { readonly step: Step; readonly outcome: Outcome; readonly moved: CaseSnapshot } => {
  const step = mustHave(index.steps.get(choice.step), `step ${choice.step}`);
  const outcome = mustHave(findOutcome(step, choice.outcome), `outcome ${choice.step}:${choice.outcome}`);
  const key = takenKey(step.id, outcome.id);
  const counted = { ...snapshot, taken: { ...snapshot.taken, [key]: (snapshot.taken[key] ?? 0) + 1 } };
  return { step, outcome, moved: moveTokens(index, counted, event, step.after, outcome.to) };
};

const withoutReturned = ({ returned, ...rest }: CaseSnapshot): CaseSnapshot => rest;

const completed = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'stepCompleted'>,
): CaseSnapshot => {
  const { step, outcome, moved } = chosen(index, snapshot, event, body);
  const { at, by } = event;
  const kept = step.kind === 'supply' ? withoutReturned(moved) : moved;
  const note = body.note && { note: body.note };
  return {
    ...kept,
    facts: { ...moved.facts, ...body.facts },
    attachments: [...moved.attachments, ...body.attachments],
    workers: by.party === 'staff' ? { ...moved.workers, [step.id]: by.id } : moved.workers,
    ...(outcome.tone === 'return' &&
      body.missing && { returned: { step: step.id, missing: body.missing, ...note, at, by } }),
    timeline: told(moved, event, outcome.citizen ?? (body.note && outcome.label), body.note),
    lastChange: { at, by, what: `${step.label}: ${outcome.label}` },
  };
};

const interrupted = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'interrupted'>,
): CaseSnapshot => {
  const interruption = mustHave(
    index.interruptions.get(body.interruption),
    `interruption ${body.interruption}`,
  );
  const moved = moveTokens(index, withoutReturned(snapshot), event, snapshot.marking, interruption.to);
  return {
    ...moved,
    timeline: told(moved, event, interruption.citizen ?? (body.note && interruption.label), body.note),
    lastChange: { at: event.at, by: event.by, what: interruption.label },
  };
};

const fired = (index: ProcessIndex, snapshot: CaseSnapshot, event: CaseEvent, id: string): CaseSnapshot => {
  const timer = mustHave(index.timers.get(id), `timer ${id}`);
  const moved = moveTokens(index, snapshot, event, [timer.while], timer.to);
  return {
    ...moved,
    timeline: told(moved, event, timer.citizen),
    lastChange: { at: event.at, by: event.by, what: timer.label },
  };
};

const ended = (index: ProcessIndex, snapshot: CaseSnapshot, event: CaseEvent, id: string): CaseSnapshot => {
  const ending = mustHave(index.endings.get(id), `ending ${id}`);
  const moved = moveTokens(index, withoutReturned(snapshot), event, snapshot.marking, []);
  return {
    ...moved,
    timeline: told(moved, event, ending.citizen),
    ended: { ending: id, at: event.at },
  };
};

const assign = (snapshot: CaseSnapshot, event: CaseEvent, body: Body<'taskClaimed'>): CaseSnapshot => ({
  ...snapshot,
  tasks: snapshot.tasks.map((task) =>
    task.id === body.task ? { ...task, assignee: { id: body.by, name: body.name } } : task,
  ),
  lastChange: { at: event.at, by: event.by, what: 'Tugas diambil' },
});

const release = (snapshot: CaseSnapshot, id: string): CaseSnapshot => ({
  ...snapshot,
  tasks: snapshot.tasks.map(({ assignee, ...task }) =>
    task.id === id || assignee === undefined ? task : { ...task, assignee },
  ),
});

const change = (index: ProcessIndex, snapshot: CaseSnapshot, event: CaseEvent): CaseSnapshot => {
  const { body } = event;
  switch (body.type) {
    case 'caseFiled':
      throw new Error('a case is filed once');
    case 'stepCompleted':
      return completed(index, snapshot, event, body);
    case 'routed': {
      const { outcome, moved } = chosen(index, snapshot, event, body);
      return { ...moved, timeline: told(moved, event, outcome.citizen) };
    }
    case 'interrupted':
      return interrupted(index, snapshot, event, body);
    case 'timerArmed': {
      const armed = { timer: body.timer, armedAt: event.at, firesAt: body.firesAt };
      return { ...snapshot, timers: [...snapshot.timers, armed] };
    }
    case 'timerFired':
      return fired(index, snapshot, event, body.timer);
    case 'taskClaimed':
      return assign(snapshot, event, body);
    case 'taskReleased':
      return release(snapshot, body.task);
    case 'productIssued':
    case 'productConfirmed':
    case 'productRevoked':
      return { ...snapshot, products: evolveProduct(snapshot.products, event.at, body) };
    case 'promiseStarted':
    case 'promiseApplies':
    case 'promiseDropped':
    case 'promisePaused':
    case 'promiseResumed':
    case 'promiseKept':
    case 'promiseBroken':
      return { ...snapshot, promises: evolvePromise(snapshot.promises, event.at, body) };
    case 'caseEnded':
      return ended(index, snapshot, event, body.ending);
  }
};

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
  if (snapshot) return { ...change(index, snapshot, event), seq: event.seq, lastHash: event.hash };
  if (event.body.type !== 'caseFiled') throw new Error('the first event of a case files it');
  return opened(index, event, event.body);
};

/** The snapshot after all these events, oldest first. */
export const fold = (
  standard: Standard,
  events: readonly CaseEvent[],
  from?: CaseSnapshot,
): CaseSnapshot | undefined =>
  events.reduce((snapshot: CaseSnapshot | undefined, event) => evolve(standard, snapshot, event), from);
