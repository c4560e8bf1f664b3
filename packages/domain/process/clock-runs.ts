// Which clocks ever run, found by walking through the states of a process: that a clock starts, that it stops after it
// started, and that no case is decided without any.
import type { Deadline, Trigger } from '../standard/deadline.ts';
import type { Turn } from '../standard/example.ts';
import { applies, isIt, type Patience } from './longest-work.ts';
import type { ProcessIndex } from './process-index.ts';
import { isForChannel } from './promised-on.ts';
import type { Edge, State, StateGraph } from './state-graph.ts';
import type { Story } from './story.ts';

interface Walk {
  readonly state: State;
  /** Numbers of the clocks that were started, as bits. */
  readonly begun: number;
  readonly channel: string;
  readonly before: { readonly walk: Walk; readonly turn: Turn } | undefined;
}

export interface ClockRuns {
  readonly started: ReadonlySet<string>;
  readonly stopped: ReadonlySet<string>;
  /** A shortest story to each ending that a case comes to without any of these clocks. */
  readonly unclocked: ReadonlyMap<string, Story>;
}

/** As many clocks as there are bits to count them in. */
export const mostClocks = 30;

/** What happens by itself when a case is filed is not told by the graph: of routes it may be anything. */
const mayHappenAtOnce = (index: ProcessIndex, trigger: Trigger): boolean => {
  if ('filed' in trigger) return true;
  return 'step' in trigger && index.steps.get(trigger.step)?.kind === 'route';
};

const toldOf = (last: Walk): Story => {
  const turns: Turn[] = [];
  let walk = last;
  while (walk.before) {
    turns.unshift(walk.before.turn);
    walk = walk.before.walk;
  }
  return { channel: walk.channel, facts: {}, turns };
};

/** Undefined where the walk was given up. */
export const clockRuns = (
  graph: StateGraph,
  clocks: readonly Deadline[],
  patience: Patience,
): ClockRuns | undefined => {
  const { index } = graph;
  const started = new Set<string>();
  const stopped = new Set<string>();
  const unclocked = new Map<string, Story>();
  const seen = new Set<string>();
  const walks: Walk[] = [];
  const follow = (walk: Walk): void => {
    const key = `${walk.state.number} ${walk.begun} ${walk.channel}`;
    if (seen.has(key)) return;
    seen.add(key);
    walks.push(walk);
  };

  const startedBy = (channel: string, begun: number, starts: (trigger: Trigger) => boolean): number => {
    let now = begun;
    for (const [at, clock] of clocks.entries()) {
      if (!isForChannel(index.process, clock, channel) || !starts(clock.starts)) continue;
      started.add(clock.id);
      now |= 1 << at;
    }
    return now;
  };

  const stop = (begun: number, state: State, edge: Edge): void => {
    for (const [at, clock] of clocks.entries()) {
      if (begun & (1 << at) && clock.stops.some((trigger) => isIt(index, trigger, edge, state)))
        stopped.add(clock.id);
    }
  };

  // A target binds nobody without the promise behind it.
  const promises = (begun: number, state: State): boolean =>
    clocks.some((clock, at) => clock.kind === 'promise' && (begun & (1 << at)) > 0 && applies(clock, state));

  for (const { channel, to } of graph.filed) {
    const state = graph.states[to];
    if (!state) continue;
    const begun = startedBy(channel, 0, (trigger) => mayHappenAtOnce(index, trigger));
    if (state.ended !== undefined) for (const { id } of clocks) stopped.add(id);
    follow({ state, begun, channel, before: undefined });
  }
  for (const walk of walks) {
    patience.left -= 1;
    if (patience.left < 0) return undefined;
    for (const edge of walk.state.next) {
      const state = graph.states[edge.to];
      if (!state) continue;
      // A clock may start and stop with one turn: what starts is begun before anything stops.
      const begun = startedBy(walk.channel, walk.begun, (trigger) => isIt(index, trigger, edge, state));
      stop(begun, state, edge);
      const next = { state, begun, channel: walk.channel, before: { walk, turn: edge.turn } };
      if (state.ended === undefined) follow(next);
      else if (!unclocked.has(state.ended) && !promises(begun, walk.state))
        unclocked.set(state.ended, toldOf(next));
    }
  }
  return { started, stopped, unclocked };
};
