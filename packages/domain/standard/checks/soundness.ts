// Every case can end, cleanly, and everything written can happen: decided by walking through all states of the process.
import { type Exploration, explore } from '../../process/explore.ts';
import { findOutcome, indexOf, type ProcessIndex } from '../../process/process-index.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import { toldStory } from './told.ts';

/** What was never seen. Only a complete walk proves that it cannot happen. */
const neverHappens = (index: ProcessIndex, found: Exploration): readonly Finding[] => [
  ...found.deadSteps.map((id) => {
    const step = index.steps.get(id);
    return finding(
      'step-unreachable',
      stepPlace(id),
      `Langkah "${step?.label ?? id}" tidak pernah tercapai.`,
      step ? citedBy(step.basis) : [],
    );
  }),
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
  ...found.deadEndings.map((id) => {
    const ending = index.endings.get(id);
    return finding(
      'ending-unreachable',
      `process.endings.${id}`,
      `Akhir "${ending?.label ?? id}" tidak pernah tercapai.`,
      ending ? citedBy(ending.basis) : [],
    );
  }),
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

const cannotEnd = ({ process }: Standard, found: Exploration): readonly Finding[] => [
  ...found.stuck.map(({ marking, leftoverAt, waitingRoutes, story }) => {
    const told = toldStory(process, story);
    if (leftoverAt !== undefined) {
      return finding(
        'work-left-running',
        `process.endings.${leftoverAt}`,
        `Berkas sampai di "${leftoverAt}" sementara pekerjaan lain belum selesai (${marking.join(', ')}): ${told}.`,
      );
    }
    const [route] = waitingRoutes;
    const why =
      route === undefined ? 'tidak ada langkah berikutnya' : `tidak ada cabang yang cocok pada "${route}"`;
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
      `Dari sini tidak ada jalan ke akhir mana pun: ${toldStory(process, story)}.`,
    ),
  ),
  ...found.endless.map((story) =>
    finding('unbounded-loop', 'process.steps', `Cabang berputar tanpa henti: ${toldStory(process, story)}.`),
  ),
];

const mustNotHappen = ({ process }: Standard, found: Exploration): readonly Finding[] => [
  ...found.unsafe.map(({ place, by, story }) =>
    finding(
      'place-marked-twice',
      `process.places.${place}`,
      `"${by}" menandai "${place}" untuk kedua kali: ${toldStory(process, story)}.`,
    ),
  ),
  ...found.provisional.map(({ product, story }) =>
    finding(
      'ends-while-provisional',
      `process.products.${product}`,
      `Berkas akan berakhir saat "${product}" masih sementara: ${toldStory(process, story)}.`,
    ),
  ),
];

export const checkSoundness = (standard: Standard): readonly Finding[] => {
  const found = explore(standard.process);
  return [
    ...cannotEnd(standard, found),
    ...mustNotHappen(standard, found),
    ...(found.complete
      ? neverHappens(indexOf(standard.process), found)
      : [
          finding(
            'too-large-to-prove',
            'process',
            `Proses ini memiliki lebih dari ${found.states} keadaan; tidak semuanya dapat diperiksa.`,
          ),
        ]),
  ];
};
