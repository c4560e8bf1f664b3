// Objections answer what refuses or takes away, every such decision can be answered, and each has its own clock.

import type { Channel } from '../channel.ts';
import type { Ending } from '../ending.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';

/** What decides against somebody, or may not satisfy whoever complained. */
const answerable: readonly Ending['kind'][] = ['refused', 'answered'];

const unfit = ({ endings, products }: Process, { id, label, about, basis }: Channel): readonly Finding[] => {
  const actions = products.flatMap((product) => product.actions ?? []);
  const gives = [
    ...endings.filter((ending) => about?.endings.includes(ending.id) && !answerable.includes(ending.kind)),
    ...actions.filter((action) => about?.changes?.includes(action.id) && action.change !== 'revoke'),
  ];
  return gives.map((given) =>
    finding(
      'objection-unfit',
      `process.channels.${id}`,
      `"${label}" menjawab "${given.label}", yang tidak menolak atau mencabut apa pun.`,
      citedBy(basis),
    ),
  );
};

const startsOn = ({ deadlines }: Process, channel: string): boolean =>
  deadlines.some(
    ({ kind, starts, channels }) =>
      kind === 'promise' && 'filed' in starts && (channels === undefined || channels.includes(channel)),
  );

/** Places that a case can come to without being an objection. */
const ordinaryPlaces = ({ channels, steps, timers, interruptions }: Process): ReadonlySet<string> => {
  const places = new Set([
    ...channels.filter(({ about }) => !about).map(({ opens }) => opens),
    ...interruptions.flatMap(({ to }) => to),
  ]);
  const passages = [
    ...steps.map(({ after, outcomes }) => ({ after, to: outcomes.flatMap(({ to }) => to) })),
    ...timers.map((timer) => ({ after: [timer.while], to: timer.to })),
  ];
  for (let size = -1; size !== places.size; ) {
    size = places.size;
    for (const { after, to } of passages) {
      if (after.every((place) => places.has(place))) for (const place of to) places.add(place);
    }
  }
  return places;
};

/** Where there is no way to object at all, one finding says so for every refusal. */
const impossible = ({ channels, endings, lines }: Process): readonly Finding[] => {
  // Whoever is refused in a batch objects in the case of their own.
  if (lines) return [];
  const refusals = endings.filter(({ kind }) => kind === 'refused');
  if (refusals.length === 0 || channels.some(({ about }) => about)) return [];
  const labels = refusals.map(({ label }) => `"${label}"`).join(', ');
  return [
    finding(
      'no-objection-channel',
      'process.channels',
      `Layanan ini dapat menolak (${labels}), tetapi tidak ada kanal keberatan.`,
      refusals.flatMap(({ basis }) => citedBy(basis)),
    ),
  ];
};

const forgotten = (process: Process): readonly Finding[] => {
  const abouts = process.channels.flatMap(({ about }) => about ?? []);
  if (abouts.length === 0) return [];
  const answered = new Set(abouts.flatMap(({ endings }) => endings));
  const ordinary = ordinaryPlaces(process);
  return process.endings
    .filter(
      ({ id, kind, after }) => kind === 'refused' && !answered.has(id) && after.every((p) => ordinary.has(p)),
    )
    .map(({ id, label, basis }) =>
      finding(
        'refusal-without-objection',
        `process.endings.${id}`,
        `Atas "${label}" tidak ada jalan keberatan.`,
        citedBy(basis),
      ),
    );
};

export const checkObjections = ({ process }: Standard): readonly Finding[] => [
  ...process.channels.flatMap((channel) => unfit(process, channel)),
  ...process.channels
    .filter(({ id, about }) => about && !startsOn(process, id))
    .map(({ id, label, basis }) =>
      finding(
        'objection-without-promise',
        `process.channels.${id}`,
        `Kapan "${label}" dijawab tidak dijanjikan.`,
        citedBy(basis),
      ),
    ),
  ...impossible(process),
  ...forgotten(process),
];
