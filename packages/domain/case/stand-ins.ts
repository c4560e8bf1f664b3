// Stand-ins for people who carry out a turn: somebody who may, with everything a form, a note or a file needs.
// For executable examples, witnesses of the checker and simulation; real cases never come through here.
import type { TenantCalendar } from '../deadline/calendar.ts';
import { momentIn } from '../deadline/local-moment.ts';
import { CaseId, DocumentId, type InstantText } from '../kernel/ids.ts';
import { identityOn } from '../process/identity.ts';
import { openingFields, openingGroups } from '../process/opening.ts';
import { findOutcome, indexOf, mustHave, type ProcessIndex } from '../process/process-index.ts';
import { representatives } from '../process/representatives.ts';
import { ContentHash } from '../standard/content-hash.ts';
import type { Turn as Move } from '../standard/example.ts';
import type { Field } from '../standard/facts.ts';
import type { Standard } from '../standard/standard.ts';
import type { Step } from '../standard/step.ts';
import type { By, CaseCommand, FileCase } from './command.ts';
import type { Attachment, Missing } from './event.ts';
import { type FactValue, type FactValues, isSealed, type PlainValue } from './facts.ts';
import { requiredOnFiling, requirementsOf } from './given-documents.ts';
import { checkFacts } from './given-facts.ts';
import { noteOf } from './review.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { earlierAs } from './stand-in-earlier.ts';
import { decideAs, lineAs, linesAs } from './stand-in-lines.ts';
import { byRole, clock, memberFor, sealed } from './stand-in-people.ts';
import { agreedDay, type Commanded, extendAs, heldAs, type Moment, subcaseAs } from './stand-in-time.ts';
import { askableOf, missingOf, neededEvidence, needsField, stepFields, stepGroups } from './step-form.ts';

type Facts = Readonly<Record<string, PlainValue>>;

const caseId = CaseId.parse('0'.repeat(26));
const document = DocumentId.parse('0'.repeat(26));
const hash = ContentHash.parse('0'.repeat(64));

/** What is only shown is shown, everything else is a scan; of several choices the first. */
const attach = (index: ProcessIndex, requirements: readonly string[]): Attachment[] =>
  requirements.map((requirement) => {
    const { shown, oneOf } = index.requirements.get(requirement) ?? {};
    const as = oneOf?.[0]?.id;
    return {
      requirement,
      ...(shown ? { shown: true } : { document }),
      ...(as !== undefined && { as }),
    };
  });

const anyValue = (index: ProcessIndex, fact: string, moment?: Moment): FactValue =>
  index.facts.get(fact)?.privacy === 'ordinary'
    ? (agreedDay(index, fact, moment) ?? representatives(index.process).get(fact)?.[0] ?? '')
    : sealed;

interface Sheet {
  readonly fields: readonly Field[];
  readonly known: FactValues;
  readonly needs: (field: Field) => boolean;
  readonly groups: readonly (readonly string[])[];
}

/**
 * The facts with a value for each personal one that is still needed, and for one of each group; for ordinary ones as
 * well, if they are made up.
 */
const filledIn = (
  index: ProcessIndex,
  { fields, known, needs, groups }: Sheet,
  facts: FactValues,
  makeUp: boolean,
  moment?: Moment,
): FactValues => {
  const given: Record<string, FactValue> = { ...facts };
  // A story that is made up agrees on any day, whenever it is played.
  for (const id of makeUp ? Object.keys(given) : []) {
    const day = agreedDay(index, id, moment);
    if (day !== undefined) given[id] = day;
  }
  const mayFill = (id: string) => makeUp || index.facts.get(id)?.privacy !== 'ordinary';
  for (;;) {
    const checked = checkFacts(index, fields, known, given, needs, groups);
    if (checked.ok || checked.error.code !== 'facts-missing') return given;
    const { anyOf = [], facts: missing } = checked.error;
    const single = missing.filter((id) => mayFill(id) && !anyOf.flat().includes(id));
    const open = [...single, ...anyOf.flatMap((group) => group.find(mayFill) ?? [])];
    if (open.length === 0) return given;
    for (const id of open) given[id] = anyValue(index, id, moment);
  }
};

const divided = (facts: FactValues, isFirst: (fact: string) => boolean): [FactValues, FactValues] => {
  const entries = Object.entries(facts);
  return [
    Object.fromEntries(entries.filter(([fact]) => isFirst(fact))),
    Object.fromEntries(entries.filter(([fact]) => !isFirst(fact))),
  ];
};

/** What an applicant may ask for besides, and when the letter came where that is entered. */
export interface FilingWish {
  readonly anonymous?: true | undefined;
  readonly confidential?: true | undefined;
  /** Personal facts that they tell although nobody has to. */
  readonly told?: readonly string[] | undefined;
  /** Of a batch: how many cases it gathers. */
  readonly lines?: number | undefined;
  readonly at?: InstantText;
  readonly calendar?: TenantCalendar;
}

/** Files a case on a channel with these ordinary facts; those that the channel carries over, the earlier case knew. */
export const fileAs = (
  standard: Standard,
  channelId: string,
  facts: Facts,
  makeUp = false,
  { anonymous, confidential, told = [], lines, at, calendar }: FilingWish = {},
): { command: FileCase; by: By } => {
  const index = indexOf(standard.process);
  const channel = mustHave(index.channels.get(channelId), `channel ${channelId}`);
  const carries = channel.about?.carries ?? [];
  const identity = identityOn(channel, anonymous ?? false);
  const sheet = {
    fields: openingFields(index, channel, identity),
    known: {},
    needs: ({ required }: Field) => required,
    groups: openingGroups(index, channel, identity),
  };
  const moment = at && calendar && { now: at, calendar };
  const freely = Object.fromEntries(told.map((fact) => [fact, sealed]));
  const all = filledIn(index, sheet, { ...facts, ...freely }, makeUp, moment);
  const [carried, asked] = divided(all, (fact) => carries.includes(fact));
  const about = earlierAs(standard, channel, carried);
  const { roles } = standard.process;
  const staffRole =
    roles.find(({ party }) => party === 'staff') ?? roles.find(({ party }) => party === 'external');
  const by: By =
    channel.kind === 'portal' ? { party: 'applicant' } : memberFor('filing', staffRole?.id ?? '');
  return {
    by,
    command: {
      type: 'fileCase',
      caseId,
      standard: { id: standard.id, version: 1, hash },
      ticket: '0000-0000-0',
      channel: channelId,
      facts: asked,
      attachments: attach(index, requiredOnFiling(index, channel, all, by)),
      ...(about && { about }),
      ...(channel.receipt && by.party === 'staff' && at !== undefined && { received: { at } }),
      ...(anonymous && { anonymous }),
      ...(confidential && { confidential }),
      ...(standard.process.lines && { lines: linesAs(lines) }),
    },
  };
};

/** One thing that could be missing: a requirement that applies, else the first fact of the filing. */
const somethingMissing = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step): Missing => {
  const channel = mustHave(index.channels.get(snapshot.channel), `channel ${snapshot.channel}`);
  const askable = askableOf(index, snapshot, step);
  const requirement = requirementsOf(index, channel, snapshot.facts).find(({ id }) =>
    askable.requirements.includes(id),
  );
  if (requirement) return { requirements: [requirement.id], facts: [] };
  return { requirements: [], facts: askable.facts.slice(0, 1) };
};

/** Ordinary facts that were named as missing, answered with any value they can have. */
const supplied = (index: ProcessIndex, snapshot: CaseSnapshot, moment?: Moment): Facts =>
  Object.fromEntries(
    missingOf(snapshot).facts.flatMap((id) => {
      const known = snapshot.facts[id] ?? anyValue(index, id, moment);
      return isSealed(known) ? [] : [[id, known]];
    }),
  );

const completeAs = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  move: Extract<Move, { step: string }>,
  makeUp: boolean,
  moment?: Moment,
): { command: CaseCommand; by: By } => {
  const step = mustHave(index.steps.get(move.step), `step ${move.step}`);
  const outcome = mustHave(findOutcome(step, move.outcome), `outcome ${move.step}:${move.outcome}`);
  const supply = step.kind === 'supply';
  const facts = { ...(supply && supplied(index, snapshot, moment)), ...move.facts };
  const sheet = {
    fields: stepFields(index, snapshot, step),
    known: snapshot.facts,
    needs: (field: Field) => needsField(index, snapshot, step, outcome, field),
    groups: stepGroups(index, snapshot, step, outcome),
  };
  const filled = filledIn(index, sheet, facts, makeUp, moment);
  const happenedAt =
    moment && move.happenedAt !== undefined && momentIn(moment.calendar.zone, move.happenedAt);
  const evidence = neededEvidence(index, step, outcome, { ...snapshot.facts, ...filled });
  return {
    by: byRole(index.roles.get(move.as ?? step.enteredBy ?? step.role ?? ''), step.id),
    command: {
      type: 'completeStep',
      step: step.id,
      outcome: outcome.id,
      facts: filled,
      ...(move.as !== undefined && { as: move.as }),
      ...(happenedAt && { happenedAt }),
      signature: { kind: 'seal' },
      attachments: attach(index, supply ? missingOf(snapshot).requirements : evidence),
      ...(noteOf(step, outcome) === 'required' && { note: sealed }),
      ...(outcome.missing && { missing: somethingMissing(index, snapshot, step) }),
    },
  };
};

/** The command of a turn, and who gives it. */
export const commandAs = (
  standard: Standard,
  snapshot: CaseSnapshot,
  move: Move,
  makeUp = false,
  moment?: Moment,
): Commanded => {
  const index = indexOf(standard.process);
  if ('step' in move) return completeAs(index, snapshot, move, makeUp, moment);
  if ('timer' in move) return { command: { type: 'fireTimer', timer: move.timer }, by: clock };
  if ('subcase' in move) return subcaseAs(snapshot, move);
  if ('decide' in move) return decideAs(index, snapshot, move);
  if ('line' in move) return lineAs(index, snapshot, move, moment?.now ?? snapshot.lastChange.at);
  if ('extend' in move) return extendAs(index, move.extend);
  if (!('interruption' in move)) return mustHave(heldAs(index, snapshot, move), 'turn');
  const interruption = index.interruptions.get(move.interruption);
  return {
    by: byRole(index.roles.get(interruption?.role ?? ''), move.interruption),
    command: {
      type: 'interrupt',
      interruption: move.interruption,
      ...(interruption?.note === 'required' && { note: sealed }),
    },
  };
};
