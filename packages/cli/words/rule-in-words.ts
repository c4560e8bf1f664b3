// What a deadline says, in the words of its standard: from when to when, for whom, standing still for what.
import { durationInWords } from '@layan/domain/deadline/durations-in-words';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import { conditionInWords } from '@layan/domain/standard/condition-in-words';
import type { Deadline, Trigger } from '@layan/domain/standard/deadline';
import { findSentence } from '@layan/domain/standard/lookup';
import type { Standard } from '@layan/domain/standard/standard';
import type { Rule } from '../results/deadline-result.ts';

const labelOf = (items: ReadonlyMap<string, { readonly label: string }>, id: string): string =>
  items.get(id)?.label ?? id;

/** How a clock is told that starts with the filing. */
export const onReceipt = 'saat berkas diterima';

export const triggerInWords = (index: ProcessIndex, trigger: Trigger): string => {
  if ('filed' in trigger) return onReceipt;
  if ('ended' in trigger) return 'saat berkas berakhir';
  if ('issued' in trigger) return `saat "${labelOf(index.products, trigger.issued)}" terbit`;
  const step = index.steps.get(trigger.step);
  const outcome = step?.outcomes.find(({ id }) => id === trigger.outcome);
  return `saat langkah "${step?.label ?? trigger.step}" selesai dengan "${outcome?.label ?? trigger.outcome}"`;
};

const parties = { applicant: 'pemohon', external: 'pihak luar' } as const;

const until = ({ duration }: Deadline, index: ProcessIndex): string => {
  if (duration.unit !== 'agreed') return durationInWords(duration);
  const most = duration.atMost ? `, paling lama ${durationInWords(duration.atMost)}` : '';
  return `sampai tanggal yang disepakati ("${labelOf(index.facts, duration.fact)}")${most}`;
};

export const ruleInWords = (standard: Standard, index: ProcessIndex, deadline: Deadline): Rule => {
  const { channels, when, pausedWhile, pausedFor, within, bound, extension, basis } = deadline;
  const cites = [...(basis.cites ?? [])];
  const texts = cites.flatMap((id) => findSentence(standard, id)?.text ?? []);
  return {
    duration: until(deadline, index),
    calendar: deadline.calendar,
    ...(channels && { channels: channels.map((id) => labelOf(index.channels, id)) }),
    starts: triggerInWords(index, deadline.starts),
    stops: deadline.stops.map((trigger) => triggerInWords(index, trigger)),
    ...(when && { when: conditionInWords(index.process.facts, when) }),
    ...(pausedWhile && { pausedWhile }),
    ...(pausedFor && { pausedFor: pausedFor.map((party) => parties[party]) }),
    ...(within !== undefined && { within: labelOf(index.deadlines, within) }),
    ...(bound !== undefined && { bound: labelOf(index.deadlines, bound) }),
    ...(extension && {
      extension: `${durationInWords(extension.by)}, paling banyak ${extension.atMost} kali, oleh ${labelOf(index.roles, extension.role)}`,
    }),
    text: texts.length > 0 ? texts.join(' ') : deadline.label,
    cites,
  };
};
