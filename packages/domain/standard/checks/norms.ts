// A promise must leave time for the work that the agency allows itself, and for the waits that it does not stop for.
import { durationInWords } from '../../deadline/durations-in-words.ts';
import { leastLength } from '../../deadline/lengths.ts';
import { limitFor } from '../../process/explore-limit.ts';
import {
  factsOfDeadlines,
  mostSpans,
  type Outlasted,
  outlasted,
  type Span,
} from '../../process/longest-work.ts';
import { indexOf } from '../../process/process-index.ts';
import { stateGraph } from '../../process/state-graph.ts';
import { uncounted } from '../../process/uncounted.ts';
import type { Deadline } from '../deadline.ts';
import type { Duration } from '../duration.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { TenantFacts } from '../tenant-facts.ts';
import { toldStory } from './told.ts';

/** Norms and waits that could take their time while this promise runs. */
const spansOf = (
  { deadlines, timers }: Process,
  promise: Deadline,
  kind: Span['kind'],
  least: (duration: Duration) => number,
): readonly Span[] => {
  if (kind === 'norm') {
    return deadlines.flatMap(({ id, kind: what, duration }) =>
      what === 'norm' && duration.unit !== 'agreed' ? [{ id, kind, minutes: least(duration) }] : [],
    );
  }
  return timers
    .filter((timer) => !promise.pausedWhile?.includes(timer.while))
    .map(({ id, after }) => ({ id, kind, minutes: least(after) }));
};

const inWords = (process: Process, promise: Deadline, { spans, channel, turns }: Outlasted): string => {
  const index = indexOf(process);
  const parts = spans.map(({ id, kind }) => {
    const norm = index.deadlines.get(id);
    const timer = index.timers.get(id);
    const term = kind === 'norm' ? norm?.duration : timer?.after;
    return `"${norm?.label ?? timer?.label ?? id}" ${term ? durationInWords(term) : ''}`;
  });
  const story = toldStory(process, { channel, facts: {}, turns });
  return `"${promise.label}" (${durationInWords(promise.duration)}) lebih pendek dari ${parts.join(' lalu ')}: ${story}.`;
};

/** A second of work. */
const mostWalks = 200_000;

const rules = [
  ['norm', 'promise-below-norms'],
  ['timer', 'promise-below-waiting'],
] as const;

export const checkNorms = ({ process }: Standard, tenant?: TenantFacts): readonly Finding[] => {
  const index = indexOf(process);
  const asked = process.deadlines.flatMap((promise) => {
    // Who agrees on a date knows what is still to be done.
    if (promise.kind !== 'promise' || promise.duration.unit === 'agreed') return [];
    const least = leastLength(promise.duration, tenant?.calendar, promise.calendar);
    const most = least(promise.duration);
    return rules.flatMap(([kind, code]) => {
      const spans = spansOf(process, promise, kind, least).slice(0, mostSpans);
      const all = spans.reduce((sum, { minutes }) => sum + minutes, 0);
      return all > most ? [{ promise, code, spans, most }] : [];
    });
  });
  if (asked.length === 0) return [];
  const graph = stateGraph(uncounted(process).process, limitFor(process), factsOfDeadlines(index));
  const patience = { left: mostWalks };
  return asked.flatMap(({ promise, code, spans, most }) => {
    const found = outlasted(graph, promise, spans, most, patience);
    return found
      ? [
          finding(
            code,
            `process.deadlines.${promise.id}`,
            inWords(process, promise, found),
            citedBy(promise.basis),
          ),
        ]
      : [];
  });
};
