// What a script names that the standard does not have: the engine takes such names for a bug, here they are a slip of the pen.

import { findOutcome, indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Story } from '@layan/domain/process/story';
import type { Turn } from '@layan/domain/standard/example';
import type { Standard } from '@layan/domain/standard/standard';
import { suggestion } from '../words/nearest.ts';

export interface UnknownName {
  /** 0 is the filing. */
  readonly turn: number;
  readonly message: string;
}

const missing = (what: string, id: string, known: Iterable<string>): string =>
  `${what} "${id}" tidak ada pada standar ini.${suggestion(id, [...known])}`;

const inTurn = (index: ProcessIndex, turn: Turn): string | undefined => {
  const { steps, timers, interruptions, suspensions, deadlines, roles } = index;
  if ('step' in turn) {
    const step = steps.get(turn.step);
    if (!step) return missing('Langkah', turn.step, steps.keys());
    if (step.kind === 'route')
      return `Langkah "${turn.step}" berjalan sendiri; jangan ditulis sebagai giliran.`;
    if (step.kind === 'line')
      return `Langkah "${turn.step}" menunggu berkas bersama. Tulis: { "line": "${turn.step}", "outcome": "..." }.`;
    if (step.kind === 'subcase')
      return `Langkah "${turn.step}" menunggu berkas lain. Tulis: { "subcase": "${turn.step}", "ending": "..." }.`;
    if (turn.as !== undefined && !roles.has(turn.as)) return missing('Peran', turn.as, roles.keys());
    if (findOutcome(step, turn.outcome)) return undefined;
    return missing(
      `Hasil pada langkah "${turn.step}",`,
      turn.outcome,
      step.outcomes.map(({ id }) => id),
    );
  }
  if ('timer' in turn)
    return timers.has(turn.timer) ? undefined : missing('Batas waktu tempat', turn.timer, timers.keys());
  if ('interruption' in turn)
    return interruptions.has(turn.interruption)
      ? undefined
      : missing('Interupsi', turn.interruption, interruptions.keys());
  if ('suspend' in turn)
    return suspensions.has(turn.suspend) ? undefined : missing('Penundaan', turn.suspend, suspensions.keys());
  if ('extend' in turn)
    return deadlines.has(turn.extend) ? undefined : missing('Batas waktu', turn.extend, deadlines.keys());
  if ('decide' in turn) {
    const deciding = [...steps.values()].filter(({ lines }) => lines);
    const decisions = deciding.find(({ id }) => id === turn.decide)?.lines?.decisions.map(({ id }) => id);
    if (!decisions)
      return missing(
        'Langkah yang memutuskan baris,',
        turn.decide,
        deciding.map(({ id }) => id),
      );
    return decisions.includes(turn.decision)
      ? undefined
      : missing(`Keputusan pada langkah "${turn.decide}",`, turn.decision, decisions);
  }
  if ('line' in turn) {
    const waiting = [...steps.values()].filter(({ kind }) => kind === 'line');
    const outcomes = waiting.find(({ id }) => id === turn.line)?.outcomes.map(({ id }) => id);
    if (!outcomes)
      return missing(
        'Langkah baris',
        turn.line,
        waiting.map(({ id }) => id),
      );
    return outcomes.includes(turn.outcome)
      ? undefined
      : missing(`Hasil pada langkah "${turn.line}",`, turn.outcome, outcomes);
  }
  if (!('subcase' in turn)) return undefined;
  const subcases = [...steps.values()].filter(({ kind }) => kind === 'subcase').map(({ id }) => id);
  return subcases.includes(turn.subcase) ? undefined : missing('Langkah sub-berkas', turn.subcase, subcases);
};

const factsOf = (turn: Turn): Readonly<Record<string, unknown>> =>
  'facts' in turn ? (turn.facts ?? {}) : {};

export const unknownName = (
  { process }: Standard,
  { channel, received, facts, turns }: Story,
): UnknownName | undefined => {
  const index = indexOf(process);
  if (!index.channels.has(channel))
    return { turn: 0, message: missing('Kanal', channel, index.channels.keys()) };
  if (received !== undefined && !index.channels.get(channel)?.receipt)
    return {
      turn: 0,
      message: `Kanal "${channel}" tidak mempunyai saat diterima tersendiri ("receipt"); hapus "received".`,
    };
  const told = [facts, ...turns.map(factsOf)];
  for (const [turn, names] of told.entries()) {
    const unknown = Object.keys(names).find((id) => !index.facts.has(id));
    if (unknown !== undefined) return { turn, message: missing('Data', unknown, index.facts.keys()) };
  }
  for (const [at, turn] of turns.entries()) {
    const message = inTurn(index, turn);
    if (message !== undefined) return { turn: at + 1, message };
  }
  return undefined;
};
