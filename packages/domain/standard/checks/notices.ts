// Whoever is told of something must be told what.
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';

const noticesOf = ({ steps, interruptions, timers, products, deadlines }: Process) => [
  ...steps.flatMap((step) =>
    step.outcomes.map((outcome) => ({ ...outcome, place: outcomePlace(step.id, outcome.id) })),
  ),
  ...interruptions.map((one) => ({ ...one, place: `process.interruptions.${one.id}` })),
  ...timers.map((timer) => ({ ...timer, place: `process.timers.${timer.id}` })),
  ...deadlines.flatMap(({ id, label, basis, extension }) =>
    extension ? [{ ...extension, label, basis, place: `process.deadlines.${id}` }] : [],
  ),
  ...products.flatMap((product) =>
    (product.actions ?? []).map((action) => ({
      ...action,
      place: `process.products.${product.id}.actions.${action.id}`,
    })),
  ),
];

/** Endings and suspensions always have a sentence. */
const wordless = (process: Process): readonly Finding[] =>
  noticesOf(process)
    .filter(({ notify, citizen }) => notify && citizen === undefined)
    .map(({ place, label, basis }) =>
      finding('notice-without-words', place, `"${label}" memberi tahu warga tanpa kalimat.`, citedBy(basis)),
    );

const goesOut = ({ notify, citizen }: { notify?: true | undefined; citizen?: string | undefined }): boolean =>
  notify === true && citizen !== undefined;

/** A way to an ending that tells by itself. Who withdraws knows. */
const silentEndings = (process: Process): readonly Finding[] => {
  const ways = [
    ...process.steps.flatMap(({ outcomes }) => outcomes),
    ...process.timers,
    ...process.interruptions,
  ];
  return process.endings
    .filter(({ kind, notify }) => kind !== 'withdrawn' && notify !== true)
    .filter(({ after }) => {
      const leading = ways.filter(({ to }) => to.some((place) => after.includes(place)));
      return leading.length === 0 || !leading.every(goesOut);
    })
    .map(({ id, label, basis }) =>
      finding(
        'ending-tells-nobody',
        `process.endings.${id}`,
        `Saat berkas berakhir dengan "${label}", pemohon tidak diberi tahu.`,
        citedBy(basis),
      ),
    );
};

export const checkNotices = ({ process }: Standard): readonly Finding[] => [
  ...wordless(process),
  ...silentEndings(process),
];
