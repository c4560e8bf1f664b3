// Whoever is told of something must be told what.
import { fieldsOf, indexOf, type ProcessIndex } from '../../process/process-index.ts';
import type { Channel } from '../channel.ts';
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

const contacts: readonly string[] = ['email', 'phone'];

/** Facts by which an applicant on this channel can be reached: asked, carried over, or asked for later on. */
const reaches = (index: ProcessIndex, { form, about, identity }: Channel): boolean => {
  const { steps, identity: who } = index.process;
  const told = [
    ...[form, ...steps.map((step) => step.form)].flatMap((one) =>
      fieldsOf(index, one).map(({ fact }) => fact),
    ),
    ...(about?.carries ?? []),
    ...steps.flatMap(({ subcase }) => Object.keys(subcase?.feeds ?? {})),
  ];
  const kept = told.filter((fact) => identity !== 'anonymous' || !who?.facts.includes(fact));
  return kept.some((fact) => contacts.includes(index.facts.get(fact)?.type ?? ''));
};

/** A way in on which nothing is asked by which somebody could be told. */
const unreachable = (process: Process): readonly Finding[] => {
  const index = indexOf(process);
  const told = [...noticesOf(process), ...process.endings].find(({ notify }) => notify === true);
  if (!told) return [];
  return process.channels
    .filter((channel) => !reaches(index, channel))
    .map(({ id, label, basis }) =>
      finding(
        'notice-unreachable',
        `process.channels.${id}`,
        `Kanal "${label}" tidak menanyakan surel atau telepon, padahal "${told.label}" memberi tahu pemohon.`,
        citedBy(basis),
      ),
    );
};

/** A batch has no applicant; those in it are told in cases of their own. */
export const checkNotices = ({ process }: Standard): readonly Finding[] => [
  ...wordless(process),
  ...(process.lines ? [] : [...silentEndings(process), ...unreachable(process)]),
];
