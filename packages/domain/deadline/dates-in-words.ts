// Dates and times as Indonesians write them: "Rabu, 25 Maret 2026", "14.05 WIB".
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import { dateOf, dayMs, dayNumberOf, weekdayOf } from './working-days.ts';
import { offsetMs, type Zone, zoneName } from './zones.ts';

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

/** The months as people call them. */
export const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** "25 Maret 2026" of an ISO date. */
export const plainDateInWords = (date: string): string => {
  const [year = '', month, day] = date.split('-');
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? ''} ${year}`;
};

/** "Rabu, 25 Maret 2026" of an ISO date. */
export const dayInWords = (date: string): string =>
  `${weekdays[weekdayOf(dayNumberOf(date))] ?? ''}, ${plainDateInWords(date)}`;

/** The ISO date on which an instant falls in a zone. */
export const dateIn = (zone: Zone, at: InstantText): string =>
  dateOf(Math.floor((epochMs(at) + offsetMs(zone)) / dayMs));

/** "Rabu, 25 Maret 2026" */
export const dateInWords = (zone: Zone, at: InstantText): string => dayInWords(dateIn(zone, at));

/** "14.05 WIB" */
export const timeInWords = (zone: Zone, at: InstantText): string => {
  const minutes = Math.floor(((((epochMs(at) + offsetMs(zone)) % dayMs) + dayMs) % dayMs) / 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)} ${zoneName(zone)}`;
};

/** "Rabu, 25 Maret 2026, 14.05 WIB" */
export const momentInWords = (zone: Zone, at: InstantText): string =>
  `${dateInWords(zone, at)}, ${timeInWords(zone, at)}`;
