// Everything that somebody or the clock can do from a point in the state space, and where it leads before routes are taken.
import { type FactValues, isSealed, type PlainValue } from '../case/facts.ts';
import type { Channel } from '../standard/channel.ts';
import type { Turn } from '../standard/example.ts';
import type { Field } from '../standard/facts.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { isUsedUp, standsBack } from './automatic.ts';
import { completions, type Demand } from './completions.ts';
import { holds } from './conditions.ts';
import { askedOf, groupsAskedOf, type Identity, identityOn, tellsIdentity } from './identity.ts';
import { explorableFields } from './live-facts.ts';
import { isMarked, move } from './net.ts';
import { openingFields, openingGroups } from './opening.ts';
import { afterOutcome, type Point, withEffects } from './point.ts';
import { fieldsOf, groupsOf, type ProcessIndex } from './process-index.ts';
import { endingTo } from './subcase.ts';

export interface Move {
  readonly turn: Turn;
  /** The step, timer or interruption that moves. */
  readonly by: string;
  readonly take: readonly string[];
  readonly put: readonly string[];
  readonly to: Point;
}

/** What bounds the search: the facts that matter, and a count of forms that may still be filled in. */
export interface Search {
  readonly index: ProcessIndex;
  readonly relevant: ReadonlySet<string>;
  /** False when enough has been tried. */
  readonly mayTry: () => boolean;
}

export const plainFacts = (facts: FactValues): Record<string, PlainValue> =>
  Object.fromEntries(Object.entries(facts).flatMap(([id, value]) => (isSealed(value) ? [] : [[id, value]])));

function* fillIn(
  { index, relevant, mayTry }: Search,
  fields: readonly Field[],
  known: FactValues,
  demand: Demand,
): Generator<FactValues> {
  for (const answers of completions(index, fields, known, relevant, demand)) {
    if (!mayTry()) return;
    yield answers;
  }
}

export interface Filed {
  readonly channel: string;
  readonly anonymous?: true;
  readonly told?: readonly string[];
  readonly to: Point;
}

/** Whether a step may ask for what tells who the applicant is: then it matters later on that somebody is anonymous. */
const asksLater = (index: ProcessIndex): boolean =>
  index.works.some((step) => explorableFields(index, step).some(({ fact }) => tellsIdentity(index, fact)));

/** What a step asks for: nobody who stays anonymous can be asked again for what tells who they are. */
const fieldsAsked = (index: ProcessIndex, step: Step, identity: Identity): readonly Field[] => {
  const fields = askedOf(index, explorableFields(index, step), identity);
  if (identity === 'told' || step.kind !== 'supply') return fields;
  const own = fieldsOf(index, step.form);
  return fields.filter(({ fact }) => !tellsIdentity(index, fact) || own.some((field) => field.fact === fact));
};

/** Whether it makes a difference that an applicant need not tell who they are. */
const anonymityMatters = ({ index, relevant }: Search): boolean =>
  index.process.identity !== undefined &&
  (index.process.identity.facts.some((fact) => relevant.has(fact)) ||
    index.process.forms.some(({ atLeastOne }) => atLeastOne?.flat().some((fact) => relevant.has(fact))));

/** Personal answers that nobody had to give: with them the story would not be the same without saying so. */
const toldFreely = (fields: readonly Field[], facts: FactValues): readonly string[] =>
  fields.flatMap(({ fact, required, when }) => (isSealed(facts[fact]) && (!required || when) ? [fact] : []));

function* filingsAs(search: Search, channel: Channel, identity: Identity): Generator<Filed> {
  const { id, opens } = channel;
  const fields = openingFields(search.index, channel, identity);
  const groups = openingGroups(search.index, channel, identity);
  const later = identity !== 'told' && asksLater(search.index) && { identity };
  for (const facts of fillIn(search, fields, {}, { needs: ({ required }) => required, groups })) {
    const to = { marking: [opens], facts, products: {}, taken: {}, ...later };
    const told = toldFreely(fields, facts);
    yield {
      channel: id,
      ...(identity === 'optional' && { anonymous: true }),
      ...(told.length > 0 && { told }),
      to,
    };
  }
}

/** Every way to file on every channel, by name and, where it is offered, without one. */
export function* filings(search: Search): Generator<Filed> {
  for (const channel of search.index.channels.values()) {
    yield* filingsAs(search, channel, identityOn(channel, false));
    if (channel.identity === 'optional' && anonymityMatters(search))
      yield* filingsAs(search, channel, 'optional');
  }
}

const isOffered = (step: Step, outcome: Outcome, { taken }: Point): boolean =>
  !isUsedUp(step, outcome, taken) && !standsBack(step, outcome, taken);

const isAskedFor = (index: ProcessIndex, asks: readonly string[], fact: string, identity: Identity) =>
  asks.includes(fact) && (identity === 'told' || !tellsIdentity(index, fact));

const turnOf = (step: Step, outcome: Outcome, facts: Record<string, PlainValue>): Turn => {
  if (step.kind === 'subcase') return { subcase: step.id, ending: endingTo(outcome), facts };
  if (step.kind === 'line') return { line: step.id, outcome: outcome.id };
  return { step: step.id, outcome: outcome.id, facts };
};

function* byStep(search: Search, point: Point, step: Step): Generator<Move> {
  const { identity = 'told' } = point;
  const fields = fieldsAsked(search.index, step, identity);
  for (const outcome of step.outcomes.filter((candidate) => isOffered(step, candidate, point))) {
    const needs = ({ fact, required }: Field) =>
      outcome.asks ? isAskedFor(search.index, outcome.asks, fact, identity) : required;
    const groups = outcome.asks
      ? []
      : groupsAskedOf(search.index, groupsOf(search.index, step.form), identity);
    for (const answers of fillIn(search, fields, point.facts, { needs, groups })) {
      if (!holds(outcome.when, { ...point.facts, ...answers })) continue;
      const turn = turnOf(step, outcome, plainFacts(answers));
      const to = afterOutcome(point, step, outcome, answers);
      yield { turn, by: step.id, take: step.after, put: outcome.to, to };
    }
  }
}

function* byTimers({ index }: Search, point: Point): Generator<Move> {
  for (const { id, while: place, to: put, effects } of index.timers.values()) {
    if (!point.marking.includes(place)) continue;
    const moved = { ...point, marking: move(point.marking, [place], put) };
    yield { turn: { timer: id }, by: id, take: [place], put, to: withEffects(moved, effects) };
  }
}

/** What steps and timers can do. */
export function* movesFrom(search: Search, point: Point): Generator<Move> {
  for (const step of search.index.works) {
    if (isMarked(point.marking, step.after)) yield* byStep(search, point, step);
  }
  yield* byTimers(search, point);
}

/** What interruptions can do; apart, because they are always possible and prove nothing about the way to an ending. */
export function* interruptionsFrom({ index }: Search, point: Point): Generator<Move> {
  for (const { id, to: put, effects } of index.interruptions.values()) {
    const moved = { ...point, marking: move(point.marking, point.marking, put) };
    yield { turn: { interruption: id }, by: id, take: point.marking, put, to: withEffects(moved, effects) };
  }
}
