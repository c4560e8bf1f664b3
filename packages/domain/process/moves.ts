// Everything that somebody or the clock can do from a point in the state space, and where it leads before routes are taken.
import { type FactValues, isSealed, type PlainValue } from '../case/facts.ts';
import type { Turn } from '../standard/example.ts';
import type { Field } from '../standard/facts.ts';
import type { Outcome, Step } from '../standard/step.ts';
import { isUsedUp, standsBack } from './automatic.ts';
import { completions } from './completions.ts';
import { holds } from './conditions.ts';
import { explorableFields } from './live-facts.ts';
import { isMarked, move } from './net.ts';
import { afterOutcome, type Point, withEffects } from './point.ts';
import { openingFields, type ProcessIndex } from './process-index.ts';

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
  needs: (field: Field) => boolean,
): Generator<FactValues> {
  for (const answers of completions(index, fields, known, relevant, needs)) {
    if (!mayTry()) return;
    yield answers;
  }
}

/** Every way to file on every channel. */
export function* filings(search: Search): Generator<{ readonly channel: string; readonly to: Point }> {
  for (const channel of search.index.channels.values()) {
    const { id, opens } = channel;
    const fields = openingFields(search.index, channel);
    for (const facts of fillIn(search, fields, {}, ({ required }) => required)) {
      yield { channel: id, to: { marking: [opens], facts, products: {}, taken: {} } };
    }
  }
}

const isOffered = (step: Step, outcome: Outcome, { taken }: Point): boolean =>
  !isUsedUp(step, outcome, taken) && !standsBack(step, outcome, taken);

function* byStep(search: Search, point: Point, step: Step): Generator<Move> {
  const fields = explorableFields(search.index, step);
  for (const outcome of step.outcomes.filter((candidate) => isOffered(step, candidate, point))) {
    const needs = ({ fact, required }: Field) => outcome.asks?.includes(fact) ?? required;
    for (const answers of fillIn(search, fields, point.facts, needs)) {
      if (!holds(outcome.when, { ...point.facts, ...answers })) continue;
      const turn = { step: step.id, outcome: outcome.id, facts: plainFacts(answers) };
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
