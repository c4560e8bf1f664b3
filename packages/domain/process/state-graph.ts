// Walks through every state a process can be in, breadth first, so that the first story to a state is a shortest one.
import type { FactValues, PlainValue } from '../case/facts.ts';
import { isSealed } from '../case/facts.ts';
import type { Turn } from '../standard/example.ts';
import type { Field } from '../standard/facts.ts';
import type { Process, Step } from '../standard/process.ts';
import { automaticLimit, isUsedUp, nextAutomatic, standsBack } from './automatic.ts';
import { completions } from './completions.ts';
import { evaluate, holds } from './conditions.ts';
import { explorableFields, type LiveFacts, liveFacts } from './live-facts.ts';
import { doublyMarked, isMarked, move } from './net.ts';
import { afterOutcome, keyOf, type Point, situationAt, withEffects } from './point.ts';
import { fieldsOf, indexOf, type ProcessIndex } from './process-index.ts';
import type { Story } from './story.ts';

export interface State {
  readonly number: number;
  readonly point: Point;
  /** The ending reached here, if any. */
  readonly ended: string | undefined;
  /** False when the limit was reached before this state was looked at. */
  explored: boolean;
  /** States one step or timer away; interruptions are kept apart because they are always possible. */
  readonly next: { readonly to: number; readonly turn: Turn }[];
}

/** Something seen on the way, with the story that leads there. */
export type Sighting =
  | { readonly kind: 'outcome'; readonly step: string; readonly outcome: string }
  | { readonly kind: 'timer'; readonly timer: string }
  | { readonly kind: 'interruption'; readonly interruption: string }
  | { readonly kind: 'ending'; readonly ending: string }
  | { readonly kind: 'unsafe'; readonly place: string; readonly by: string }
  | { readonly kind: 'overlap'; readonly step: string; readonly outcomes: readonly string[] }
  | { readonly kind: 'blocked'; readonly product: string }
  | { readonly kind: 'endless' };

export interface StateGraph {
  readonly index: ProcessIndex;
  readonly states: readonly State[];
  readonly complete: boolean;
  /** Each different sighting once, with its first story. */
  readonly sightings: readonly { readonly what: Sighting; readonly story: Story }[];
  /** A shortest story to a state. */
  readonly storyTo: (state: State) => Story;
  /** The open state from which the same can happen as from this point. */
  readonly find: (point: Point) => State | undefined;
}

interface Arrival {
  readonly from: number | undefined;
  readonly turn: Turn | undefined;
  readonly channel: string;
  readonly facts: Story['facts'];
}

const plain = (facts: FactValues): Record<string, PlainValue> =>
  Object.fromEntries(Object.entries(facts).flatMap(([id, value]) => (isSealed(value) ? [] : [[id, value]])));

/** Whether the same outcome leads there already, only with other answers. */
const leads = (state: State, to: State, turn: Extract<Turn, { step: string }>): boolean =>
  state.next.some(
    (edge) =>
      edge.to === to.number &&
      'step' in edge.turn &&
      edge.turn.step === turn.step &&
      edge.turn.outcome === turn.outcome,
  );

class Explorer {
  readonly index: ProcessIndex;
  readonly live: LiveFacts;
  readonly states: State[] = [];
  readonly arrivals: Arrival[] = [];
  readonly byKey = new Map<string, State>();
  readonly sightings = new Map<string, { what: Sighting; story: Story }>();
  readonly limit: number;
  /** Ways to fill in forms that may still be tried; a form can have more than anybody can count. */
  budget: number;
  complete = true;

  constructor(process: Process, limit: number) {
    this.index = indexOf(process);
    this.live = liveFacts(this.index);
    this.limit = limit;
    this.budget = limit * 5;
  }

  *fillIn(
    fields: readonly Field[],
    known: FactValues,
    needs: (field: Field) => boolean,
  ): Generator<FactValues> {
    for (const answers of completions(this.index, fields, known, this.live.relevant, needs)) {
      this.budget -= 1;
      if (this.budget < 0) {
        this.complete = false;
        return;
      }
      yield answers;
    }
  }

  story({ from, turn, channel, facts }: Arrival): Story {
    const turns: Turn[] = turn ? [turn] : [];
    let at = from === undefined ? undefined : this.arrivals[from];
    let origin = { channel, facts };
    while (at) {
      if (at.turn) turns.unshift(at.turn);
      origin = at;
      at = at.from === undefined ? undefined : this.arrivals[at.from];
    }
    return { channel: origin.channel, facts: origin.facts, turns };
  }

  see(what: Sighting, arrival: Arrival): void {
    const key = JSON.stringify(what);
    if (!this.sightings.has(key)) this.sightings.set(key, { what, story: this.story(arrival) });
  }

  seeUnsafe(
    point: Point,
    take: readonly string[],
    put: readonly string[],
    by: string,
    arrival: Arrival,
  ): void {
    for (const place of doublyMarked(point.marking, take, put))
      this.see({ kind: 'unsafe', place, by }, arrival);
  }

  seeOverlap(step: Step, point: Point, arrival: Arrival): void {
    const outcomes = step.outcomes.filter(
      (outcome) =>
        outcome.when !== undefined &&
        !isUsedUp(step, outcome, point.taken) &&
        !standsBack(step, outcome, point.taken) &&
        evaluate(outcome.when, point.facts) === true,
    );
    if (outcomes.length < 2) return;
    this.see({ kind: 'overlap', step: step.id, outcomes: outcomes.map(({ id }) => id) }, arrival);
  }

  /** Lets happen what happens by itself; gives the state where the case waits or has ended, if it may come there. */
  settle(start: Point, arrival: Arrival): State | undefined {
    let point = start;
    for (let count = 0; count < automaticLimit; count += 1) {
      const next = nextAutomatic(this.index, situationAt(point));
      if (next?.kind === 'blocked') {
        this.see(next, arrival);
        return undefined;
      }
      if (next?.kind === 'ending') {
        this.see({ kind: 'ending', ending: next.ending.id }, arrival);
        return this.reach({ ...point, marking: [], facts: {}, taken: {} }, arrival, next.ending.id);
      }
      if (!next) return this.reach(point, arrival, undefined);
      const { step, outcome } = next;
      this.see({ kind: 'outcome', step: step.id, outcome: outcome.id }, arrival);
      this.seeOverlap(step, point, arrival);
      this.seeUnsafe(point, step.after, outcome.to, step.id, arrival);
      point = afterOutcome(point, step, outcome, {});
    }
    this.see({ kind: 'endless' }, arrival);
    return undefined;
  }

  key(point: Point, ended: string | undefined): string {
    return `${ended ?? ''}${keyOf(point, this.live.at(point.marking))}`;
  }

  reach(point: Point, arrival: Arrival, ended: string | undefined): State {
    const key = this.key(point, ended);
    const known = this.byKey.get(key);
    if (known) return known;
    const state = { number: this.states.length, point, ended, explored: ended !== undefined, next: [] };
    this.byKey.set(key, state);
    this.states.push(state);
    this.arrivals.push(arrival);
    return state;
  }

  file(): void {
    for (const { id, form, opens } of this.index.channels.values()) {
      const fields = fieldsOf(this.index, form);
      for (const facts of completions(
        this.index,
        fields,
        {},
        this.live.relevant,
        ({ required }) => required,
      )) {
        const arrival = { from: undefined, turn: undefined, channel: id, facts: plain(facts) };
        this.settle({ marking: [opens], facts, products: {}, taken: {} }, arrival);
      }
    }
  }

  go(state: State, turn: Turn, point: Point): State | undefined {
    return this.settle(point, this.arrival(state, turn));
  }

  arrival(state: State, turn: Turn): Arrival {
    return { from: state.number, turn, channel: '', facts: {} };
  }

  work(state: State, step: Step): void {
    const { point } = state;
    const fields = explorableFields(this.index, step);
    for (const outcome of step.outcomes) {
      if (isUsedUp(step, outcome, point.taken) || standsBack(step, outcome, point.taken)) continue;
      const asks = ({ fact, required }: Field) => outcome.asks?.includes(fact) ?? required;
      for (const answers of this.fillIn(fields, point.facts, asks)) {
        if (!holds(outcome.when, { ...point.facts, ...answers })) continue;
        const turn = { step: step.id, outcome: outcome.id, facts: plain(answers) };
        const arrival = this.arrival(state, turn);
        this.see({ kind: 'outcome', step: step.id, outcome: outcome.id }, arrival);
        this.seeUnsafe(point, step.after, outcome.to, step.id, arrival);
        const to = this.go(state, turn, afterOutcome(point, step, outcome, answers));
        if (to && !leads(state, to, turn)) state.next.push({ to: to.number, turn });
      }
    }
  }

  wait(state: State): void {
    const { point } = state;
    for (const timer of this.index.timers.values()) {
      if (!point.marking.includes(timer.while)) continue;
      const turn: Turn = { timer: timer.id };
      const arrival = this.arrival(state, turn);
      this.see({ kind: 'timer', timer: timer.id }, arrival);
      this.seeUnsafe(point, [timer.while], timer.to, timer.id, arrival);
      const moved = { ...point, marking: move(point.marking, [timer.while], timer.to) };
      const to = this.go(state, turn, withEffects(moved, timer.effects));
      if (to) state.next.push({ to: to.number, turn });
    }
  }

  interrupt(state: State): void {
    const { point } = state;
    for (const interruption of this.index.interruptions.values()) {
      const turn: Turn = { interruption: interruption.id };
      this.see({ kind: 'interruption', interruption: interruption.id }, this.arrival(state, turn));
      const moved = { ...point, marking: move(point.marking, point.marking, interruption.to) };
      this.go(state, turn, withEffects(moved, interruption.effects));
    }
  }

  explore(): void {
    this.file();
    for (const state of this.states) {
      if (state.ended !== undefined) continue;
      if (this.states.length > this.limit || this.budget < 0) {
        this.complete = false;
        return;
      }
      state.explored = true;
      for (const step of this.index.works)
        if (isMarked(state.point.marking, step.after)) this.work(state, step);
      this.wait(state);
      this.interrupt(state);
    }
  }
}

/** All states up to the limit. `complete` is false when there are more: then what was not seen may still exist. */
export const stateGraph = (process: Process, limit: number): StateGraph => {
  const explorer = new Explorer(process, limit);
  explorer.explore();
  return {
    index: explorer.index,
    states: explorer.states,
    complete: explorer.complete,
    sightings: [...explorer.sightings.values()],
    storyTo: (state) => {
      const arrival = explorer.arrivals[state.number];
      if (!arrival) throw new Error(`no state ${state.number}`);
      return explorer.story(arrival);
    },
    find: (point) => explorer.byKey.get(explorer.key(point, undefined)),
  };
};
