// A random walk through a standard: people of every role do whatever they may, time passes, timers fire, and some try what
// they may not. Every transition is checked against what must always hold.

import { capacitiesOf } from '../case/authority.ts';
import { type Action, availableActions } from '../case/available.ts';
import type { By, CaseCommand, CaseRejection } from '../case/command.ts';
import { correctable, stepsThatRead } from '../case/correct-facts.ts';
import { decide } from '../case/decide.ts';
import { decideFiling } from '../case/decide-filing.ts';
import type { CaseEvent } from '../case/event.ts';
import { evolve, fold } from '../case/evolve.ts';
import type { FactValues, PlainValue } from '../case/facts.ts';
import { isSealed } from '../case/facts.ts';
import type { Hash } from '../case/recorder.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { joinAs } from '../case/stand-in-lines.ts';
import { linkAs } from '../case/stand-in-time.ts';
import { commandAs, fileAs } from '../case/stand-ins.ts';
import { needsField, stepFields, stepGroups } from '../case/step-form.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs, toInstantText } from '../kernel/instant.ts';
import { withAskedBy } from '../process/asked-fields.ts';
import { completions } from '../process/completions.ts';
import { factsIn, holds } from '../process/conditions.ts';
import { identityOn } from '../process/identity.ts';
import { openingFields, openingGroups } from '../process/opening.ts';
import { findOutcome, indexOf, mustHave, type ProcessIndex } from '../process/process-index.ts';
import type { Channel } from '../standard/channel.ts';
import type { Field } from '../standard/facts.ts';
import type { Standard } from '../standard/standard.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { aContext, at, calendar, citizen, clock, sha256, staff } from './a-case.ts';
import type { Chance } from './chance.ts';
import { mustHold, mustHoldAfter } from './invariants.ts';
import { peopleMustBe, peopleMustWork } from './people-invariants.ts';
import { productsMustLive } from './product-invariants.ts';

export interface Walked {
  readonly snapshot: CaseSnapshot;
  readonly events: readonly CaseEvent[];
  /** Decisions that were accepted and did something. */
  readonly transitions: number;
}

export interface Walk {
  readonly standard: Standard;
  readonly chance: Chance;
  /** Accepted commands after which the walk stops if the case has not ended. */
  readonly most: number;
  /** Once in how many transitions everything is checked, not only what is cheap. */
  readonly thorough: number;
  /** Hashes events; a constant is enough where no chain is checked. */
  readonly hash?: Hash;
  /** Accepted commands on products once the case has ended, at most. */
  readonly afterwards?: number;
  /** People use their rights over their data: facts are corrected, and cases are only kept for a while. */
  readonly rights?: true;
  /** Looks at every state the walk comes through. */
  readonly look?: (snapshot: CaseSnapshot) => void;
}

/** The applicant, two members of each role, one of all roles, and the manager. */
const people = (standard: Standard): readonly By[] => {
  const roles = standard.process.roles.filter(({ party }) => party !== 'applicant').map(({ id }) => id);
  return [
    citizen,
    ...roles.flatMap((role) => [staff(`one-${role}`, [role]), staff(`two-${role}`, [role])]),
    staff('all', roles),
    staff('boss', ['serviceManager']),
  ];
};

const peopleOf = new WeakMap<Standard, readonly By[]>();

const everybody = (standard: Standard): readonly By[] => {
  const known = peopleOf.get(standard) ?? people(standard);
  peopleOf.set(standard, known);
  return known;
};

const couldWork = (by: By, roles: readonly string[]): boolean =>
  by.party === 'staff'
    ? by.member.roles.some((role) => roles.includes(role))
    : by.party === 'applicant' && roles.includes('applicant');

const capacitiesIn = (standard: Standard, step: string) =>
  capacitiesOf(mustHave(indexOf(standard.process).steps.get(step), step));

/** Mostly somebody whose turn it could be. */
const somebody = ({ standard, chance }: Walk, { tasks }: CaseSnapshot): By => {
  const all = everybody(standard);
  if (tasks.length === 0 || chance.onceIn(5)) return chance.oneOf(all);
  const { step } = chance.oneOf(tasks);
  const roles = capacitiesIn(standard, step).map(({ role }) => role);
  const able = all.filter((by) => couldWork(by, roles));
  return chance.oneOf(able.length > 0 ? able : all);
};

const plain = (facts: FactValues): Record<string, PlainValue> => {
  const ordinary: Record<string, PlainValue> = {};
  for (const [id, value] of Object.entries(facts)) if (!isSealed(value)) ordinary[id] = value;
  return ordinary;
};

/** A form with more ordinary questions is answered as far as it decides something; the rest is made up. */
const mostVaried = 10;

const possible = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  step: Step,
  outcome: Outcome,
  fields: readonly Field[],
): readonly Record<string, PlainValue>[] => {
  const ordinary = fields.map(({ fact }) => fact).filter((id) => index.facts.get(id)?.privacy === 'ordinary');
  // Of a long form, only what decides; more ways to fill it in than anybody could try.
  const varied = ordinary.length > mostVaried ? [] : ordinary;
  const relevant = withAskedBy(fields, [...(outcome.when ? factsIn(outcome.when) : []), ...varied]);
  const demand = {
    needs: (field: Field) => needsField(index, snapshot, step, outcome, field),
    groups: stepGroups(index, snapshot, step, outcome),
  };
  const found: Record<string, PlainValue>[] = [];
  for (const facts of completions(index, fields, snapshot.facts, relevant, demand)) {
    if (holds(outcome.when, { ...snapshot.facts, ...facts })) found.push(plain(facts));
    if (found.length >= 6) break;
  }
  return found;
};

const knownAnswers = new WeakMap<Outcome, Map<string, readonly Record<string, PlainValue>[]>>();

/** Answers with which the outcome is offered; which of them is left to chance. */
const answers = ({ standard, chance }: Walk, snapshot: CaseSnapshot, stepId: string, outcomeId: string) => {
  const index = indexOf(standard.process);
  const step = mustHave(index.steps.get(stepId), stepId);
  const outcome = mustHave(findOutcome(step, outcomeId), outcomeId);
  const fields = stepFields(index, snapshot, step);
  if (fields.length === 0) return {};
  const read = [outcome.when, ...fields.map(({ when }) => when)].flatMap((when) =>
    when ? factsIn(when) : [],
  );
  const key = JSON.stringify([fields.map(({ fact }) => fact), read.map((fact) => snapshot.facts[fact])]);
  const known = knownAnswers.get(outcome) ?? new Map<string, readonly Record<string, PlainValue>[]>();
  knownAnswers.set(outcome, known);
  const found = known.get(key) ?? possible(index, snapshot, step, outcome, fields);
  known.set(key, found);
  return chance.oneOf(found);
};

/** One of the capacities in which they may do it, sometimes said; and for work outside, sometimes when it was done. */
const said = ({ standard, chance }: Walk, { snapshot, now }: Going, step: string, by: By) => {
  const { enteredBy } = mustHave(indexOf(standard.process).steps.get(step), step);
  const capacities = capacitiesIn(standard, step).filter(({ role }) => couldWork(by, [role]));
  const opened = snapshot.tasks.find((task) => task.step === step)?.openedAt ?? now;
  const since = epochMs(now) - epochMs(opened);
  return {
    ...(chance.onceIn(3) && { as: chance.oneOf(capacities).role }),
    ...(enteredBy !== undefined &&
      chance.onceIn(2) && { happenedAt: toInstantText(epochMs(opened) + chance.below(since + 1)) }),
  };
};

const commandFor = (walk: Walk, going: Going, action: Action, by: By): CaseCommand => {
  const { snapshot } = going;
  switch (action.type) {
    case 'claimTask':
      return { type: 'claimTask', task: action.task };
    case 'releaseTask':
      return { type: 'releaseTask', task: action.task, reason: action.release };
    case 'changeProduct':
      return {
        type: 'changeProduct',
        id: action.id,
        action: action.action,
        ...(action.note === 'required' && { note: { sealed: 'walk' } }),
      };
    case 'suspend':
      return { type: 'suspend', suspension: action.suspension, note: { sealed: 'walk' } };
    case 'resume':
      return { type: 'resume' };
    case 'extendPromise':
      return { type: 'extendPromise', promise: action.promise, note: { sealed: 'walk' } };
    case 'interrupt':
      return commandAs(walk.standard, snapshot, action).command;
    case 'completeStep': {
      const { step, outcome } = action;
      const facts = answers(walk, snapshot, step, outcome);
      // They agree on a day soon, not always the next.
      const soon = toInstantText(epochMs(going.now) + walk.chance.below(5) * 86_400_000);
      const moment = { now: soon, calendar };
      const { command } = commandAs(walk.standard, snapshot, { step, outcome, facts }, true, moment);
      return command.type === 'completeStep' ? { ...command, ...said(walk, going, step, by) } : command;
    }
  }
};

/** Interruptions, claims and refusals are rarer than work that goes on, or no case would come far. */
const pick = ({ chance }: Walk, actions: readonly Action[]): Action | undefined => {
  const allowed = actions.filter((action) => action.allowed);
  const work = allowed.filter((action) => action.type === 'completeStep');
  const onward = work.filter(({ tone }) => tone !== 'refuse');
  if (onward.length > 0 && !chance.onceIn(4)) return chance.oneOf(onward);
  if (work.length > 0 && !chance.onceIn(4)) return chance.oneOf(work);
  const other = allowed.filter(({ type }) => type !== 'interrupt' || chance.onceIn(20));
  return other.length > 0 ? chance.oneOf(other) : undefined;
};

/** Any step with any outcome by anybody in any role: what is accepted must have been offered. */
const poke = (walk: Walk, snapshot: CaseSnapshot, now: InstantText): void => {
  const { standard, chance } = walk;
  const by = chance.oneOf(everybody(standard));
  const step = chance.oneOf(indexOf(standard.process).works);
  const outcome = chance.oneOf(step.outcomes);
  const move = { step: step.id, outcome: outcome.id };
  const { command } = commandAs(standard, snapshot, move, true);
  const as = chance.onceIn(3) ? chance.oneOf(standard.process.roles).id : undefined;
  const decided = decide(
    standard,
    snapshot,
    as === undefined || command.type !== 'completeStep' ? command : { ...command, as },
    aContext({ by, now }),
  );
  const offered = availableActions(standard, snapshot, by).some(
    (action) =>
      action.type === 'completeStep' &&
      action.allowed &&
      action.step === step.id &&
      action.outcome === outcome.id,
  );
  if (decided.ok && !offered) throw new Error(`accepted but not offered: ${step.id}:${outcome.id}`);
};

/** The step is offered, but no day is left on which anything could be agreed. */
const isTooFarOff = (standard: Standard, refusal: CaseRejection): boolean =>
  refusal.code === 'facts-invalid' &&
  indexOf(standard.process).agreements.some(
    ({ duration }) => duration.unit === 'agreed' && refusal.facts.includes(duration.fact),
  );

interface Going {
  snapshot: CaseSnapshot;
  readonly events: CaseEvent[];
  now: InstantText;
  transitions: number;
}

const take = (walk: Walk, going: Going, command: CaseCommand, by: By): void => {
  const { standard } = walk;
  const before = going.snapshot;
  const { now } = going;
  const first = going.events.length;
  const context = () => {
    let issued = first;
    let numbered = first;
    const newId = () => {
      issued += 1;
      return `produk-${issued}`;
    };
    const nextPlace = () => {
      numbered += 1;
      return { year: 2026, sequence: numbered };
    };
    return aContext({ by, now, newId, nextPlace, hash: walk.hash ?? sha256 });
  };
  const decided = decide(standard, before, command, context());
  if (!decided.ok && isTooFarOff(standard, decided.error)) return;
  if (!decided.ok) throw new Error(`offered but refused: ${JSON.stringify([command, decided.error])}`);
  for (const event of decided.value) going.snapshot = evolve(standard, going.snapshot, event);
  going.events.push(...decided.value);
  if (decided.value.length === 0) return;
  going.transitions += 1;
  walk.look?.(going.snapshot);
  mustHold(standard, going.snapshot);
  productsMustLive(before, decided.value, going.snapshot);
  peopleMustWork(standard, before, decided.value, going.snapshot);
  if (going.transitions % walk.thorough === 0) {
    mustHoldAfter(standard, context(), before, command, decided.value, going.snapshot);
  }
};

/** A case of another service is opened, or ends, for a step that waits for it. */
const goOnElsewhere = (walk: Walk, going: Going): boolean => {
  const { standard, chance } = walk;
  const { tasks, suspended } = going.snapshot;
  const waiting = tasks.filter(({ step }) => indexOf(standard.process).steps.get(step)?.kind === 'subcase');
  if (waiting.length === 0) return false;
  const ending = chance.oneOf(['granted', 'lapsed', 'refused']);
  const move = { subcase: chance.oneOf(waiting).step, ending };
  const { command } =
    linkAs(indexOf(standard.process), going.snapshot) ?? commandAs(standard, going.snapshot, move);
  if (suspended && command.type === 'endSubcase') return false;
  take(walk, going, command, clock);
  return true;
};

/** A batch gathers the case, or something happens in the batch. */
const goOnInBatch = (walk: Walk, going: Going): boolean => {
  const { standard, chance } = walk;
  const index = indexOf(standard.process);
  const { tasks, suspended } = going.snapshot;
  const waiting = tasks
    .flatMap(({ step }) => index.steps.get(step) ?? [])
    .filter(({ kind }) => kind === 'line');
  if (suspended || waiting.length === 0) return false;
  const step = chance.oneOf(waiting);
  const move = { line: step.id, outcome: chance.oneOf(step.outcomes).id };
  const { command } =
    joinAs(index, going.snapshot, move) ??
    commandAs(standard, going.snapshot, move, true, { now: going.now, calendar });
  const leaves = command.type === 'followBatch' && chance.onceIn(4);
  take(walk, going, leaves ? { ...command, news: { ...command.news, leaves: true } } : command, clock);
  return true;
};

/** Somebody decides on some lines, or one turns out to be gone. */
const goOnLines = (walk: Walk, going: Going): boolean => {
  const { standard, chance } = walk;
  const { tasks, lines = [], suspended } = going.snapshot;
  if (suspended || lines.length === 0) return false;
  if (chance.onceIn(10)) {
    const { caseId } = chance.oneOf(lines);
    take(walk, going, { type: 'dropLines', lines: [{ caseId, why: 'ended' }] }, clock);
    return true;
  }
  const deciding = tasks
    .filter(({ assignee }) => !assignee)
    .flatMap(({ step }) => indexOf(standard.process).steps.get(step) ?? [])
    .filter(({ lines: some }) => some);
  const inside = lines.flatMap(({ out }, at) => (out ? [] : [at + 1]));
  if (deciding.length === 0 || inside.length === 0) return false;
  const step = chance.oneOf(deciding);
  const decision = chance.oneOf(step.lines?.decisions ?? []).id;
  const move = {
    decide: step.id,
    decision,
    ...(chance.onceIn(2) && { lines: [chance.oneOf(inside)] }),
  };
  const { command, by } = commandAs(standard, going.snapshot, move);
  take(walk, going, command, by);
  return true;
};

const officer = staff('ppdp', ['dataProtectionOfficer']);

/** One of the values that the fact may have, sealed where the case seals it. */
const otherValue = ({ standard, chance }: Walk, { facts }: CaseSnapshot, id: string): FactValues[string] => {
  const kept = mustHave(facts[id], id);
  if (isSealed(kept)) return { sealed: `${kept.sealed}'`.slice(-8) };
  const fact = mustHave(indexOf(standard.process).facts.get(id), id);
  if (fact.type === 'boolean') return chance.onceIn(2);
  if (fact.type === 'choice' && fact.datedBy === undefined) return chance.oneOf(fact.options ?? []).value;
  return kept;
};

/** Somebody asked about their data: the officer sets them right, has them only kept, or lets the case go on. */
const useRights = (walk: Walk, going: Going): void => {
  const { standard, chance } = walk;
  const { snapshot, transitions } = going;
  const request = `permintaan-${chance.below(3)}`;
  const ticket = `PDP-${request}`;
  const [restricting] = snapshot.restricted?.requests ?? [];
  if (restricting && !chance.onceIn(4)) {
    take(walk, going, { type: 'liftRestriction', request: restricting.request }, officer);
    return;
  }
  const index = indexOf(standard.process);
  const ids = correctable(index, snapshot);
  // Rare, and what matters most.
  const decisive = ids.filter((id) => stepsThatRead(index, snapshot, [id]).length > 0);
  if (decisive.length > 0 || (ids.length > 0 && chance.onceIn(2))) {
    const id = chance.oneOf(decisive.length > 0 && chance.onceIn(2) ? decisive : ids);
    const facts = { [id]: otherValue(walk, snapshot, id) };
    take(walk, going, { type: 'correctFacts', request: `${request}-${transitions}`, ticket, facts }, officer);
    return;
  }
  take(walk, going, { type: 'restrictProcessing', request, ticket }, officer);
};

const wait = (walk: Walk, going: Going): void => {
  const { chance } = walk;
  const hours = chance.onceIn(8) ? chance.below(100) : chance.below(3);
  going.now = toInstantText(epochMs(going.now) + hours * 3_600_000 + chance.below(60) * 60_000);
  if (chance.onceIn(8)) take(walk, going, { type: 'checkPromises' }, clock);
};

/** Time passes: seldom much of it; the clock does what is due. */
const tick = (walk: Walk, going: Going): void => {
  const { chance, rights } = walk;
  const { timers, suspended, restricted } = going.snapshot;
  if (rights && chance.onceIn(restricted ? 2 : 4)) {
    useRights(walk, going);
    return;
  }
  if (restricted) {
    wait(walk, going);
    return;
  }
  if (suspended && chance.onceIn(5)) {
    going.now = toInstantText(Math.max(epochMs(going.now), epochMs(suspended.until)));
    take(walk, going, { type: 'resume' }, clock);
    return;
  }
  if (chance.onceIn(2) && goOnElsewhere(walk, going)) return;
  if (chance.onceIn(2) && (goOnInBatch(walk, going) || goOnLines(walk, going))) return;
  if (timers.length > 0 && !suspended && chance.onceIn(5)) {
    const { timer, firesAt } = chance.oneOf(timers);
    going.now = toInstantText(Math.max(epochMs(going.now), epochMs(firesAt)));
    take(walk, going, { type: 'fireTimer', timer }, clock);
    return;
  }
  wait(walk, going);
};

/** Some ways to fill in the form of a channel. */
const filings = (standard: Standard, channel: Channel): readonly Record<string, PlainValue>[] => {
  const index = indexOf(standard.process);
  const identity = identityOn(channel, false);
  const fields = openingFields(index, channel, identity);
  const ordinary = fields.map(({ fact }) => fact).filter((id) => index.facts.get(id)?.privacy === 'ordinary');
  const ways: Record<string, PlainValue>[] = [];
  const demand = {
    needs: ({ required }: Field) => required,
    groups: openingGroups(index, channel, identity),
  };
  for (const facts of completions(index, fields, {}, withAskedBy(fields, ordinary), demand)) {
    ways.push(plain(facts));
    if (ways.length >= 20) break;
  }
  return ways;
};

const knownFilings = new WeakMap<Channel, readonly Record<string, PlainValue>[]>();

const filingsOf = (standard: Standard, channel: Channel): readonly Record<string, PlainValue>[] => {
  const known = knownFilings.get(channel) ?? filings(standard, channel);
  knownFilings.set(channel, known);
  return known;
};

/** Personal facts that an applicant may tell and need not. */
const freelyTold = (standard: Standard, channel: Channel): readonly string[] => {
  const index = indexOf(standard.process);
  return openingFields(index, channel, identityOn(channel, false))
    .filter(({ fact, required, when }) => !required && !when && index.facts.get(fact)?.privacy !== 'ordinary')
    .map(({ fact }) => fact);
};

const file = ({ standard, chance, hash = sha256 }: Walk): Going => {
  const channel = chance.oneOf(standard.process.channels);
  const now = toInstantText(epochMs(at('2025-02-03 00:00')) + chance.below(800 * 24 * 60) * 60_000);
  const { command, by } = fileAs(standard, channel.id, chance.oneOf(filingsOf(standard, channel)), true, {
    ...(channel.identity === 'optional' && chance.onceIn(2) && { anonymous: true }),
    ...(channel.confidential && chance.onceIn(3) && { confidential: true }),
    told: freelyTold(standard, channel).filter(() => chance.onceIn(3)),
    // The letter came some days before it is entered.
    at: toInstantText(epochMs(now) - chance.below(5 * 24 * 60) * 60_000),
  });
  const filed = decideFiling(standard, command, aContext({ by, now, hash }));
  if (!filed.ok) throw new Error(`not filed: ${JSON.stringify(filed.error)}`);
  const snapshot = mustHave(fold(standard, filed.value), 'filing');
  peopleMustBe(standard, snapshot);
  return { snapshot, events: [...filed.value], now, transitions: 1 };
};

/** The case has ended; what it issued lives on, and grows old. */
const liveOn = (options: Walk, going: Going, most: number): void => {
  const { standard, chance } = options;
  const end = going.transitions + most;
  for (let idle = 0; going.transitions < end && idle < most * 5; idle += 1) {
    going.now = toInstantText(epochMs(going.now) + chance.below(20) * 86_400_000);
    if (chance.onceIn(3)) take(options, going, { type: 'expireProducts' }, clock);
    if (options.rights && chance.onceIn(4)) useRights(options, going);
    const by = chance.oneOf(everybody(standard));
    const allowed = availableActions(standard, going.snapshot, by, going.now).filter(
      (action) => action.allowed,
    );
    if (allowed.length === 0) continue;
    take(options, going, commandFor(options, going, chance.oneOf(allowed), by), by);
  }
};

/** Files a case and walks on until it ends or the walk has become long. */
export const walk = (options: Walk): Walked => {
  const { standard, chance, most } = options;
  const going = file(options);
  options.look?.(going.snapshot);
  for (let idle = 0; !going.snapshot.ended && going.transitions < most; idle += 1) {
    if (idle > most * 100) throw new Error('nobody can do anything');
    if (chance.onceIn(3)) tick(options, going);
    if (going.snapshot.ended) break;
    if (chance.onceIn(20)) poke(options, going.snapshot, going.now);
    const by = somebody(options, going.snapshot);
    const action = pick(options, availableActions(standard, going.snapshot, by, going.now, calendar));
    if (action) take(options, going, commandFor(options, going, action, by), by);
  }
  if (going.snapshot.ended) liveOn(options, going, options.afterwards ?? 0);
  return { snapshot: going.snapshot, events: going.events, transitions: going.transitions };
};
