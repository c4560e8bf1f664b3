// What the books of channels are called, and their months.
import type { ChannelKind } from '@layan/contract/staff/books';
import { monthNames } from '@layan/domain/deadline/dates-in-words';

/** Who comes is a guest; what comes is incoming. */
export const bookName = (kind: ChannelKind, label: string): string =>
  kind === 'counter' ? `Buku tamu: ${label}` : `Agenda masuk: ${label}`;

/** "November 2026" */
export const monthInWords = (month: string): string => {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1] ?? number} ${year}`;
};

/** So many months later; earlier where negative. */
export const monthsOn = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};
