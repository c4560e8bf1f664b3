// The one place that puts a promise into words, for citizens and staff alike: by when, how much is left, how it stands.
import { restriction } from '../case/pauses.ts';
import type { StatedEntry, StatedPromise } from '../case/stated-promises.ts';
import type { InstantText } from '../kernel/ids.ts';
import { epochMs } from '../kernel/instant.ts';
import type { TenantCalendar } from './calendar.ts';
import { dateInWords, momentInWords, timeInWords } from './dates-in-words.ts';
import { minutesInWords } from './durations-in-words.ts';
import { dayPlan } from './working-days.ts';
import { remaining } from './working-time.ts';

export type Reader = 'citizen' | 'staff';

export interface PromiseWords {
  /** "Rabu, 25 Maret 2026"; with the time of day when hours count. */
  readonly due: string;
  /** "sisa 2 hari kerja", "lewat 1 hari kerja", "berhenti sementara: menunggu Anda" */
  readonly standing: string;
  /** Present when the date is an estimate, and why. */
  readonly caution?: string;
}

/** What a promise must tell of itself; a filing that is only being weighed up has no more. */
export type Wordable = Pick<
  StatedPromise,
  | 'state'
  | 'dueAt'
  | 'duration'
  | 'calendar'
  | 'waitsFor'
  | 'suspension'
  | 'settledAt'
  | 'endedAt'
  | 'unknownYears'
> &
  Partial<Pick<StatedPromise, 'kind'>>;

/** An agreed date is a day like any other that is promised. */
const countsDays = ({ duration: { unit } }: Wordable): boolean =>
  unit === 'working_day' || unit === 'calendar_day' || unit === 'agreed';

const daysLeft = (promise: Wordable, calendar: TenantCalendar, now: InstantText): string => {
  const { late, workingDays } = remaining(calendar, promise.calendar, now, promise.dueAt);
  const plan = dayPlan(calendar, promise.calendar);
  const apart = Math.abs(plan.dayNumber(epochMs(promise.dueAt)) - plan.dayNumber(epochMs(now)));
  const working = promise.duration.unit !== 'calendar_day';
  const days = working ? workingDays : apart;
  const unit = working ? 'hari kerja' : 'hari';
  if (late) return days === 0 ? `lewat kurang dari 1 ${unit}` : `lewat ${days} ${unit}`;
  return days === 0
    ? `hari ini, sampai ${timeInWords(calendar.zone, promise.dueAt)}`
    : `sisa ${days} ${unit}`;
};

const timeLeft = (promise: Wordable, calendar: TenantCalendar, now: InstantText): string => {
  const { late, workingMinutes } = remaining(calendar, promise.calendar, now, promise.dueAt);
  const working = promise.duration.unit.startsWith('working_');
  const elapsed = Math.floor(Math.abs(epochMs(promise.dueAt) - epochMs(now)) / 60_000);
  const minutes = working ? workingMinutes : elapsed;
  const amount = `${minutesInWords(minutes)}${working ? ' kerja' : ''}`;
  if (late) return minutes === 0 ? 'baru saja lewat' : `lewat ${amount}`;
  return minutes === 0 ? 'sisa kurang dari 1 menit' : `sisa ${amount}`;
};

const left = (promise: Wordable, calendar: TenantCalendar, now: InstantText): string =>
  countsDays(promise) ? daysLeft(promise, calendar, now) : timeLeft(promise, calendar, now);

const awaited = ({ waitsFor }: Pick<Wordable, 'waitsFor'>, reader: Reader): string => {
  if (waitsFor?.party !== 'applicant') return waitsFor?.label ?? 'pihak lain';
  return reader === 'citizen' ? 'Anda' : 'pemohon';
};

const pausedFor = (paused: Pick<Wordable, 'waitsFor' | 'suspension'>, reader: Reader): string => {
  if (paused.suspension === undefined) return `menunggu ${awaited(paused, reader)}`;
  if (paused.suspension === restriction) return 'pemrosesan data dibatasi atas permintaan pemilik data';
  return reader === 'citizen' ? 'berkas Anda sedang ditunda' : 'berkas sedang ditunda';
};

const kinds = { promise: 'janji', target: 'target', norm: 'norma' } as const;
const kept = { promise: 'ditepati', target: 'tercapai', norm: 'terpenuhi' } as const;
const settled = {
  promise: { kept: 'Ditepati.', broken: 'Terlewat.' },
  target: { kept: 'Target tercapai.', broken: 'Target tidak tercapai.' },
  norm: { kept: 'Norma terpenuhi.', broken: 'Norma terlampaui.' },
} as const;

const standing = (promise: Wordable, calendar: TenantCalendar, now: InstantText, reader: Reader): string => {
  switch (promise.state) {
    case 'conditional':
      return 'berlaku jika syaratnya terpenuhi';
    case 'running':
      return left(promise, calendar, now);
    case 'paused':
      return `berhenti sementara: ${pausedFor(promise, reader)}`;
    case 'kept':
      return `${kept[promise.kind ?? 'promise']} ${dateInWords(calendar.zone, promise.settledAt ?? promise.dueAt)}`;
    case 'broken':
      return `${promise.kind === 'target' ? 'target ' : ''}${left(promise, calendar, promise.endedAt ?? now)}`;
    case 'dropped':
      return 'tidak berlaku';
  }
};

const dueInWords = (promise: Wordable, calendar: TenantCalendar, dueAt: InstantText): string =>
  countsDays(promise) ? dateInWords(calendar.zone, dueAt) : momentInWords(calendar.zone, dueAt);

export const promiseInWords = (
  promise: Wordable,
  calendar: TenantCalendar,
  now: InstantText,
  reader: Reader,
): PromiseWords => {
  const { dueAt, unknownYears } = promise;
  return {
    due: dueInWords(promise, calendar, dueAt),
    standing: standing(promise, calendar, now, reader),
    ...(unknownYears && {
      caution: `Perkiraan: hari libur tahun ${unknownYears.join(' dan ')} belum ditetapkan.`,
    }),
  };
};

export interface LedgerLine {
  readonly at: InstantText;
  /** "Senin, 23 November 2026, 09.05 WIB" */
  readonly when: string;
  /** "Berhenti sementara: menunggu Anda." */
  readonly what: string;
}

const turnInWords = (
  promise: Wordable,
  entry: StatedEntry,
  calendar: TenantCalendar,
  reader: Reader,
): string => {
  const due = dueInWords(promise, calendar, entry.dueAt ?? promise.dueAt);
  switch (entry.turn) {
    case 'started':
      return entry.agreed === undefined
        ? `Mulai dihitung. Paling lambat ${due}.`
        : `Disepakati: paling lambat ${due}.`;
    case 'applies': {
      const what = `${kinds[promise.kind ?? 'promise']} ini`;
      return reader === 'citizen'
        ? `${what.replace(/^./, (first) => first.toUpperCase())} berlaku untuk Anda.`
        : `Syaratnya terpenuhi: ${what} berlaku.`;
    }
    case 'dropped':
      return 'Tidak berlaku: permohonan menempuh jalur lain.';
    case 'paused':
      return `Berhenti sementara: ${pausedFor(entry, reader)}.`;
    case 'resumed':
      return `Dihitung lagi. Paling lambat ${due}.`;
    case 'moved':
      if (entry.agreed !== undefined) return `Kesepakatan baru: paling lambat ${due}.`;
      return `Bergeser ke ${due}. Sebabnya: ${entry.reason ?? 'kalender kerja berubah'}.`;
    case 'extended':
      return `Diperpanjang sampai ${due}.`;
    case 'kept':
      return settled[promise.kind ?? 'promise'].kept;
    case 'broken':
      return settled[promise.kind ?? 'promise'].broken;
  }
};

/** Every turn of the promise's clock with its reason, oldest first. */
export const ledgerInWords = (
  promise: Wordable & Pick<StatedPromise, 'ledger'>,
  calendar: TenantCalendar,
  reader: Reader,
): LedgerLine[] =>
  promise.ledger.map((entry) => ({
    at: entry.at,
    when: momentInWords(calendar.zone, entry.at),
    what: turnInWords(promise, entry, calendar, reader),
  }));
