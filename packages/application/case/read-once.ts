// The case that a worker looks after, as it reads it: once, and anew after each of its own writes. What others change
// meanwhile sends word of itself.
import type { CaseId } from '@layan/domain/kernel/ids';
import type { CaseRecord, CaseStore } from '../ports/cases.ts';

export function readOnce(cases: CaseStore, caseId: CaseId): CaseStore {
  let known: Promise<CaseRecord | undefined> | undefined;
  return {
    ...cases,
    find(id) {
      if (id !== caseId) return cases.find(id);
      known ??= cases.find(id);
      return known;
    },
    async commit(change) {
      try {
        return await cases.commit(change);
      } finally {
        // Also where it was refused: somebody else was faster, and what they wrote is what counts.
        known = undefined;
      }
    },
  };
}
