// The citizen's timeline: one sentence for each thing that happened and that the standard has words for.
import type { CaseEvent } from './event.ts';
import type { Sealed } from './facts.ts';
import type { CaseSnapshot } from './snapshot.ts';

export const filedSentence = 'Permohonan Anda sudah kami terima.';

/** The timeline with one more sentence; unchanged when there is nothing to say. */
export const told = (
  snapshot: CaseSnapshot,
  event: CaseEvent,
  text: string | undefined,
  note?: Sealed,
): CaseSnapshot['timeline'] =>
  text === undefined
    ? snapshot.timeline
    : [...snapshot.timeline, { at: event.at, text, ...(note && { note }) }];
