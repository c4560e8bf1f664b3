// Loops must end: every way round passes an outcome that is bounded, or the applicant's own doing.
import { type Finding, finding } from '../finding.ts';
import { citedBy, stepPlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';

interface Way {
  readonly from: string;
  readonly to: string;
}

/** From place to place, as far as nothing bounds it. A place that is taken and put back at once leads nowhere new. */
const waysOf = (step: Step): readonly Way[] => {
  if (step.kind === 'supply') return [];
  return step.outcomes
    .filter(({ atMost }) => atMost === undefined)
    .flatMap(({ to }) => {
      const stays = step.after.every((place) => to.includes(place));
      const reached = stays ? to : to.filter((place) => !step.after.includes(place));
      const left = stays ? step.after : step.after.filter((place) => !to.includes(place));
      return left.flatMap((from) => reached.map((place) => ({ from, to: place })));
    });
};

const reachableFrom = (start: string, ways: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [start];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const next of ways.get(place) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
};

const waysThrough = ({ steps, timers }: Process): ReadonlyMap<string, readonly string[]> => {
  const ways = [
    ...steps.flatMap(waysOf),
    ...timers.flatMap((timer) => timer.to.map((to) => ({ from: timer.while, to }))),
  ];
  const byPlace = new Map<string, string[]>();
  for (const { from, to } of ways) byPlace.set(from, [...(byPlace.get(from) ?? []), to]);
  return byPlace;
};

export const checkLoops = ({ process }: Standard): readonly Finding[] => {
  const ways = waysThrough(process);
  const returns = ({ from, to }: Way) => from === to || reachableFrom(to, ways).has(from);
  const circling = process.steps.filter((step) => waysOf(step).some(returns));
  const [first] = circling;
  if (!first) return [];
  const labels = circling.map(({ label }) => `"${label}"`).join(', ');
  return [
    finding(
      'unbounded-loop',
      stepPlace(first.id),
      `Berkas dapat berputar tanpa batas melalui ${labels}.`,
      circling.flatMap(({ basis }) => citedBy(basis)),
    ),
  ];
};
