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
