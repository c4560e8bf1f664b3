// Who is not at work on a day, and until when.
import type { Absence, Membership } from '../ports/staff.ts';

const covering = ({ away = [] }: Pick<Membership, 'away'>, date: string): Absence | undefined =>
  away.filter(({ from, to }) => from <= date && date <= to).toSorted((a, b) => (a.to < b.to ? 1 : -1))[0];

export const isAway = (member: Pick<Membership, 'away'>, date: string): boolean =>
  covering(member, date) !== undefined;

/** The last day of an absence that goes on today. */
export const awayUntil = (member: Pick<Membership, 'away'>, date: string): string | undefined =>
  covering(member, date)?.to;
