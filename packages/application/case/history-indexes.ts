// By which version each event of a case is put into words: the one that was in force for the case when it happened.
import type { CaseEvent } from '@layan/domain/case/event';
import { standardIn } from '@layan/domain/case/fold-history';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { StandardStore } from '../ports/standards.ts';

/** One index per event; pinned versions are remembered, and hardly any case has more than one. */
export const historyIndexes = async (
  standards: Pick<StandardStore, 'getPinned'>,
  events: readonly CaseEvent[],
  now: ProcessIndex,
): Promise<readonly ProcessIndex[]> => {
  if (!events.some(({ body }) => body.type === 'standardChanged')) return events.map(() => now);
  const indexes: ProcessIndex[] = [];
  let index = now;
  for (const event of events) {
    const ref = standardIn(event);
    if (ref) index = indexOf((await standards.getPinned(ref)).standard.process);
    indexes.push(index);
  }
  return indexes;
};
