// A promise must leave time for the work that the agency allows itself, and for the waits that it does not stop for: once,
// and as often as the process may lead back.
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

/** "Konsep ditandatangani" 1 hari kerja, 3 kali */
const partsOf = (process: Process, { spans }: Outlasted): string => {
  const index = indexOf(process);
  const parts = [...new Set(spans)].map((span) => {
    const { id, kind } = span;
    const times = spans.filter((one) => one === span).length;
    const norm = index.deadlines.get(id);
    const timer = index.timers.get(id);
    const term = kind === 'norm' ? norm?.duration : timer?.after;
    const often = times > 1 ? `, ${times} kali` : '';
    return `"${norm?.label ?? timer?.label ?? id}" ${term ? durationInWords(term) : ''}${often}`;
  });
  return parts.join(' lalu ');
};

const inWords = (process: Process, promise: Deadline, found: Outlasted): string => {
  const { channel, turns } = found;
  const story = toldStory(process, { channel, facts: {}, turns });
  return `"${promise.label}" (${durationInWords(promise.duration)}) lebih pendek dari ${partsOf(process, found)}: ${story}.`;
};

/** The story of all rounds is as long as it is plain. */
const roundsInWords = (process: Process, promise: Deadline, found: Outlasted): string =>
  `"${promise.label}" (${durationInWords(promise.duration)}) tidak cukup bila berkas berputar sesering yang diizinkan: ${partsOf(process, found)}.`;

/** A second of work. */
const mostWalks = 200_000;

/** For each promise, since rounds multiply; one that needs more is judged without them. */
const mostRounds = 20_000;

/** How often work may lead back, all in all. */
const boundedRounds = ({ steps }: Process): number =>
  steps.reduce(
    (sum, { outcomes }) => sum + outcomes.reduce((rounds, { atMost = 0 }) => rounds + atMost, 0),
    0,
  );

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
      const rounds = 1 + boundedRounds(process);
      return all * rounds > most ? [{ promise, code, spans, most, atOnce: all > most }] : [];
    });
  });
  if (asked.length === 0) return [];
  const graph = stateGraph(uncounted(process).process, limitFor(process), factsOfDeadlines(index));
  const patience = { left: mostWalks };
  return asked.flatMap(({ promise, code: once, spans, most, atOnce }) => {
    const straight = atOnce ? outlasted(graph, promise, spans, most, patience) : undefined;
    const found = straight ?? outlasted(graph, promise, spans, most, { left: mostRounds }, index);
    const code = straight ? once : 'promise-below-rounds';
    return found
      ? [
          finding(
            code,
            `process.deadlines.${promise.id}`,
            (straight ? inWords : roundsInWords)(process, promise, found),
            citedBy(promise.basis),
          ),
        ]
      : [];
  });
};
