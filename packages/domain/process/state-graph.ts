// Walks through every state a process can be in, breadth first, so that the first story to a state is a shortest one.
import type { Turn } from '../standard/example.ts';
import type { Process } from '../standard/process.ts';
import { automaticLimit, nextAutomatic } from './automatic.ts';
import { letterSightings } from './letter-sightings.ts';
import { liveFacts } from './live-facts.ts';
import { filings, interruptionsFrom, type Move, movesFrom, plainFacts, type Search } from './moves.ts';
import { doublyMarked } from './net.ts';
import { afterOutcome, keyOf, type Point, situationAt } from './point.ts';
import { findOutcome, indexOf, type ProcessIndex } from './process-index.ts';
import { completedBy, makeSightings, overlapAt, type Sightings, shownBy } from './sightings.ts';
import type { Story } from './story.ts';

export interface Edge {
  readonly to: number;
  readonly turn: Turn;
  /** Outcomes that happened on the way: of the turn, then of the routes that followed by themselves. */
  readonly passed: readonly { readonly step: string; readonly outcome: string }[];
}

export interface State {
  readonly number: number;
  readonly point: Point;
  /** The ending reached here, if any. */
  readonly ended: string | undefined;
  /** False when the limit was reached before this state was looked at. */
  explored: boolean;
  /** States one step or timer away; interruptions are left out. */
  readonly next: Edge[];
}

export interface StateGraph {
  readonly index: ProcessIndex;
  readonly states: readonly State[];
  readonly complete: boolean;
  readonly sightings: Sightings;
  /** Where cases come to that are filed on a channel. */
  readonly filed: readonly { readonly channel: string; readonly to: number }[];
  /** A shortest story to a state. */
  readonly storyTo: (state: State) => Story;
  /** The open state from which the same can happen as from this point. */
  readonly find: (point: Point) => State | undefined;
}

/** How a state was first come to: by filing, or by a turn from another state. */
type Arrival = Omit<Story, 'turns'> | { readonly from: number; readonly turn: Turn };

/** Whether the same outcome leads there already, only with other answers. */
const leads = (index: ProcessIndex, state: State, to: State, turn: Turn): boolean => {
  const completed = completedBy(index, turn);
  return (
    completed !== undefined &&
    state.next.some((edge) => {
      const other = edge.to === to.number ? completedBy(index, edge.turn) : undefined;
      return other?.step === completed.step && other.outcome === completed.outcome;
    })
  );
};

/** A form can have more answers than anybody can count; so many are tried for each state the limit allows. */
const triesPerState = 5;

/**
 * All states up to the limit. `complete` is false when there are more: then what was not seen may still exist. Facts
 * that `alsoRead` names are told apart although no step reads them.
 */
export const stateGraph = (process: Process, limit: number, alsoRead: readonly string[] = []): StateGraph => {
  const index = indexOf(process);
  const live = liveFacts(index, alsoRead);
  const states: State[] = [];
  const arrivals: Arrival[] = [];
  const byKey = new Map<string, State>();
  const sightings = makeSightings();
  const letters = letterSightings(index, alsoRead);
  let tries = limit * triesPerState;
  const mayTry = () => {
    tries -= 1;
    return tries >= 0;
  };
  const search: Search = { index, relevant: live.relevant, mayTry };

  const story = (arrival: Arrival): Story => {
    const turns: Turn[] = [];
    let at = arrival;
    while ('from' in at) {
      turns.unshift(at.turn);
      const before = arrivals[at.from];
      if (!before) throw new Error(`no state ${at.from}`);
      at = before;
    }
    return { ...at, turns };
  };

  // An ending may be called like a place: the mark keeps them apart.
  const key = (point: Point, ended?: string): string =>
    `${ended === undefined ? '' : `${ended}!`}${keyOf(point, live.at(point.marking))}`;

  const reach = (point: Point, arrival: Arrival, ended?: string): State => {
    const name = key(point, ended);
    const known = byKey.get(name);
    if (known) return known;
    const state = { number: states.length, point, ended, explored: ended !== undefined, next: [] };
    byKey.set(name, state);
    states.push(state);
    arrivals.push(arrival);
    return state;
  };

  const seeUnsafe = (point: Point, { take, put, by }: Omit<Move, 'turn' | 'to'>, arrival: Arrival): void => {
    for (const place of doublyMarked(point.marking, take, put)) {
      sightings.see({ kind: 'unsafe', place, by }, () => story(arrival));
    }
  };

  /** Lets happen what happens by itself; gives the state where the case waits or has ended, if it may come there. */
  const settle = (
    start: Point,
    arrival: Arrival,
    passed: Edge['passed'][number][] = [],
  ): State | undefined => {
    const tell = () => story(arrival);
    let point = start;
    for (let count = 0; count < automaticLimit; count += 1) {
      const next = nextAutomatic(index, situationAt(point));
      if (!next) return reach(point, arrival);
      if (next.kind === 'blocked') {
        sightings.see(next, tell);
        return undefined;
      }
      if (next.kind === 'ending') {
        sightings.see({ kind: 'ending', ending: next.ending.id }, tell);
        // Who withdraws leaves whatever waits: that is no fault of the process.
        if (!('turn' in arrival && 'interruption' in arrival.turn))
          for (const unsigned of letters.atEnding(next.ending, point)) sightings.see(unsigned, tell);
        return reach({ ...point, marking: [], facts: {}, taken: {} }, arrival, next.ending.id);
      }
      const { step, outcome } = next;
      passed.push({ step: step.id, outcome: outcome.id });
      sightings.see({ kind: 'outcome', step: step.id, outcome: outcome.id }, tell);
      const overlap = overlapAt(step, point);
      if (overlap) sightings.see(overlap, tell);
      seeUnsafe(point, { take: step.after, put: outcome.to, by: step.id }, arrival);
      const after = afterOutcome(point, step, outcome, {});
      for (const seen of letters.atOutcome(step, outcome, point, after)) sightings.see(seen, tell);
      point = after;
    }
    sightings.see({ kind: 'endless' }, tell);
    return undefined;
  };

  const follow = (state: State, move: Move, passed?: Edge['passed'][number][]): State | undefined => {
    const arrival = { from: state.number, turn: move.turn };
    const shown = shownBy(index, move.turn);
    if (shown) sightings.see(shown, () => story(arrival));
    seeUnsafe(state.point, move, arrival);
    const completed = completedBy(index, move.turn);
    const step = completed && index.steps.get(completed.step);
    const outcome = step && findOutcome(step, completed.outcome);
    if (outcome)
      for (const seen of letters.atOutcome(step, outcome, state.point, move.to))
        sightings.see(seen, () => story(arrival));
    return settle(move.to, arrival, passed);
  };

  const lookAround = (state: State): void => {
    state.explored = true;
    for (const move of movesFrom(search, state.point)) {
      const completed = completedBy(index, move.turn);
      const passed = completed ? [completed] : [];
      const to = follow(state, move, passed);
      if (to && !leads(index, state, to, move.turn))
        state.next.push({ to: to.number, turn: move.turn, passed });
    }
    for (const move of interruptionsFrom(search, state.point)) follow(state, move);
  };

  const filed: { readonly channel: string; readonly to: number }[] = [];
  for (const { to, ...filing } of filings(search)) {
    const state = settle(to, { ...filing, facts: plainFacts(to.facts) });
    if (state) filed.push({ channel: filing.channel, to: state.number });
  }
  for (const state of states) {
    if (states.length > limit || tries < 0) break;
    if (state.ended === undefined) lookAround(state);
  }
  return {
    index,
    states,
    complete: tries >= 0 && states.every(({ explored }) => explored),
    sightings,
    filed,
    storyTo: ({ number }) => story(arrivals[number] ?? { channel: '', facts: {} }),
    find: (point) => byKey.get(key(point)),
  };
};
