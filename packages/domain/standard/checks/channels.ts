// Ways in: those that the text names are served, those that are served stand in the text, and each has its promise.
import { promisedOn } from '../../process/promised-on.ts';
import type { Channel } from '../channel.ts';
import type { ComponentKey } from '../components.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, findSentence } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import {
  type ChannelKind,
  channelKindNames,
  channelsNamedIn,
  channelsOfferedIn,
  mayName,
} from './channel-words.ts';

const objection = /\b(?:keberatan|banding|sanggah(?:an)?)\b/i;

/** How to object is this service's own matter, wherever it is said. */
const objecting = ({ components }: Standard) =>
  components
    .filter(({ key }) => key === 'complaintHandling' || key === 'serviceGuarantee')
    .flatMap(({ key, sentences }) =>
      sentences
        .filter(({ text }) => objection.test(text))
        .map((sentence) => ({ key, sentence, kinds: channelsOfferedIn(sentence.text, false) })),
    );

/** Where the text says how one may come; how to complain about the service is another service's matter. */
const offering = (standard: Standard) => {
  const keys: readonly ComponentKey[] = ['requirements', 'procedure', 'processingTime'];
  const own = standard.components
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ key, sentences }) =>
      sentences.map((sentence) => ({
        key,
        sentence,
        kinds: channelsOfferedIn(sentence.text, key === 'processingTime'),
      })),
    );
  if (standard.kind !== 'complaint') return [...own, ...objecting(standard)];
  const complaints = standard.components
    .filter(({ key }) => key === 'complaintHandling')
    .flatMap(({ key, sentences }) =>
      sentences.map((sentence) => ({ key, sentence, kinds: channelsNamedIn(sentence.text) })),
    );
  return [...own, ...complaints];
};

const unserved = (standard: Standard): readonly Finding[] => {
  const { channels } = standard.process;
  // A reading speaks of channels where it names this one, or how one comes at all.
  const isRead = (kind: ChannelKind, sentence: string) =>
    standard.readings.some(
      ({ cites, statement, why }) =>
        cites.includes(sentence) &&
        (/\b(?:kanal|jalur|media)(?:nya)?\b/i.test(statement) || mayName(`${statement} ${why}`, kind)),
    );
  const served = (kind: ChannelKind, sentence: string) =>
    channels.some(
      (channel) =>
        channel.kind === kind || (channel.kind === 'other' && citedBy(channel.basis).includes(sentence)),
    );
  const reported = new Set<ChannelKind>();
  return offering(standard).flatMap(({ key, sentence: { id, text }, kinds }) =>
    kinds.flatMap((kind) => {
      if (isRead(kind, id) || served(kind, id) || reported.has(kind)) return [];
      reported.add(kind);
      const message = `Naskah menyebut ${channelKindNames[kind]}, tetapi tidak ada kanalnya: "${text}"`;
      return [finding('channel-text-unbacked', `components.${key}.${id}`, message, [id])];
    }),
  );
};

/** Counters need no mention; what else citizens come by, the text says or a reading adds. */
const unmentioned = (standard: Standard): readonly Finding[] =>
  standard.process.channels
    .filter(({ kind, basis }) => kind !== 'counter' && kind !== 'other' && !('inferred' in basis))
    .filter(({ kind, basis }) => {
      const texts = citedBy(basis).map((id) => findSentence(standard, id)?.text ?? '');
      const byLetter = kind === 'letter' && texts.some((text) => /\bsurat\b/i.test(text));
      return !byLetter && !texts.some((text) => channelsNamedIn(text).includes(kind));
    })
    .map(({ id, label, kind, basis }) =>
      finding(
        'channel-not-in-text',
        `process.channels.${id}`,
        `Kanal "${label}" merujuk kalimat yang tidak menyebut ${channelKindNames[kind]}.`,
        citedBy(basis),
      ),
    );

/** Objections are judged by their own rule; where nothing at all is promised, one finding says so. */
const unpromised = (process: Process): readonly Finding[] =>
  process.deadlines.every(({ kind }) => kind === 'norm')
    ? []
    : process.channels
        .filter(({ id, about }) => about === undefined && promisedOn(process, id).length === 0)
        .map(({ id, label, basis }) =>
          finding(
            'channel-without-promise',
            `process.channels.${id}`,
            `Bagi yang datang lewat "${label}" tidak ada janji waktu.`,
            citedBy(basis),
          ),
        );

/** Paper lies for a while before somebody enters it: the promise runs from when it came. */
const unstamped = (process: Process): readonly Finding[] =>
  process.channels
    .filter(({ kind, receipt }) => (kind === 'letter' || kind === 'box') && receipt === undefined)
    .filter(({ id }) => promisedOn(process, id).some(({ starts }) => 'filed' in starts))
    .map(({ id, label, basis }) =>
      finding(
        'receipt-unstated',
        `process.channels.${id}`,
        `Yang masuk lewat "${label}" baru dihitung sejak dicatat petugas.`,
        citedBy(basis),
      ),
    );

/** Only where somebody stands before us can anything be shown. */
const canShow = ({ kind }: Channel): boolean => kind === 'counter' || kind === 'other';

const shownFromAfar = ({ requirements, channels, steps }: Process): readonly Finding[] =>
  requirements
    .filter(({ shown }) => shown)
    .flatMap(({ id, label, basis }) => {
      const asking = channels.filter((channel) => channel.requirements.includes(id) && !canShow(channel));
      const brought = steps.filter(({ evidence }) => evidence?.includes(id));
      const where = [...asking, ...brought].map((one) => `"${one.label}"`);
      if (where.length === 0) return [];
      const message = `"${label}" hanya ditunjukkan, tetapi diminta pada ${where.join(', ')}.`;
      return [finding('requirement-malformed', `process.requirements.${id}`, message, citedBy(basis))];
    });

export const checkChannels = (standard: Standard): readonly Finding[] => [
  ...unserved(standard),
  ...unmentioned(standard),
  ...unpromised(standard.process),
  ...unstamped(standard.process),
  ...shownFromAfar(standard.process),
];
