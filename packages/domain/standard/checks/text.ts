// The text layer: components, sentences, readings, and what the process says about them.
import { componentNames } from '../component-names.ts';
import { deliveryComponents, managementComponents } from '../components.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, elementsOf, sentencesOf } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import { answeredSentences } from './answered.ts';

const missingComponents = ({ components }: Standard): readonly Finding[] => {
  const present = new Set<string>(components.map(({ key }) => key));
  const all = [...deliveryComponents, ...managementComponents];
  const count = `${present.size} dari ${all.length} komponen sudah ada`;
  const missing =
    (code: 'component-missing' | 'management-component-missing') => (key: keyof typeof componentNames) =>
      present.has(key)
        ? []
        : [finding(code, `components.${key}`, `Komponen "${componentNames[key]}" belum ada; ${count}.`)];
  return [
    ...deliveryComponents.flatMap(missing('component-missing')),
    ...managementComponents.flatMap(missing('management-component-missing')),
  ];
};

const sentencesInPlace = (standard: Standard): readonly Finding[] => {
  const sources = new Set(standard.sources.map(({ id }) => id));
  return sentencesOf(standard).flatMap(({ sentence, component, place }) => [
    ...(sentence.id.startsWith(`${component.key}.`)
      ? []
      : [
          finding(
            'sentence-misplaced',
            place,
            `Kalimat "${sentence.id}" ada di komponen "${component.title}".`,
          ),
        ]),
    ...(sources.has(sentence.source)
      ? []
      : [
          finding('unknown-source', place, `Dokumen sumber "${sentence.source}" tidak terdaftar.`, [
            sentence.id,
          ]),
        ]),
  ]);
};

const citations = (standard: Standard): readonly Finding[] => {
  const sentences = new Set(sentencesOf(standard).map(({ sentence }) => sentence.id));
  const readings = new Set(standard.readings.map(({ id }) => id));
  const unknown = (place: string, cites: readonly string[]) =>
    cites
      .filter((id) => !sentences.has(id))
      .map((id) => finding('unknown-sentence', place, `Kalimat "${id}" tidak ada pada komponen mana pun.`));
  return [
    ...standard.readings.flatMap(({ id, cites }) => unknown(`readings.${id}`, cites)),
    ...elementsOf(standard.process).flatMap(({ place, basis }) => [
      ...unknown(place, citedBy(basis)),
      ...('inferred' in basis && !readings.has(basis.inferred)
        ? [finding('unknown-reading', place, `Tafsiran "${basis.inferred}" tidak ada pada daftar.`)]
        : []),
    ]),
  ];
};

const idleReadings = (standard: Standard): readonly Finding[] => {
  const used = new Set(
    elementsOf(standard.process).flatMap(({ basis }) => ('inferred' in basis ? [basis.inferred] : [])),
  );
  return standard.readings
    .filter(({ id, cites }) => cites.length === 0 && !used.has(id))
    .map(({ id, statement }) =>
      finding('reading-unused', `readings.${id}`, `Tafsiran ini tidak dipakai: "${statement}"`),
    );
};

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Another published document says something else, and nobody says which counts. */
const contradictions = (standard: Standard): readonly Finding[] => {
  const answered = answeredSentences(standard);
  return standard.components.flatMap(({ key, title, sentences, alternates = [] }) => {
    const own = sentences.map(({ text }) => plain(text));
    return alternates
      .filter(({ id }) => !answered.has(id))
      .filter(({ text }) => !own.some((said) => said.includes(plain(text)) || plain(text).includes(said)))
      .map(({ id, text }) =>
        finding(
          'alternate-unread',
          `components.${key}.${id}`,
          `Dokumen lain berkata lain tentang "${title}": "${text}"`,
          [id],
        ),
      );
  });
};

const decree = (standard: Standard): readonly Finding[] =>
  standard.decree
    ? []
    : [finding('not-enacted', 'decree', 'Standar ini belum memiliki nomor surat keputusan.')];

export const checkText = (standard: Standard): readonly Finding[] => [
  ...missingComponents(standard),
  ...decree(standard),
  ...sentencesInPlace(standard),
  ...citations(standard),
  ...idleReadings(standard),
  ...contradictions(standard),
];
