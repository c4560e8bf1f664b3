// Clocks that never start, never stop once they started, or that some way to a decision goes without.
import { type ClockRuns, clockRuns, mostClocks } from '../../process/clock-runs.ts';
import { limitFor } from '../../process/explore-limit.ts';
import { factsOfDeadlines } from '../../process/longest-work.ts';
import { indexOf } from '../../process/process-index.ts';
import { promisedOn } from '../../process/promised-on.ts';
import { stateGraph } from '../../process/state-graph.ts';
import type { Story } from '../../process/story.ts';
import { uncounted } from '../../process/uncounted.ts';
import type { Deadline } from '../deadline.ts';
import type { Ending } from '../ending.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import { toldStory } from './told.ts';

/** A second of work. */
const mostWalks = 100_000;

const decided: readonly Ending['kind'][] = ['granted', 'answered', 'refused'];

const never = (clocks: readonly Deadline[], { started, stopped }: ClockRuns): readonly Finding[] =>
  clocks.flatMap(({ id, label, basis }) => {
    const place = `process.deadlines.${id}`;
    if (!started.has(id)) {
      const message = `Hitungan "${label}" tidak pernah mulai pada kanal yang disebutnya.`;
      return [finding('promise-starts-never', place, message, citedBy(basis))];
    }
    if (stopped.has(id)) return [];
    const message = `Hitungan "${label}" tidak pernah berhenti sesudah mulai.`;
    return [finding('promise-starts-never', place, message, citedBy(basis))];
  });

/** What is decided outside, before anything came to the agency, is not for the agency to promise. */
const isOutside = (process: Process, { turns }: Story): boolean => {
  const { steps, roles } = indexOf(process);
  const parties = turns.map((turn) =>
    'step' in turn ? roles.get(steps.get(turn.step)?.role ?? '')?.party : undefined,
  );
  return parties.length > 0 && parties.every((party) => party === 'external');
};

/** Withdrawn, lapsed or passed on, nothing was decided here. */
const unpromised = (process: Process, { unclocked }: ClockRuns): readonly Finding[] =>
  process.endings.flatMap(({ id, kind, label, basis }) => {
    const story = unclocked.get(id);
    // A channel without any promise is told of by itself.
    if (!story || !decided.includes(kind) || promisedOn(process, story.channel).length === 0) return [];
    if (isOutside(process, story)) return [];
    return [
      finding(
        'branch-without-promise',
        `process.endings.${id}`,
        `Berkas dapat sampai "${label}" tanpa satu janji waktu pun yang mulai dihitung: ${toldStory(process, story)}.`,
        citedBy(basis),
      ),
    ];
  });

export const checkClocks = ({ process }: Standard): readonly Finding[] => {
  const clocks = process.deadlines.filter(({ kind }) => kind !== 'norm').slice(0, mostClocks);
  if (clocks.length === 0) return [];
  const graph = stateGraph(uncounted(process).process, limitFor(process), factsOfDeadlines(indexOf(process)));
  const found = graph.complete ? clockRuns(graph, clocks, { left: mostWalks }) : undefined;
  return found ? [...never(clocks, found), ...unpromised(process, found)] : [];
};
