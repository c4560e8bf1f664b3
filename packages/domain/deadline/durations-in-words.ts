// Durations as people read them: "3 hari kerja", "1 jam kerja", "2 jam 15 menit".
import type { Duration, Term } from '../standard/duration.ts';

const units = {
  minute: 'menit',
  working_minute: 'menit kerja',
  hour: 'jam',
  working_hour: 'jam kerja',
  working_day: 'hari kerja',
  calendar_day: 'hari',
} as const satisfies Record<Duration['unit'], string>;

export const durationInWords = (term: Term): string =>
  term.unit === 'agreed' ? 'sampai tanggal yang disepakati' : `${term.amount} ${units[term.unit]}`;

/** Near enough to say which is shorter; never to reckon with. */
const roughMinutes = {
  minute: 1,
  working_minute: 1,
  hour: 60,
  working_hour: 60,
  working_day: 450,
  calendar_day: 1_440,
} as const satisfies Record<Duration['unit'], number>;

const roughly = ({ amount, unit }: Duration): number => amount * roughMinutes[unit];

/** Several durations in a few words: "1 jam kerja atau 3 hari kerja", "7 sampai 60 hari kerja". A date that is agreed says no length. */
export const rangeInWords = (terms: readonly Term[]): string => {
  const sorted = terms
    .flatMap((term) => (term.unit === 'agreed' ? [] : [term]))
    .sort((a, b) => roughly(a) - roughly(b));
  const words = [...new Set((sorted.length > 0 ? sorted : terms).map(durationInWords))];
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (words.length <= 2 || !first || !last) return words.join(' atau ');
  const shortest = first.unit === last.unit ? `${first.amount}` : durationInWords(first);
  return `${shortest} sampai ${durationInWords(last)}`;
};

/** "45 menit", "1 jam", "2 jam 15 menit" */
export const minutesInWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [`${hours} jam`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} menit`] : []),
  ];
  return parts.join(' ');
};
