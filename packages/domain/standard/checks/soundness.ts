// Every case can end, cleanly, and everything written can happen: decided by walking through all states of the process.
import { takenKey } from '../../process/automatic.ts';
import { type Exploration, explore } from '../../process/explore.ts';
import { limitFor } from '../../process/explore-limit.ts';
import { findOutcome, indexOf, type ProcessIndex } from '../../process/process-index.ts';
import type { Basis } from '../basis.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace, stepPlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { FindingCode } from './catalogue.ts';
import { placeInWords, placesInWords } from './places-in-words.ts';
import { toldStory } from './told.ts';

/** Places that were marked at some time. */
const markedIn = ({ process }: ProcessIndex, found: Exploration): ReadonlySet<string> => {
  const dead = new Set(found.deadOutcomes.map(({ step, outcome }) => takenKey(step, outcome)));
  return new Set([
    ...process.channels.map(({ opens }) => opens),
    ...process.steps
      .filter(({ id }) => !found.deadSteps.includes(id))
      .flatMap((step) => step.outcomes.filter(({ id }) => !dead.has(takenKey(step.id, id))))
      .flatMap(({ to }) => to),
    ...process.timers.filter(({ id }) => !found.deadTimers.includes(id)).flatMap(({ to }) => to),
    ...process.interruptions.flatMap(({ to }) => to),
  ]);
};

/** What waits for several places, each of which is marked at some time, but never all at once. */
const joinsNothing = (marked: ReadonlySet<string>, after: readonly string[]): boolean =>
  after.length > 1 && after.every((place) => marked.has(place));

const deadJoin = (
  process: Process,
  place: string,
  label: string,
  after: readonly string[],
  basis: Basis,
): Finding =>
  finding(
    'dead-join',
    place,
    `"${label}" menunggu berkas ${after.map((one) => placeInWords(process, one)).join(' dan ')} bersama-sama, yang tidak pernah terjadi.`,
    citedBy(basis),
  );

const deadSteps = (
  index: ProcessIndex,
  found: Exploration,
  marked: ReadonlySet<string>,
): readonly Finding[] =>
  found.deadSteps.flatMap((id) => {
    const step = index.steps.get(id);
    if (!step) return [];
    const { label, after, basis } = step;
    return joinsNothing(marked, after)
      ? [deadJoin(index.process, stepPlace(id), label, after, basis)]
      : [
          finding(
            'step-unreachable',
            stepPlace(id),
            `Langkah "${label}" tidak pernah tercapai.`,
            citedBy(basis),
          ),
        ];
  });

const deadEndings = (
  index: ProcessIndex,
  found: Exploration,
  marked: ReadonlySet<string>,
): readonly Finding[] =>
  found.deadEndings.flatMap((id) => {
    const ending = index.endings.get(id);
    if (!ending) return [];
    const { label, after, basis } = ending;
    const place = `process.endings.${id}`;
    return joinsNothing(marked, after)
      ? [deadJoin(index.process, place, label, after, basis)]
      : [finding('ending-unreachable', place, `Akhir "${label}" tidak pernah tercapai.`, citedBy(basis))];
  });

/** What was never seen. Only a complete walk proves that it cannot happen. */
const neverHappens = (index: ProcessIndex, found: Exploration): readonly Finding[] => [
  ...deadSteps(index, found, markedIn(index, found)),
  ...found.deadOutcomes.map((dead) => {
    const step = index.steps.get(dead.step);
    const outcome = step && findOutcome(step, dead.outcome);
    return finding(
      'outcome-never-offered',
      outcomePlace(dead.step, dead.outcome),
      `Hasil "${outcome?.label ?? dead.outcome}" tidak pernah dapat dipilih.`,
      outcome ? citedBy(outcome.basis) : [],
    );
  }),
  ...deadEndings(index, found, markedIn(index, found)),
  ...found.deadTimers.map((id) => {
    const timer = index.timers.get(id);
    return finding(
      'step-unreachable',
      `process.timers.${id}`,
      `Batas waktu "${timer?.label ?? id}" tidak pernah berjalan.`,
      timer ? citedBy(timer.basis) : [],
    );
  }),
];

const cannotEnd = (index: ProcessIndex, found: Exploration): readonly Finding[] => [
  ...found.stuck.map(({ marking, leftoverAt, waitingRoutes, untold, story }) => {
    const { process } = index;
    const told = toldStory(process, story);
    if (leftoverAt !== undefined) {
      const ending = index.endings.get(leftoverAt);
      return finding(
        'work-left-running',
        `process.endings.${leftoverAt}`,
        `Berkas sampai pada akhir "${ending?.label ?? leftoverAt}" sementara pekerjaan lain belum selesai (${placesInWords(
          process,
          marking.filter((place) => !ending?.after.includes(place)),
        )}): ${told}.`,
      );
    }
    const [route] = waitingRoutes;
    const routeLabel = index.steps.get(route ?? '')?.label ?? route;
    if (route !== undefined && untold.length > 0) {
      const unknown = untold.map((id) => `"${index.facts.get(id)?.label ?? id}"`).join(', ');
      return finding(
        'fact-before-known',
        stepPlace(route),
        `Cabang "${routeLabel}" menunggu jawaban ${unknown}, yang pada jalur ini tidak diketahui: ${told}.`,
      );
    }
    const why =
      route === undefined
        ? 'tidak ada langkah berikutnya'
        : `tidak ada cabang yang cocok pada "${routeLabel}"`;
    return finding(
      'case-stuck',
      route === undefined ? `process.places.${marking.join('+')}` : stepPlace(route),
      `Berkas berhenti karena ${why}: ${told}.`,
    );
  }),
  ...found.trapped.map(({ marking, story }) =>
    finding(
      'case-never-ends',
      `process.places.${marking.join('+')}`,
      `Dari sini tidak ada jalan ke akhir mana pun: ${toldStory(index.process, story)}.`,
    ),
  ),
  ...found.endless.map((story) =>
    finding(
      'unbounded-loop',
      'process.steps',
      `Cabang berputar tanpa henti: ${toldStory(index.process, story)}.`,
    ),
  ),
];

const mustNotHappen = (
  { process, steps, timers, products }: ProcessIndex,
  found: Exploration,
): readonly Finding[] => [
  ...found.unsafe.map(({ place, by, story }) =>
    finding(
      'place-marked-twice',
      `process.places.${place}`,
      `"${steps.get(by)?.label ?? timers.get(by)?.label ?? by}" membuat berkas untuk kedua kali berada ${placeInWords(process, place)}: ${toldStory(process, story)}.`,
    ),
  ),
  ...found.provisional.map(({ product, story }) =>
    finding(
      'ends-while-provisional',
      `process.products.${product}`,
      `Berkas akan berakhir saat "${products.get(product)?.label ?? product}" masih sementara: ${toldStory(process, story)}.`,
    ),
  ),
];

const letterWords: Readonly<
  Record<Exclude<Exploration['letters'][number]['fault'], 'blank'>, readonly [FindingCode, string]>
> = {
  unfrozen: ['letter-unfrozen', 'terbit tanpa dibekukan lebih dahulu'],
  corrected: ['correction-after-freezing', 'masih dikoreksi setelah dibekukan'],
  uncancelled: ['return-without-cancel', 'dikembalikan tanpa membatalkan surat yang sudah dibekukan'],
  unsigned: ['letter-unsigned-at-end', 'belum ditandatangani saat berkas berakhir'],
};

const onLetters = (index: ProcessIndex, found: Exploration): readonly Finding[] =>
  found.letters.flatMap(({ fault, product, at, story }) => {
    if (fault === 'blank') return [];
    const [code, says] = letterWords[fault];
    const [step = '', outcome = ''] = at.split(':');
    const place = fault === 'unsigned' ? `process.endings.${at}` : outcomePlace(step, outcome);
    const label = index.products.get(product)?.label ?? product;
    return [finding(code, place, `"${label}" ${says}: ${toldStory(index.process, story)}.`)];
  });

export const checkSoundness = (standard: Standard): readonly Finding[] => {
  const found = explore(standard.process);
  const index = indexOf(standard.process);
  // What joins nothing is why cases get stuck before it.
  const never = found.complete ? neverHappens(index, found) : [];
  return [
    ...never.filter(({ code }) => code === 'dead-join'),
    ...cannotEnd(index, found),
    ...mustNotHappen(index, found),
    ...onLetters(index, found),
    ...(found.complete
      ? never.filter(({ code }) => code !== 'dead-join')
      : [
          finding(
            'too-large-to-prove',
            'process',
            `Proses ini memiliki lebih dari ${limitFor(standard.process)} keadaan. Sebanyak itu yang diperiksa; sisanya tidak terbukti.`,
          ),
        ]),
  ];
};
