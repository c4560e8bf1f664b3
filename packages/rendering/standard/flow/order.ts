// The order of the rows: what comes later stands lower, what returns points up. Objections stand after the service itself.
import { type FlowNode, targetsOf, type Way } from './graph.ts';

interface Edges {
  /** What follows when the work goes on, or ends badly. */
  readonly onward: readonly string[];
  /** What follows when something is sent back. */
  readonly back: readonly string[];
}

type Graph = ReadonlyMap<string, Edges>;

const graphBetween = (nodes: readonly FlowNode[]): Graph => {
  const known = new Set(nodes.map(({ id }) => id));
  return new Map(
    nodes.map(({ id, ways }) => {
      const to = (some: readonly Way[]) => some.flatMap(targetsOf).filter((target) => known.has(target));
      return [
        id,
        {
          onward: [
            ...to(ways.filter(({ tone }) => tone === 'proceed')),
            ...to(ways.filter(({ tone }) => tone === 'refuse')),
          ],
          back: to(ways.filter(({ tone }) => tone === 'return')),
        },
      ];
    }),
  );
};

const leadsTo = (forward: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean => {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const next of forward.get(id) ?? []) seen.add(next);
  }
  return false;
};

/** Nodes reached from these, and the edges that point down: the way onward before what is sent back, and never in a circle. */
const forwardFrom = (graph: Graph, roots: readonly string[], taken: ReadonlySet<string>) => {
  const forward = new Map<string, Set<string>>();
  const returns: (readonly [string, string])[] = [];
  const visit = (root: string): void => {
    const way: { readonly id: string; readonly next: string[] }[] = [];
    const enter = (id: string): void => {
      const { onward = [], back = [] } = graph.get(id) ?? {};
      forward.set(id, new Set());
      way.push({ id, next: [...onward] });
      returns.push(...back.map((target) => [id, target] as const));
    };
    enter(root);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const target = here.next.shift();
      if (target === undefined) way.pop();
      else if (!taken.has(target) && !leadsTo(forward, target, here.id)) {
        forward.get(here.id)?.add(target);
        if (!forward.has(target)) enter(target);
      }
    }
  };
  for (const root of roots) if (!forward.has(root) && !taken.has(root)) visit(root);
  for (let edge = returns.shift(); edge; edge = returns.shift()) {
    const [from, target] = edge;
    if (taken.has(target) || leadsTo(forward, target, from)) continue;
    forward.get(from)?.add(target);
    if (!forward.has(target)) visit(target);
  }
  return forward;
};

/** Always the node that stands first in the standard among those whose predecessors are all there. */
const sorted = (
  rank: ReadonlyMap<string, number>,
  forward: ReturnType<typeof forwardFrom>,
): readonly string[] => {
  const waiting = new Map([...forward.keys()].map((id) => [id, 0]));
  for (const targets of forward.values()) {
    for (const target of targets) waiting.set(target, (waiting.get(target) ?? 0) + 1);
  }
  const order: string[] = [];
  const byRank = (a: string, b: string): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  while (waiting.size > 0) {
    const [next] = [...waiting]
      .filter(([, count]) => count === 0)
      .map(([id]) => id)
      .sort(byRank);
    if (next === undefined) throw new Error('forward edges of a flowchart went round in a circle');
    order.push(next);
    waiting.delete(next);
    for (const target of forward.get(next) ?? []) waiting.set(target, (waiting.get(target) ?? 0) - 1);
  }
  return order;
};

/** Every node once. */
export const orderNodes = (nodes: readonly FlowNode[]): readonly FlowNode[] => {
  const graph = graphBetween(nodes);
  const written = new Map(nodes.map(({ id }, at) => [id, at]));
  const rank = new Map(
    nodes.map(({ id, kind }, at) => {
      const nearest = Math.min(...(graph.get(id)?.onward ?? []).map((target) => written.get(target) ?? at));
      return [id, kind === 'entry' && Number.isFinite(nearest) ? nearest - 0.5 + at / 10_000 : at];
    }),
  );
  const entries = nodes.filter(({ kind }) => kind === 'entry');
  const groups = [
    entries.filter(({ about }) => !about),
    entries.filter(({ about }) => about),
    nodes.filter(({ kind }) => kind !== 'entry'),
  ];
  const order: string[] = [];
  for (const group of groups) {
    const roots = group.map(({ id }) => id);
    order.push(...sorted(rank, forwardFrom(graph, roots, new Set(order))));
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return order.flatMap((id) => byId.get(id) ?? []);
};
