// What a case belongs together with: while one of these runs, somebody may still have to read the other.
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { CaseId } from '../kernel/ids.ts';

type Related = Pick<
  CaseSnapshot,
  'about' | 'parent' | 'subcases' | 'predecessor' | 'successor' | 'batch' | 'lines'
>;

/** Known from the case itself. That somebody objects to it stands elsewhere. */
export const relatedCases = (snapshot: Related): readonly CaseId[] => {
  const { about, parent, subcases = [], predecessor, successor, batch, lines = [] } = snapshot;
  const linked = [about, parent, ...subcases, predecessor, successor, batch, ...lines];
  return [...new Set(linked.flatMap((one) => one?.caseId ?? []))];
};
