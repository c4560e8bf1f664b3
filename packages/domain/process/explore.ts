// What the state space tells about a process: whether every case can end, cleanly, and everything written can happen.
import type { Process } from '../standard/process.ts';
import { chooseRoute, takenKey } from './automatic.ts';
import { factsIn } from './conditions.ts';
import { limitFor } from './explore-limit.ts';
import type { LetterSighting } from './letter-sightings.ts';
import { isMarked, type Marking } from './net.ts';
import { situationAt } from './point.ts';
import type { ProcessIndex } from './process-index.ts';
import { completedBy } from './sightings.ts';
import { type Edge, type State, type StateGraph, stateGraph } from './state-graph.ts';
import type { Story } from './story.ts';
import { type Uncounted, uncounted } from './uncounted.ts';

/** A state in which no step and no timer can do anything. */
export interface Stuck {
  readonly marking: Marking;
  /** Ending whose places are all marked, but others are too: work is left over. */
  readonly leftoverAt?: string;
  /** Routes that wait here because none of their outcomes holds. */
  readonly waitingRoutes: readonly string[];
  /** Facts that these routes read and that nobody told. */
  readonly untold: readonly string[];
  readonly story: Story;
}

export interface Exploration {
  /** False when the limit was reached: then nothing is proved, and what is missing may only lie further on. */
  readonly complete: boolean;
  readonly states: number;
  /** Steps that never become active. */
  readonly deadSteps: readonly string[];
  /** Outcomes of other steps that can never be chosen. */
  readonly deadOutcomes: readonly { readonly step: string; readonly outcome: string }[];
  readonly deadTimers: readonly string[];
  readonly deadEndings: readonly string[];
  readonly stuck: readonly Stuck[];
  /** States where work goes on, but no ending can be reached any more (without interrupting). */
  readonly trapped: readonly { readonly marking: Marking; readonly story: Story }[];
  /** Places that get a second token. */
  readonly unsafe: readonly { readonly place: string; readonly by: string; readonly story: Story }[];
  /** Ways in which a case would end while its product is still provisional. */
  readonly provisional: readonly { readonly product: string; readonly story: Story }[];
  /** Routes of which several outcomes hold at once. */
  readonly overlaps: readonly {
    readonly step: string;
    readonly outcomes: readonly string[];
    readonly story: Story;
  }[];
  /** What goes wrong with letters on their way to a signature. */
  readonly letters: readonly (Omit<LetterSighting, 'kind'> & { readonly story: Story })[];
  /** Routes that run in a circle. */
  readonly endless: readonly Story[];
  /** A shortest story to each ending that can be reached. */
  readonly endings: readonly { readonly ending: string; readonly story: Story }[];
}

/** Numbers of the states from which an ending can be reached; of what was not explored nothing bad is assumed. */
const finishing = (
  { states }: StateGraph,
  mayPass: (edge: Edge) => boolean = () => true,
): ReadonlySet<number> => {
  const before = new Map<number, number[]>();
  for (const { number, next } of states) {
    for (const { to } of next.filter(mayPass)) {
      const earlier = before.get(to);
      if (earlier) earlier.push(number);
      else before.set(to, [number]);
    }
  }
  const good = new Set(
    states.filter((state) => state.ended !== undefined || !state.explored).map(({ number }) => number),
  );
  const queue = [...good];
  for (const number of queue) {
    for (const earlier of before.get(number) ?? []) {
      if (good.has(earlier)) continue;
      good.add(earlier);
      queue.push(earlier);
    }
  }
  return good;
};

const stuckAt = (graph: StateGraph, state: State): Stuck => {
  const { index } = graph;
  const { point } = state;
  const leftover = [...index.endings.values()].find(({ after }) => isMarked(point.marking, after));
  const waiting = index.routes.filter(
    (step) => isMarked(point.marking, step.after) && !chooseRoute(step, situationAt(point)),
  );
  return {
    marking: point.marking,
    ...(leftover && { leftoverAt: leftover.id }),
    waitingRoutes: waiting.map(({ id }) => id),
    untold: [
      ...new Set(
        waiting.flatMap(({ outcomes }) => outcomes.flatMap(({ when }) => (when ? factsIn(when) : []))),
      ),
    ].filter((fact) => point.facts[fact] === undefined),
    story: graph.storyTo(state),
  };
};

const activeSteps = ({ index, states }: StateGraph): ReadonlySet<string> =>
  new Set(
    states.flatMap(({ point }) =>
      index.process.steps.filter(({ after }) => isMarked(point.marking, after)).map(({ id }) => id),
    ),
  );

/** More examples of the same fault teach nothing. */
const enough = 5;

const report = (graph: StateGraph): Exploration => {
  const { index, states, sightings } = graph;
  const outcomes = new Set(sightings.of('outcome').map(({ what }) => `${what.step}:${what.outcome}`));
  const active = activeSteps(graph);
  const isDead = (id: string) =>
    !active.has(id) && ![...outcomes].some((outcome) => outcome.startsWith(`${id}:`));
  const timers = new Set(sightings.of('timer').map(({ what }) => what.timer));
  const endings = sightings.of('ending').map(({ what, story }) => ({ ending: what.ending, story }));
  const good = finishing(graph);
  const lost = states.filter(({ number }) => !good.has(number));
  return {
    complete: graph.complete,
    states: states.length,
    deadSteps: index.process.steps.map(({ id }) => id).filter(isDead),
    deadOutcomes: index.process.steps
      .filter(({ id }) => !isDead(id))
      .flatMap((step) => step.outcomes.map(({ id }) => ({ step: step.id, outcome: id })))
      .filter(({ step, outcome }) => !outcomes.has(`${step}:${outcome}`)),
    deadTimers: [...index.timers.keys()].filter((id) => !timers.has(id)),
    deadEndings: [...index.endings.keys()].filter((id) => !endings.some(({ ending }) => ending === id)),
    stuck: lost
      .filter(({ next }) => next.length === 0)
      .slice(0, enough)
      .map((state) => stuckAt(graph, state)),
    trapped: lost
      .filter(({ next }) => next.length > 0)
      .slice(0, enough)
      .map((state) => ({ marking: state.point.marking, story: graph.storyTo(state) })),
    unsafe: sightings.of('unsafe').map(({ what, story }) => ({ place: what.place, by: what.by, story })),
    provisional: sightings.of('blocked').map(({ what, story }) => ({ product: what.product, story })),
    overlaps: sightings.of('overlap').map(({ what, story }) => ({
      step: what.step,
      outcomes: what.outcomes,
      story,
    })),
    letters: sightings.of('letter').map(({ what: { kind: _, ...what }, story }) => ({ ...what, story })),
    endless: sightings.of('endless').map(({ story }) => story),
    endings,
  };
};

const isUsed = (spare: Uncounted['spare'], { passed }: Edge): boolean =>
  passed.some(({ step, outcome }) => spare.has(takenKey(step, outcome)));

const isOverused = (index: ProcessIndex, spare: Uncounted['spare'], { turns }: Story): boolean => {
  const used = new Map<string, number>();
  for (const turn of turns) {
    const completed = completedBy(index, turn);
    const key = completed ? takenKey(completed.step, completed.outcome) : '';
    used.set(key, (used.get(key) ?? 0) + 1);
  }
  return [...used].some(([key, times]) => times > (spare.get(key) ?? times));
};

/**
 * What is found without counting, where that proves as much: everything was seen, an ending is reached from everywhere
 * without what may be used up, and no story of a fault uses anything more often than it may.
 */
const withoutCounting = (process: Process, limit: number): Exploration | undefined => {
  const { process: free, spare } = uncounted(process);
  if (spare.size === 0) return undefined;
  const graph = stateGraph(free, limit);
  if (!graph.complete) return undefined;
  const found = report(graph);
  const sure = finishing(graph, (edge) => !isUsed(spare, edge));
  const unsure = [...finishing(graph)].some((number) => !sure.has(number));
  const faults = [...found.stuck, ...found.trapped, ...found.unsafe, ...found.provisional, ...found.letters];
  const stories = [...faults.map(({ story }) => story), ...found.endless];
  return unsure || stories.some((story) => isOverused(graph.index, spare, story)) ? undefined : found;
};

/** Beyond so many combinations of counts it pays to try without counting first. */
const mostCounts = 1_000;

const combinations = (process: Process): number =>
  [...uncounted(process).spare.values()].reduce((product, atMost) => product * (atMost + 1), 1);

/** Explores a process. Its references must be whole: check those first. */
export const explore = (process: Process, limit: number = limitFor(process)): Exploration => {
  const first = combinations(process) > mostCounts ? withoutCounting(process, limit) : undefined;
  return first ?? report(stateGraph(process, limit));
};
