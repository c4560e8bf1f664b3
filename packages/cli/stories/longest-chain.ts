// The norms of a path that follow each other: work side by side takes as long as the longest of it, as the checker counts.
import type { CaseEvent } from '@layan/domain/case/event';

/** One run of a norm's clock, from one move of the case to another. */
interface Run {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

const moves: readonly CaseEvent['body']['type'][] = ['stepCompleted', 'timerFired', 'interrupted', 'routed'];

const runsOf = (events: readonly CaseEvent[], norms: ReadonlySet<string>): readonly Run[] => {
  const open = new Map<string, number>();
  const runs: Run[] = [];
  let move = 0;
  for (const { body } of events) {
    if (moves.includes(body.type)) move += 1;
    if (body.type === 'promiseStarted' && norms.has(body.promise)) open.set(body.promise, move);
    if (body.type !== 'promiseKept' && body.type !== 'promiseBroken' && body.type !== 'promiseDropped')
      continue;
    const from = open.get(body.promise);
    if (from === undefined) continue;
    open.delete(body.promise);
    if (body.type !== 'promiseDropped') runs.push({ id: body.promise, from, to: move });
  }
  return [...runs, ...[...open].map(([id, from]) => ({ id, from, to: move }))];
};

interface Chain {
  readonly weight: number;
  readonly ids: readonly string[];
  readonly to: number;
}

/** Ids of the norms that one after the other take longest; a norm that runs again stands there again. */
export const longestChain = (
  events: readonly CaseEvent[],
  weights: ReadonlyMap<string, number>,
): readonly string[] => {
  const runs = [...runsOf(events, new Set(weights.keys()))].sort((a, b) => a.to - b.to || a.from - b.from);
  const chains: Chain[] = [];
  const heavier = (a: Chain, b: Chain): Chain => (b.weight > a.weight ? b : a);
  const none: Chain = { weight: 0, ids: [], to: 0 };
  for (const { id, from, to } of runs) {
    const before = chains.filter((chain) => chain.to <= from).reduce(heavier, none);
    chains.push({ weight: before.weight + (weights.get(id) ?? 0), ids: [...before.ids, id], to });
  }
  return chains.reduce(heavier, none).ids;
};
