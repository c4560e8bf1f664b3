// The state of a case after an event that moves its tokens: filed, completed, routed, interrupted, timed out, ended.
import { takenKey } from '../process/automatic.ts';
import { findOutcome, mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { Outcome, Step } from '../standard/step.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';
import { moveTokens } from './move-tokens.ts';
import { returnsDraft } from './review.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { filedSentence, told } from './timeline.ts';

type Body<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;

/** What an event changes of a snapshot; `returned: undefined` takes it away, and so with `suspended`. */
export type Change = Partial<CaseSnapshot>;

export const opened = (
  kind: Standard['kind'],
  index: ProcessIndex,
  event: CaseEvent,
  body: Body<'caseFiled'>,
): CaseSnapshot => {
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
    ...(body.lateEntryReason !== undefined && { lateEntry: true }),
    ...(body.about && { about: body.about }),
    ...(body.area !== undefined && { area: body.area }),
    ...(body.anonymous && { anonymous: true }),
    ...(body.confidential && { confidential: true }),
    ...(body.parent && { parent: body.parent }),
    marking: [],
    taken: {},
    workers: { ...body.about?.workers },
    facts: body.facts,
    attachments: body.attachments,
    tasks: [],
    products: [],
    promises: [],
    timers: [],
    timeline: [{ at: event.at, seq: event.seq, text: filedSentence(kind), notify: true }],
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
  const step = mustHave(index.steps.get(choice.step), `step ${choice.step}`);
  const outcome = mustHave(findOutcome(step, choice.outcome), `outcome ${choice.step}:${choice.outcome}`);
  const key = takenKey(step.id, outcome.id);
  const taken = { ...snapshot.taken, [key]: (snapshot.taken[key] ?? 0) + 1 };
  return { step, outcome, moved: { ...moveTokens(index, snapshot, event, step.after, outcome.to), taken } };
};

/** The request to the applicant after a step: a new one, none any more, or the one there was. */
const returnedBy = (step: Step, outcome: Outcome, event: CaseEvent, body: Body<'stepCompleted'>): Change => {
  if (outcome.tone === 'return' && body.missing) {
    const { at, by } = event;
    return {
      returned: { step: step.id, missing: body.missing, ...(body.note && { note: body.note }), at, by },
    };
  }
  return step.kind === 'supply' ? { returned: undefined } : {};
};

/** The step is done with whatever it waited for. */
const withEnd = ({ subcases = [] }: CaseSnapshot, step: string) =>
  subcases.map((child) => (child.step === step ? { ...child, ended: true as const } : child));

/** Most steps bring no facts and no documents; then what is known stays as it is, uncopied. */
const givenBy = (snapshot: CaseSnapshot, { facts, attachments }: Body<'stepCompleted'>): Change => ({
  ...(Object.keys(facts).length > 0 && { facts: { ...snapshot.facts, ...facts } }),
  ...(attachments.length > 0 && { attachments: [...snapshot.attachments, ...attachments] }),
});

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
  const { at, by } = event;
  return {
    ...moved,
    ...returnedBy(step, outcome, event, body),
    ...givenBy(snapshot, body),
    ...(step.kind === 'subcase' && { subcases: withEnd(snapshot, step.id) }),
    workers: by.party === 'staff' ? { ...snapshot.workers, [step.id]: by.id } : snapshot.workers,
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
    `interruption ${body.interruption}`,
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
  const timer = mustHave(index.timers.get(id), `timer ${id}`);
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
  const ending = mustHave(index.endings.get(body.ending), `ending ${body.ending}`);
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
