// Days on which somebody does not work, as they are typed and told.
import type { AbsenceView } from '@layan/contract/staff/members';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';

export const blank = { from: '', to: '', reason: '' };
export type AbsenceDraft = typeof blank;

/** What still keeps it from being added, per field. */
export function absenceLacks({ from, to }: AbsenceDraft): Partial<AbsenceDraft> {
  if (from === '') return { from: 'Pilih hari pertama.' };
  if (to === '') return { to: 'Pilih hari terakhir.' };
  return to < from ? { to: 'Hari terakhir jatuh sebelum hari pertama.' } : {};
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const told = (day: string): string => (isDay(day) ? dayInWords(day) : day);

/** "Senin, 2 Maret 2026 sampai Rabu, 4 Maret 2026: dinas luar" */
export function absenceInWords({ from, to, reason }: AbsenceView): string {
  const days = from === to ? told(from) : `${told(from)} sampai ${told(to)}`;
  return reason === undefined || reason === '' ? days : `${days}: ${reason}`;
}

/** "Dicatat Manajer Uji, Senin, 23 Februari 2026" */
export function declaredInWords({ declared }: AbsenceView, zone: string): string | undefined {
  if (declared === undefined) return undefined;
  return `Dicatat ${declared.name}, ${told(today(zone, new Date(declared.at)))}`;
}

/** What is sent: who entered it the service knows by itself. */
export const entered = ({ from, to, reason }: AbsenceView): Omit<AbsenceView, 'declared'> => ({
  from,
  to,
  ...(reason === undefined ? {} : { reason }),
});

/** Today, as the clock of the tenant has it. */
export const today = (zone: string, now = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);

/** Those that are over are told no longer; the first comes first. */
export const coming = (away: readonly AbsenceView[], day: string): readonly AbsenceView[] =>
  away.filter(({ to }) => to >= day).toSorted((a, b) => a.from.localeCompare(b.from));

/** "Tidak di tempat sampai Rabu, 4 Maret 2026" while it is so. */
export function awayNow(away: readonly AbsenceView[], day: string): string | undefined {
  const now = away.find(({ from, to }) => from <= day && day <= to);
  return now === undefined ? undefined : `Tidak di tempat sampai ${told(now.to)}`;
}
