// The trace of a deadline for people: what arrives when, day by day, until it is due.
import { dayInWords, timeInWords } from '@layan/domain/deadline/dates-in-words';
import { minutesInWords } from '@layan/domain/deadline/durations-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import { InstantText } from '@layan/domain/kernel/ids';
import type { Trace } from '../results/deadline-result.ts';

type Day = Trace['days'][number];

const closures = {
  nationalHoliday: 'libur nasional',
  jointLeave: 'cuti bersama',
  local: 'libur daerah',
  noHours: 'tidak ada jam buka',
} as const satisfies Record<NonNullable<Day['closed']>['why'], string>;

const isAt = (zone: Zone, at: string): string => timeInWords(zone, InstantText.parse(at));

const what = (zone: Zone, { count, closed, used }: Day, last: boolean, first: string): string => {
  if (closed) {
    const why = closures[closed.why];
    return `tutup: ${why}${closed.name === undefined ? '' : ` (${closed.name})`}`;
  }
  if (used) {
    if (used.length === 0) return 'di luar hitungan';
    return used
      .map(({ from, to, minutes }) => `${isAt(zone, from)}–${isAt(zone, to)} ${minutesInWords(minutes)}`)
      .join(', ');
  }
  if (count === 0) return `hari ke-0, ${first}`;
  if (count !== undefined) return `hari ke-${count}`;
  // Only an agreed date ends on a day without a number.
  return last ? 'jatuh tempo' : 'sudah tutup';
};

/** One line for each day; `first` says what happens on the day that does not count yet. */
export const daysInWords = (zone: Zone, days: readonly Day[], first = 'hari mulai'): readonly string[] =>
  days.map((day, at) => {
    const period = day.period === undefined ? '' : ` [${day.period}]`;
    return `${dayInWords(day.date)}: ${what(zone, day, at === days.length - 1, first)}${period}`;
  });
