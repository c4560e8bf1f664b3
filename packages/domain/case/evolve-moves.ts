// The state of a case after an event that moves its tokens: filed, completed, routed, interrupted, timed out, ended.
import { takenKey } from '../process/automatic.ts';
import { findOutcome, mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Outcome, Step } from '../standard/process.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import { moveTokens } from './move-tokens.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { filedSentence, told } from './timeline.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;

export const opened = (index: ProcessIndex, event: CaseEvent, body: Body<'caseFiled'>): CaseSnapshot => {
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

export const completed = (
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

export const interrupted = (
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

export const fired = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  id: string,
): CaseSnapshot => {
  const timer = mustHave(index.timers.get(id), `timer ${id}`);
  const moved = moveTokens(index, snapshot, event, [timer.while], timer.to);
  return {
    ...moved,
    timeline: told(moved, event, timer.citizen),
    lastChange: { at: event.at, by: event.by, what: timer.label },
  };
};

export const ended = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  id: string,
): CaseSnapshot => {
  const ending = mustHave(index.endings.get(id), `ending ${id}`);
  const moved = moveTokens(index, withoutReturned(snapshot), event, snapshot.marking, []);
  return {
    ...moved,
    timeline: told(moved, event, ending.citizen),
    ended: { ending: id, at: event.at },
  };
};

export const routed = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'routed'>,
): CaseSnapshot => {
  const { outcome, moved } = chosen(index, snapshot, event, body);
  return { ...moved, timeline: told(moved, event, outcome.citizen) };
};
