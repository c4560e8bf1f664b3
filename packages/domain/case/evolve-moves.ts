// The state of a case after an event that moves its tokens: filed, completed, routed, interrupted, timed out, ended.
import { withMember, withMembers } from '../kernel/with-members.ts';
import { takenKey } from '../process/automatic.ts';
import { findOutcome, mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { Outcome, Step } from '../standard/step.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import { withoutRefused } from './evolve-lines.ts';
import { moveTokens } from './move-tokens.ts';
import { returnsDraft } from './review.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { filedSentence, told } from './timeline.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;

/** What an event changes of a snapshot; `returned: undefined` takes it away, and so with `suspended`. */
export type Change = Partial<CaseSnapshot>;

/**
 * Every member stands in its place from the start, also where there is nothing yet: snapshots of one make are copied many
 * times faster (decision 0090).
 */
export const opened = (
  kind: Standard['kind'],
  index: ProcessIndex,
  event: CaseEvent,
  body: Body<'caseFiled'>,
): CaseSnapshot => {
  const channel = mustHave(index.channels.get(body.channel), 'channel', body.channel);
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
    lateEntry: body.lateEntryReason === undefined ? undefined : true,
    about: body.about,
    subcases: undefined,
    lines: body.lines,
    batch: undefined,
    successor: undefined,
    suspended: undefined,
    suspensions: undefined,
    restricted: undefined,
    corrections: undefined,
    area: body.area,
    anonymous: body.anonymous,
    confidential: body.confidential,
    parent: body.parent,
    predecessor: body.predecessor,
    marking: [],
    taken: {},
    workers: { ...body.about?.workers },
    facts: body.facts,
    attachments: body.attachments,
    tasks: [],
    products: [],
    promises: [],
    timers: [],
    returned: undefined,
    timeline: [{ at: event.at, seq: event.seq, text: filedSentence(kind), notify: true }],
    ended: undefined,
    lastChange: { at: event.at, by: event.by, what: channel.label },
  };
  return { ...empty, ...moveTokens(index, empty, event, [], [channel.opens]) };
};

const chosen = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  choice: { readonly step: string; readonly outcome: string },
): { readonly step: Step; readonly outcome: Outcome; readonly moved: Change } => {
  const step = mustHave(index.steps.get(choice.step), 'step', choice.step);
  const outcome = mustHave(findOutcome(step, choice.outcome), 'outcome', choice.outcome);
  const key = takenKey(step.id, outcome.id);
  const taken = withMember(snapshot.taken, key, (snapshot.taken[key] ?? 0) + 1);
  return { step, outcome, moved: { ...moveTokens(index, snapshot, event, step.after, outcome.to), taken } };
};

/** The request to the applicant after a step: a new one, none any more, or the one there was. */
const returnedAfter = (
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
  { at, by }: CaseEvent,
  { missing, note }: Body<'stepCompleted'>,
): CaseSnapshot['returned'] => {
  if (outcome.tone === 'return' && missing) return { step: step.id, missing, ...(note && { note }), at, by };
  return step.kind === 'supply' ? undefined : snapshot.returned;
};

/** The step is done with whatever it waited for. */
const withEnd = ({ subcases = [] }: CaseSnapshot, step: string) =>
  subcases.map((child) => (child.step === step ? { ...child, ended: true as const } : child));

/** Notes are for the applicant, but for those between colleagues. */
const toldOfOutcome = (
  snapshot: CaseSnapshot,
  event: CaseEvent,
  step: Step,
  outcome: Outcome,
  body: Body<'stepCompleted'>,
) => {
  const note = returnsDraft(step, outcome) ? undefined : body.note;
  return told(snapshot, event, outcome.citizen ?? (note && outcome.label), { note, notify: outcome.notify });
};

export const completed = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'stepCompleted'>,
): Change => {
  const { step, outcome, moved } = chosen(index, snapshot, event, body);
  const { facts, attachments, subcases, batch, workers, lines } = snapshot;
  const { at, by } = event;
  return {
    ...moved,
    returned: returnedAfter(snapshot, step, outcome, event, body),
    facts: withMembers(facts, body.facts),
    attachments: body.attachments.length === 0 ? attachments : [...attachments, ...body.attachments],
    subcases: step.kind === 'subcase' ? withEnd(snapshot, step.id) : subcases,
    lines: step.lines ? withoutRefused(lines, step, outcome, at) : lines,
    batch: body.batch && batch ? { ...batch, seq: body.batch.seq, at } : batch,
    workers: by.party === 'staff' ? withMember(workers, step.id, by.id) : workers,
    timeline: toldOfOutcome(snapshot, event, step, outcome, body),
    lastChange: { at, by, what: `${step.label}: ${outcome.label}` },
  };
};

export const interrupted = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'interrupted'>,
): Change => {
  const interruption = mustHave(
    index.interruptions.get(body.interruption),
    'interruption',
    body.interruption,
  );
  return {
    ...moveTokens(index, snapshot, event, snapshot.marking, interruption.to),
    returned: undefined,
    suspended: undefined,
    timeline: told(snapshot, event, interruption.citizen ?? (body.note && interruption.label), {
      note: body.note,
      notify: interruption.notify,
    }),
    lastChange: { at: event.at, by: event.by, what: interruption.label },
  };
};

export const fired = (index: ProcessIndex, snapshot: CaseSnapshot, event: CaseEvent, id: string): Change => {
  const timer = mustHave(index.timers.get(id), 'timer', id);
  const moved = moveTokens(index, snapshot, event, [timer.while], timer.to);
  const isAsked = (moved.tasks ?? snapshot.tasks).some(
    ({ step }) => index.steps.get(step)?.kind === 'supply',
  );
  return {
    ...moved,
    // What was not supplied in time is not waited for any more.
    ...(snapshot.returned && !isAsked && { returned: undefined }),
    timeline: told(snapshot, event, timer.citizen, { notify: timer.notify }),
    lastChange: { at: event.at, by: event.by, what: timer.label },
  };
};

export const ended = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'caseEnded'>,
): Change => {
  const ending = mustHave(index.endings.get(body.ending), 'ending', body.ending);
  return {
    ...moveTokens(index, snapshot, event, snapshot.marking, []),
    returned: undefined,
    suspended: undefined,
    timeline: told(snapshot, event, ending.citizen, { notify: ending.notify }),
    ended: { ending: ending.id, at: event.at, ...(body.objection && { objection: body.objection }) },
  };
};

export const routed = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  event: CaseEvent,
  body: Body<'routed'>,
): Change => {
  const { outcome, moved } = chosen(index, snapshot, event, body);
  return { ...moved, timeline: told(snapshot, event, outcome.citizen, { notify: outcome.notify }) };
};
