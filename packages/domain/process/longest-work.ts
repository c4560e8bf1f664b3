// Whether a promise can be outlasted by what is to happen before it is kept: norms one after the other, and waits that
// timers end. Decided by walking through the states of the process with what has been spent so far.
import type { Deadline, Trigger } from '../standard/deadline.ts';
import type { Turn } from '../standard/example.ts';
import { takenKey } from './automatic.ts';
import { evaluate, factsIn } from './conditions.ts';
import { isMarked } from './net.ts';
import { findOutcome, type ProcessIndex } from './process-index.ts';
import type { Edge, State, StateGraph } from './state-graph.ts';

/** Something that takes time while a promise runs. */
export interface Span {
  readonly id: string;
  readonly kind: 'norm' | 'timer';
  /** As the promise counts them. */
  readonly minutes: number;
}

export interface Outlasted {
  /** In the order of the standard; one that was gone through again stands there as often. */
  readonly spans: readonly Span[];
  readonly channel: string;
  readonly turns: readonly Turn[];
}

/** Where a walk is: in which state, whether the promise runs, what was spent, and the norm that runs now. */
interface Walk {
  readonly state: State;
  readonly runs: boolean;
  /** How often each span is over. */
  readonly spent: readonly number[];
  /** Numbers of the spans that do not count again, as bits: those since the last bounded outcome. */
  readonly done: number;
  /** How often each bounded outcome was chosen; none where rounds are not counted. */
  readonly rounds: readonly number[];
  readonly open: number | undefined;
  readonly before: { readonly walk: Walk; readonly turn: Turn } | undefined;
  readonly channel: string;
}

/** Walks that may still be followed, for all promises together; a promise that needs more is not judged. */
export interface Patience {
  left: number;
}

/** As many spans as there are bits to count them in. */
export const mostSpans = 30;

/** Whether a turn, with what followed by itself, is what a clock starts or stops with; filing is no turn. */
export const isIt = (index: ProcessIndex, trigger: Trigger, edge: Edge, to: State): boolean => {
  if ('filed' in trigger) return false;
  if ('ended' in trigger) return to.ended !== undefined;
  if ('step' in trigger) {
    return edge.passed.some(({ step, outcome }) => step === trigger.step && outcome === trigger.outcome);
  }
  return edge.passed.some(({ step: id, outcome }) => {
    const step = index.steps.get(id);
    const effects = step && findOutcome(step, outcome)?.effects;
    return effects?.some((effect) => 'issue' in effect && effect.issue === trigger.issued) ?? false;
  });
};

export const applies = ({ when }: Deadline, { point }: State): boolean =>
  when === undefined || evaluate(when, point.facts) !== false;

/** Whether the clock of the promise stands still in a state. */
const standsStill = (index: ProcessIndex, promise: Deadline, { point }: State): boolean => {
  if (promise.pausedWhile?.some((place) => point.marking.includes(place))) return true;
  if (promise.pausedFor === undefined) return false;
  const waiting = index.works.filter(({ after }) => isMarked(point.marking, after));
  return (
    waiting.length > 0 &&
    waiting.every(({ kind, role }) => {
      const party = kind === 'supply' ? 'applicant' : index.roles.get(role ?? '')?.party;
      return promise.pausedFor?.some((one) => one === party) ?? false;
    })
  );
};

const storyOf = (last: Walk): Pick<Outlasted, 'channel' | 'turns'> => {
  const turns: Turn[] = [];
  let walk = last;
  while (walk.before) {
    turns.unshift(walk.before.turn);
    walk = walk.before.walk;
  }
  return { channel: walk.channel, turns };
};

/** Outcomes that may be chosen so often and no more. */
const boundsOf = (
  index: ProcessIndex | undefined,
): ReadonlyMap<string, { readonly at: number; readonly atMost: number }> =>
  new Map(
    (index?.process.steps ?? [])
      .flatMap((step) =>
        step.outcomes.flatMap(({ id, atMost }) =>
          atMost === undefined ? [] : [[takenKey(step.id, id), atMost] as const],
        ),
      )
      .map(([key, atMost], at) => [key, { at, atMost }]),
  );

/** Facts that a graph must tell apart for this to be right. */
export const factsOfDeadlines = ({ process }: ProcessIndex): readonly string[] => [
  ...new Set(process.deadlines.flatMap(({ when }) => (when ? factsIn(when) : []))),
];

/**
 * A shortest story in which the spans take longer than `most` minutes; undefined when none was found. Each counts once, or,
 * with `again`, once more after each outcome that this process bounds. Rounds that only the applicant ends have no
 * number, and count once.
 */
export const outlasted = (
  graph: StateGraph,
  promise: Deadline,
  spans: readonly Span[],
  most: number,
  patience: Patience,
  again?: ProcessIndex,
): Outlasted | undefined => {
  const { index } = graph;
  const bounds = boundsOf(again);
  if (again && bounds.size === 0) return undefined;
  const start = { spent: spans.map(() => 0), done: 0, rounds: Array.from({ length: bounds.size }, () => 0) };
  const seen = new Set<string>();
  const walks: Walk[] = [];
  const sum = (spent: readonly number[]) =>
    spans.reduce((minutes, span, at) => minutes + span.minutes * (spent[at] ?? 0), 0);
  const told = (walk: Pick<Walk, 'spent'>) =>
    spans.flatMap((span, at) => Array.from({ length: walk.spent[at] ?? 0 }, () => span));
  const over = (walk: Walk, at: number): Pick<Walk, 'spent' | 'done'> => ({
    spent: walk.spent.map((times, one) => (one === at ? times + 1 : times)),
    done: walk.done | (1 << at),
  });
  /** Undefined where an outcome would be chosen more often than it may. */
  const roundsAfter = ({ rounds }: Walk, edge: Edge): readonly number[] | undefined => {
    let next = rounds;
    for (const { step, outcome } of edge.passed) {
      const bound = bounds.get(takenKey(step, outcome));
      if (!bound) continue;
      next = next.map((times, at) => (at === bound.at ? times + 1 : times));
      if ((next[bound.at] ?? 0) > bound.atMost) return undefined;
    }
    return next;
  };
  const follow = (walk: Walk): void => {
    const key = `${walk.state.number} ${walk.runs} ${walk.spent.join()} ${walk.done} ${walk.rounds.join()} ${walk.open ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    walks.push(walk);
  };

  for (const { channel, to } of graph.filed) {
    const state = graph.states[to];
    if (!state || (promise.channels && !promise.channels.includes(channel))) continue;
    const runs = 'filed' in promise.starts;
    const filed: Walk = { ...start, state, runs, open: undefined, before: undefined, channel };
    follow(filed);
    if (runs) begin(filed, (one) => 'filed' in one);
  }

  function begin(walk: Walk, starts: (trigger: Trigger) => boolean): void {
    for (const [at, span] of spans.entries()) {
      const norm = span.kind === 'norm' ? index.deadlines.get(span.id) : undefined;
      if (!norm || walk.done & (1 << at) || !starts(norm.starts)) continue;
      if (norm.channels && !norm.channels.includes(walk.channel)) continue;
      if (!applies(norm, walk.state) || standsStill(index, promise, walk.state)) continue;
      follow({ ...walk, open: at });
    }
  }

  for (const walk of walks) {
    patience.left -= 1;
    if (patience.left < 0) return undefined;
    if (walk.runs && !applies(promise, walk.state)) continue;
    if (walk.runs && sum(walk.spent) > most) {
      return { spans: told(walk), ...storyOf(walk) };
    }
    for (const edge of walk.state.next) {
      const state = graph.states[edge.to];
      if (!state) continue;
      const rounds = roundsAfter(walk, edge);
      if (!rounds) continue;
      const hits = (trigger: Trigger) => isIt(index, trigger, edge, state);
      let { spent, done, open } = walk;
      if (walk.runs && open !== undefined) {
        const norm = index.deadlines.get(spans[open]?.id ?? '');
        if (norm?.stops.some(hits)) {
          ({ spent, done } = over(walk, open));
          open = undefined;
        }
      } else if (walk.runs && 'timer' in edge.turn && !standsStill(index, promise, walk.state)) {
        const { timer } = edge.turn;
        const at = spans.findIndex(({ kind, id }) => kind === 'timer' && id === timer);
        if (at >= 0 && !(walk.done & (1 << at))) ({ spent, done } = over(walk, at));
      }
      const before = { walk, turn: edge.turn };
      const stops = walk.runs && promise.stops.some(hits);
      if (stops) {
        if (sum(spent) > most && applies(promise, walk.state)) {
          return { spans: told({ spent }), ...storyOf({ ...walk, before }) };
        }
        continue;
      }
      if (rounds !== walk.rounds) done = 0;
      const next = {
        ...walk,
        state,
        runs: walk.runs || hits(promise.starts),
        spent,
        done,
        rounds,
        open,
        before,
      };
      follow(next);
      if (next.runs && next.open === undefined) begin(next, hits);
    }
  }
  return undefined;
};
