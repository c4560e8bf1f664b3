// The paths of a process from filing to ending. Work that runs side by side is told in one order only.
import type { Turn } from '../standard/example.ts';
import type { Process } from '../standard/process.ts';
import { defaultLimit } from './explore-limit.ts';
import { isMarked } from './net.ts';
import { completedBy } from './sightings.ts';
import { type State, type StateGraph, stateGraph } from './state-graph.ts';
import type { Story } from './story.ts';

export interface Path extends Story {
  readonly ending: string;
}

export interface Paths {
  readonly paths: readonly Path[];
  /** False when there are more paths or states than were asked for. */
  readonly complete: boolean;
}

/** The first active step, and everything that competes with it for a token. */
const firstCluster = ({ index }: StateGraph, { point }: State): ReadonlySet<string> => {
  const active = index.works.filter(({ after }) => isMarked(point.marking, after));
  const places = new Set(active[0]?.after);
  for (let size = -1; size !== places.size; ) {
    size = places.size;
    for (const { after } of active) {
      if (after.some((place) => places.has(place))) for (const place of after) places.add(place);
    }
  }
  const steps = active.filter(({ after }) => after.some((place) => places.has(place))).map(({ id }) => id);
  const timers = [...index.timers.values()].filter((timer) => active.length === 0 || places.has(timer.while));
  return new Set([...steps, ...timers.map(({ id }) => id)]);
};

interface Walk {
  readonly state: State;
  readonly story: Story;
  readonly visited: ReadonlySet<number>;
}

/** Unfinished walks that are kept in mind at once. */
const patience = 50_000;

const passes = ({ turns }: Story, turn: Turn): boolean =>
  'step' in turn && turns.some((before) => 'step' in before && before.step === turn.step);

/** Paths without going round in circles and without interruptions, short ones first. Simple ones pass no step twice. */
export const paths = (process: Process, most = 500, limit: number = defaultLimit, simple = false): Paths => {
  const graph = stateGraph(process, limit);
  const filed = graph.states.map((state) => ({ state, story: graph.storyTo(state) }));
  const walks: Walk[] = filed
    .filter(({ story }) => story.turns.length === 0)
    .map(({ state, story }) => ({ state, story, visited: new Set([state.number]) }));
  const found: Path[] = [];
  for (const { state, story, visited } of walks) {
    if (state.ended !== undefined) found.push({ ...story, ending: state.ended });
    if (found.length >= most || walks.length > patience) return { paths: found, complete: false };
    const cluster = firstCluster(graph, state);
    for (const { to, turn } of state.next) {
      const next = graph.states[to];
      const mover = completedBy(graph.index, turn)?.step ?? ('timer' in turn ? turn.timer : '');
      if (!next || visited.has(to) || !cluster.has(mover)) continue;
      if (simple && passes(story, turn)) continue;
      walks.push({
        state: next,
        story: { ...story, turns: [...story.turns, turn] },
        visited: new Set([...visited, to]),
      });
    }
  }
  return { paths: found, complete: graph.complete };
};
