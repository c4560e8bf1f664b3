// Everybody who read a case: its pages by the hour, and each look at an unmasked value, a scan, a letter or a print.
import type { CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import type { Ports } from '../ports/surroundings.ts';

export interface CaseRead {
  readonly at: InstantText;
  readonly by: StaffId;
  readonly name: string;
  /** In kebab-case, as in `unmask-fact`. */
  readonly operation: string;
  /** What was shown in full, as in `nik` or `document:<id>`; absent for pages that mask. */
  readonly fact?: string;
  /** How often within the hour. */
  readonly times: number;
}

/** Newest first. Names of staff are in it: who shows it to applicants decides whether they stay. */
export const listReads = async (
  { reads, unmaskings }: Pick<Ports, 'reads' | 'unmaskings'>,
  caseId: CaseId,
): Promise<readonly CaseRead[]> => {
  const [pages, looks] = await Promise.all([reads.list(caseId), unmaskings.list(caseId)]);
  const all: readonly CaseRead[] = [
    ...pages.map(({ last, by, name, operation, times }) => ({ at: last, by, name, operation, times })),
    ...looks.map(({ at, by, name, act, fact }) => ({ at, by, name, operation: act, fact, times: 1 })),
  ];
  return all.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
};
