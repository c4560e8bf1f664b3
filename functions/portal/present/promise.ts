// Promises as cards: those whose clock runs, in the words of the engine, and those that are still to begin.
import type { PromiseView } from '@layan/application/promise/promise-view';
import { verbatimOf } from '@layan/domain/case/stated-promises';
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import { findOutcome, indexOf } from '@layan/domain/process/process-index';
import { promisesAhead } from '@layan/domain/process/promised-on';
import type { Deadline, Trigger } from '@layan/domain/standard/deadline';
import type { Process } from '@layan/domain/standard/process';
import type { Standard } from '@layan/domain/standard/standard';
import type { PromiseProps } from '@layan/portal/parts/promise-card';
import { conditionInWords } from './condition-in-words.ts';

const conditionOf = (process: Process, { when }: Deadline): readonly string[] => {
  const words = when && conditionInWords(process, when);
  return words === undefined ? [] : [`Berlaku bila ${words}.`];
};

const startOf = (process: Process, starts: Trigger): string => {
  const index = indexOf(process);
  if ('filed' in starts) return 'dihitung sejak permohonan diterima';
  if ('ended' in starts) return 'dihitung sejak permohonan selesai';
  if ('issued' in starts)
    return `dihitung sejak ${index.products.get(starts.issued)?.label ?? 'produk'} terbit`;
  const step = index.steps.get(starts.step);
  const said = step && findOutcome(step, starts.outcome)?.citizen;
  return said === undefined ? 'dihitung sejak tahap berikutnya' : `dihitung sejak kami kabari: “${said}”`;
};

/** A promise whose clock has not started. */
const ahead = (standard: Standard, deadline: Deadline): PromiseProps => ({
  id: deadline.id,
  label: deadline.label,
  isTarget: deadline.kind === 'target',
  state: 'waiting',
  standing: `${durationInWords(deadline.duration)}, ${startOf(standard.process, deadline.starts)}`,
  notes: conditionOf(standard.process, deadline),
  verbatim: verbatimOf(standard, deadline),
  ledger: [],
});

const begun = (
  { id, kind, label, state, due, dueAt, words, verbatim, caution, ledger }: PromiseView,
  standard: Standard,
): PromiseProps => {
  const deadline = standard.process.deadlines.find((candidate) => candidate.id === id);
  const [condition] = deadline && state === 'conditional' ? conditionOf(standard.process, deadline) : [];
  return {
    id,
    label,
    isTarget: kind === 'target',
    state,
    standing: condition ?? words,
    notes: caution === undefined ? [] : [caution],
    verbatim,
    ledger,
    due: { words: due, instant: dueAt },
  };
};

/**
 * The published promises of a case, in the order of the standard: those that began, and those that still may. None is
 * ahead any more once the case has ended.
 */
export const promiseProps = (
  standard: Standard,
  promises: readonly PromiseView[],
  ended: boolean,
  channel: string,
): readonly PromiseProps[] => {
  const known = promises.map(({ id }) => id);
  const still = ended ? [] : promisesAhead(standard.process, channel, known);
  return standard.process.deadlines.flatMap((deadline) => {
    const view = promises.find(({ id }) => id === deadline.id);
    if (!view) return still.includes(deadline) ? [ahead(standard, deadline)] : [];
    return view.state === 'dropped' ? [] : [begun(view, standard)];
  });
};
