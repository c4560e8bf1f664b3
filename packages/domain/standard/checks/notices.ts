// Whoever is told of something must be told what.
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';

const noticesOf = ({ steps, interruptions, timers, products }: Process) => [
  ...steps.flatMap((step) =>
    step.outcomes.map((outcome) => ({ ...outcome, place: outcomePlace(step.id, outcome.id) })),
  ),
  ...interruptions.map((one) => ({ ...one, place: `process.interruptions.${one.id}` })),
  ...timers.map((timer) => ({ ...timer, place: `process.timers.${timer.id}` })),
  ...products.flatMap((product) =>
    (product.actions ?? []).map((action) => ({
      ...action,
      place: `process.products.${product.id}.actions.${action.id}`,
    })),
  ),
];

/** Endings always have a sentence. */
export const checkNotices = ({ process }: Standard): readonly Finding[] =>
  noticesOf(process)
    .filter(({ notify, citizen }) => notify && citizen === undefined)
    .map(({ place, label, basis }) =>
      finding('notice-without-words', place, `"${label}" memberi tahu warga tanpa kalimat.`, citedBy(basis)),
    );
