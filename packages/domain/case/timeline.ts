// The citizen's timeline: one sentence for each thing that happened and that the standard has words for.
import type { Standard } from '../standard/standard.ts';
import type { CaseEvent } from './event.ts';
import type { Sealed } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** Nobody who complains has asked for a favour. */
export const filedSentence = (kind: Standard['kind']): string =>
  `${kind === 'complaint' ? 'Pengaduan' : 'Permohonan'} Anda sudah kami terima.`;

/** A case is read and written whole, so what it tells is bounded: the first sentence and the latest stay. */
export const longestTimeline = 100;

const shortened = (timeline: CaseSnapshot['timeline']): CaseSnapshot['timeline'] =>
  timeline.length < longestTimeline
    ? timeline
    : [...timeline.slice(0, 1), ...timeline.slice(2 - longestTimeline)];

/** The timeline with one more sentence; unchanged when there is nothing to say. */
export const told = (
  snapshot: CaseSnapshot,
  event: CaseEvent,
  text: string | undefined,
  { note, notify }: { readonly note?: Sealed | undefined; readonly notify?: true | undefined } = {},
): CaseSnapshot['timeline'] =>
  text === undefined
    ? snapshot.timeline
    : [
        ...shortened(snapshot.timeline),
        { at: event.at, seq: event.seq, text, ...(note && { note }), ...(notify && { notify }) },
      ];
