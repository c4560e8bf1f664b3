// Moments as people type them: the agency's own clock, or with an offset.
import { offsetMs, type Zone } from '@layan/domain/deadline/zones';
import type { InstantText } from '@layan/domain/kernel/ids';
import { toInstantText } from '@layan/domain/kernel/instant';
import { UsageError } from '../errors.ts';

const shape =
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<clock>([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)(?<offset>Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;

const isDate = (date: string): boolean => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
};

const unreadable = (text: string, why: string): UsageError =>
  new UsageError(
    'time-unreadable',
    `Waktu "${text}" ${why}. Tulis seperti 2026-03-02T09:15 (waktu daerah), atau dengan selisih: 2026-03-02T09:15+07:00, 2026-03-02T02:15Z.`,
  );

/** Without an offset it is the zone's own time. */
export const readMoment = (text: string, zone: Zone): InstantText => {
  const { date = '', clock = '', offset } = shape.exec(text)?.groups ?? {};
  if (date === '') throw unreadable(text, 'tidak dapat dibaca');
  if (!isDate(date)) throw unreadable(text, 'tidak ada dalam kalender');
  if (date < '1970-01-02' || date > '2199-12-31')
    throw unreadable(text, 'di luar tahun 1970 sampai 2199 yang dapat dihitung');
  const full = clock.length === 5 ? `${clock}:00` : clock;
  return offset === undefined
    ? toInstantText(Date.parse(`${date}T${full}Z`) - offsetMs(zone))
    : toInstantText(Date.parse(`${date}T${full}${offset}`));
};
