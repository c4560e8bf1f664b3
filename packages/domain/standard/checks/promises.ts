// What the text promises about time, and what the process keeps of it.

import type { Deadline, Trigger } from '../deadline.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy, effectsOf } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import { readSentences } from './answered.ts';
import { statedTimes } from './stated-times.ts';

/** "3 hari", but neither "3 hari kerja" nor "3 hari kalender". */
const saysDaysOnly = (text: string): boolean => {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return words.some((word, at) => word === 'hari' && !['kerja', 'kalender'].includes(words[at + 1] ?? ''));
};

const dayTypes = (standard: Standard): readonly Finding[] => {
  const component = standard.components.find(({ key }) => key === 'processingTime');
  const open = new Map(
    (component?.sentences ?? []).filter(({ text }) => saysDaysOnly(text)).map(({ id, text }) => [id, text]),
  );
  return standard.process.deadlines.flatMap(({ id, kind, label, basis }) => {
    if (kind === 'norm' || 'inferred' in basis) return [];
    return citedBy(basis).flatMap((sentence) => {
      const text = open.get(sentence);
      return text === undefined
        ? []
        : [
            finding(
              'promise-without-day-type',
              `process.deadlines.${id}`,
              `"${label}" merujuk "${text}", yang tidak menyebut hari kerja atau hari kalender.`,
              [sentence],
            ),
          ];
    });
  });
};

/** Sentences about time that no deadline and no reading answers to. */
const unkept = (standard: Standard): readonly Finding[] => {
  const answered = new Set([
    ...standard.process.deadlines.flatMap(({ basis }) => citedBy(basis)),
    ...standard.readings.flatMap(({ cites }) => cites),
  ]);
  const component = standard.components.find(({ key }) => key === 'processingTime');
  return (component?.sentences ?? [])
    .filter(({ id }) => !answered.has(id))
    .map(({ id, text }) =>
      finding(
        'time-without-promise',
        `components.processingTime.${id}`,
        `"${text}" tidak dihitung oleh batas waktu mana pun.`,
        [id],
      ),
    );
};

/** "dicatat dalam 1 hari kerja" among the steps: a time like any other, that no clock and no period counts. */
const unkeptInProcedure = (standard: Standard): readonly Finding[] => {
  const { deadlines, timers, channels, suspensions = [], products } = standard.process;
  const counted = [...deadlines, ...timers, ...channels, ...suspensions, ...products];
  const answered = new Set([
    ...counted.flatMap(({ basis }) => citedBy(basis)),
    ...standard.readings.flatMap(({ cites }) => cites),
  ]);
  const component = standard.components.find(({ key }) => key === 'procedure');
  return (component?.sentences ?? [])
    .filter(
      ({ id, text }) => !answered.has(id) && /\b(?:dalam|paling la(?:ma|mbat)|selambat|maksimal)/i.test(text),
    )
    .filter(({ text }) => statedTimes(text).length > 0)
    .map(({ id, text }) =>
      finding(
        'time-without-promise',
        `components.procedure.${id}`,
        `"${text}" menyebut waktu yang tidak dihitung oleh batas waktu mana pun.`,
        [id],
      ),
    );
};

/** "15 menit atau sesuai kebutuhan", "kurang lebih 3 hari": a number that may be anything. */
const vague =
  /\b(?:sesuai|menyesuaikan|tergantung|bergantung)\b.{0,20}\b(?:kebutuhan|kesepakatan|disepakati|kondisi|situasi|antrean|antrian|permasalahan)\b/i;
const about = /(?:\b(?:kurang lebih|sekitar|kira-kira)\b|±).{0,10}\d/i;

const openEnds = (standard: Standard): readonly Finding[] => {
  const read = readSentences(standard);
  const targeted = new Set(
    standard.process.deadlines.flatMap(({ kind, basis }) => (kind === 'target' ? citedBy(basis) : [])),
  );
  const component = standard.components.find(({ key }) => key === 'processingTime');
  return (component?.sentences ?? [])
    .filter(({ id, text }) => (vague.test(text) || about.test(text)) && !read.has(id) && !targeted.has(id))
    .map(({ id, text }) =>
      finding(
        'open-ended-time',
        `components.processingTime.${id}`,
        `Waktu ini dapat berarti berapa pun: "${text}"`,
        [id],
      ),
    );
};

const happens = (standard: Standard, trigger: Trigger): boolean =>
  !('issued' in trigger) ||
  effectsOf(standard.process).some(({ effect }) => 'issue' in effect && effect.issue === trigger.issued);

const never = (standard: Standard, { id, label, starts, stops, basis }: Deadline): readonly Finding[] => {
  const place = `process.deadlines.${id}`;
  if (!happens(standard, starts)) {
    return [
      finding('promise-starts-never', place, `Hitungan "${label}" tidak pernah mulai.`, citedBy(basis)),
    ];
  }
  return stops.some((stop) => happens(standard, stop))
    ? []
    : [finding('promise-starts-never', place, `Hitungan "${label}" tidak pernah berhenti.`, citedBy(basis))];
};

export const checkPromises = (standard: Standard): readonly Finding[] => [
  ...dayTypes(standard),
  ...unkept(standard),
  ...unkeptInProcedure(standard),
  ...openEnds(standard),
  ...standard.process.deadlines.flatMap((deadline) => never(standard, deadline)),
  ...(standard.process.deadlines.some(({ kind }) => kind === 'promise')
    ? []
    : [finding('no-promise', 'process.deadlines', 'Standar ini tidak menjanjikan waktu apa pun.')]),
];
