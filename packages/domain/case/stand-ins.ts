// Stand-ins for people who carry out a turn: somebody who may, with everything a form, a note or a file needs.
// For executable examples, witnesses of the checker and simulation; real cases never come through here.
import { CaseId, DocumentId, StaffId } from '../kernel/ids.ts';
import {
  findOutcome,
  indexOf,
  mustHave,
  openingFields,
  type ProcessIndex,
} from '../process/process-index.ts';
import { representatives } from '../process/representatives.ts';
import type { Turn as Move } from '../standard/example.ts';
import type { Field } from '../standard/facts.ts';
import { ContentHash, type Standard } from '../standard/standard.ts';
import type { Role, Step } from '../standard/step.ts';
import type { By, CaseCommand, FileCase } from './command.ts';
import type { Attachment, Missing } from './event.ts';
import { type FactValue, type FactValues, isSealed, type PlainValue, type Sealed } from './facts.ts';
import { requirementsOf } from './given-documents.ts';
import { checkFacts } from './given-facts.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { earlierAs } from './stand-in-earlier.ts';
import { askableOf, missingOf, neededEvidence, needsField, stepFields } from './step-form.ts';

type Facts = Readonly<Record<string, PlainValue>>;

const caseId = CaseId.parse('0'.repeat(26));
const document = DocumentId.parse('0'.repeat(26));
const hash = ContentHash.parse('0'.repeat(64));
const sealed: Sealed = { sealed: 'contoh' };

/** A member for each kind of work, so that nobody meets their own work. */
const memberFor = (work: string, role: string): By => ({
  party: 'staff',
  member: { id: StaffId.parse(work), name: `Petugas ${work}`, roles: [role], areas: [] },
});

const byRole = (role: Role | undefined, work: string): By =>
  role?.party === 'applicant' ? { party: 'applicant' } : memberFor(work, role?.id ?? '');

const attach = (requirements: readonly string[]): Attachment[] =>
  requirements.map((requirement) => ({ requirement, document }));

const anyValue = (index: ProcessIndex, fact: string): FactValue =>
  index.facts.get(fact)?.privacy === 'ordinary'
    ? (representatives(index.process).get(fact)?.[0] ?? '')
    : sealed;

/** The facts with a value for each personal one that is still needed; for each ordinary one as well, if it is made up. */
const filledIn = (
  index: ProcessIndex,
  fields: readonly Field[],
  known: FactValues,
  facts: Facts,
  needs: (field: Field) => boolean,
  makeUp: boolean,
): FactValues => {
  const given: Record<string, FactValue> = { ...facts };
  for (;;) {
    const checked = checkFacts(index, fields, known, given, needs);
    if (checked.ok || checked.error.code !== 'facts-missing') return given;
    const open = checked.error.facts.filter((id) => makeUp || index.facts.get(id)?.privacy !== 'ordinary');
    if (open.length === 0) return given;
    for (const id of open) given[id] = anyValue(index, id);
  }
};

const divided = (facts: FactValues, isFirst: (fact: string) => boolean): [FactValues, FactValues] => {
  const entries = Object.entries(facts);
  return [
    Object.fromEntries(entries.filter(([fact]) => isFirst(fact))),
    Object.fromEntries(entries.filter(([fact]) => !isFirst(fact))),
  ];
};

/** Files a case on a channel with these ordinary facts; those that the channel carries over, the earlier case knew. */
export const fileAs = (
  standard: Standard,
  channelId: string,
  facts: Facts,
  makeUp = false,
): { command: FileCase; by: By } => {
  const index = indexOf(standard.process);
  const channel = mustHave(index.channels.get(channelId), `channel ${channelId}`);
  const carries = channel.about?.carries ?? [];
  const opening = openingFields(index, channel);
  const all = filledIn(index, opening, {}, facts, ({ required }) => required, makeUp);
  const [carried, asked] = divided(all, (fact) => carries.includes(fact));
  const about = earlierAs(standard, channel, carried);
  const needed = requirementsOf(index, channel, all).filter(({ required }) => required);
  const staffRole = standard.process.roles.find(({ party }) => party === 'staff');
  return {
    by: channel.kind === 'portal' ? { party: 'applicant' } : memberFor('filing', staffRole?.id ?? ''),
    command: {
      type: 'fileCase',
      caseId,
      standard: { id: standard.id, version: 1, hash },
      ticket: '0000-0000-0',
      channel: channelId,
      facts: asked,
      attachments: attach(needed.map(({ id }) => id)),
      ...(about && { about }),
    },
  };
};

/** One thing that could be missing: a requirement that applies, else the first fact of the filing. */
const somethingMissing = (index: ProcessIndex, snapshot: CaseSnapshot, step: Step): Missing => {
  const channel = mustHave(index.channels.get(snapshot.channel), `channel ${snapshot.channel}`);
  const [requirement] = requirementsOf(index, channel, snapshot.facts);
  if (requirement) return { requirements: [requirement.id], facts: [] };
  return { requirements: [], facts: askableOf(index, snapshot, step).facts.slice(0, 1) };
};

/** Ordinary facts that were named as missing, answered with any value they can have. */
const supplied = (index: ProcessIndex, snapshot: CaseSnapshot): Facts =>
  Object.fromEntries(
    missingOf(snapshot).facts.flatMap((id) => {
      const known = snapshot.facts[id] ?? anyValue(index, id);
      return isSealed(known) ? [] : [[id, known]];
    }),
  );

const completeAs = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  move: Extract<Move, { step: string }>,
  makeUp: boolean,
): { command: CaseCommand; by: By } => {
  const step = mustHave(index.steps.get(move.step), `step ${move.step}`);
  const outcome = mustHave(findOutcome(step, move.outcome), `outcome ${move.step}:${move.outcome}`);
  const supply = step.kind === 'supply';
  const facts = { ...(supply && supplied(index, snapshot)), ...move.facts };
  const fields = stepFields(index, snapshot, step);
  const needs = (field: Field) => needsField(snapshot, step, outcome, field);
  const filled = filledIn(index, fields, snapshot.facts, facts, needs, makeUp);
  const evidence = neededEvidence(index, step, outcome, { ...snapshot.facts, ...filled });
  return {
    by: byRole(index.roles.get(step.role ?? ''), step.id),
    command: {
      type: 'completeStep',
      step: step.id,
      outcome: outcome.id,
      facts: filled,
      attachments: attach(supply ? missingOf(snapshot).requirements : evidence),
      ...(outcome.note === 'required' && { note: sealed }),
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
): { command: CaseCommand; by: By } => {
  const index = indexOf(standard.process);
  if ('step' in move) return completeAs(index, snapshot, move, makeUp);
  if ('timer' in move) return { command: { type: 'fireTimer', timer: move.timer }, by: { party: 'system' } };
  if (!('interruption' in move)) throw new Error('this turn is not played yet');
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
