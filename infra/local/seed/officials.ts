// Officials who sign on the local host: nobody's name, and numbers that no civil servant has (born and appointed in no month).
import type { DemoPerson } from './demo-person.ts';

const nip = (n: number): string => `19000000 190000 9 ${String(900 + n)}`;

/** @example officialOf('Kepala Dinas', 'Empat', 4, 'Pembina') // "Pejabat Uji Empat, S.Sos., M.Si." */
export const officialOf = (
  position: string,
  which: string,
  n: number,
  rank: string,
): NonNullable<DemoPerson['official']> => ({
  position,
  nameWithTitles: `Pejabat Uji ${which}, S.Sos., M.Si.`,
  nip: nip(n),
  rank,
});
