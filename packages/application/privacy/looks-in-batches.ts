// Looks at a case as a line of the batches it was in: a page of lines that somebody read in clear is logged on the batch alone,
// with the positions that it showed.
import type { CaseRead } from '../case/list-reads.ts';
import type { CaseFile } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';

const RANGE = /^lines:(\d+)-(\d+)$/;

const shows = (fact: string, position: number): boolean => {
  const [, first, last] = RANGE.exec(fact) ?? [];
  return first !== undefined && Number(first) <= position && position <= Number(last);
};

export const looksInBatches = async (
  { cases, unmaskings }: Pick<Ports, 'cases' | 'unmaskings'>,
  { record, events }: Pick<CaseFile, 'record' | 'events'>,
): Promise<readonly CaseRead[]> => {
  const joined = events.flatMap(({ body }) => (body.type === 'batchJoined' ? [body.batch.caseId] : []));
  const looks = [...new Set(joined)].map(async (batch) => {
    const { lines = [] } = (await cases.find(batch))?.snapshot ?? {};
    const position = 1 + lines.findIndex(({ caseId }) => caseId === record.snapshot.id);
    const logged = position === 0 ? [] : await unmaskings.list(batch);
    return logged
      .filter(({ fact }) => shows(fact, position))
      .map(({ at, by, name, act, fact }) => ({ at, by, name, operation: act, fact, times: 1 }));
  });
  return (await Promise.all(looks)).flat();
};
