// The row of a case in the book of its channel, as it is now.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { fieldsOf, indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { FactType } from '@layan/domain/standard/facts';
import type { Standard } from '@layan/domain/standard/standard';
import type { BookRow } from '../ports/books.ts';
import type { CaseRecord } from '../ports/cases.ts';

/** In this order: a title says most on one line. */
const telling: readonly FactType[] = ['text', 'longText', 'choice'];

/** What a case is about: the first answer that neither names nor reaches the applicant. */
const aboutOf = (index: ProcessIndex, { channel, facts }: CaseSnapshot): Pick<BookRow, 'about'> => {
  const { identity, display = [] } = index.process;
  const personal = [...(identity?.facts ?? []), ...display];
  const asked = fieldsOf(index, index.channels.get(channel)?.form).map(({ fact }) => fact);
  const known = asked.filter((fact) => facts[fact] !== undefined && !personal.includes(fact));
  for (const type of telling) {
    const fact = known.find((id) => index.facts.get(id)?.type === type);
    const value = fact && facts[fact];
    if (fact !== undefined && value !== undefined && value !== '') return { about: { fact, value } };
  }
  return {};
};

const stateOf = (index: ProcessIndex, { ended, tasks }: CaseSnapshot): string =>
  ended
    ? (index.endings.get(ended.ending)?.label ?? ended.ending)
    : [...new Set(tasks.map(({ step }) => index.steps.get(step)?.label ?? step))].join(', ');

export const bookRow = (standard: Standard, { snapshot, displayName, key }: CaseRecord): BookRow => {
  const index = indexOf(standard.process);
  const { ended, area, confidential } = snapshot;
  return {
    caseId: snapshot.id,
    ticket: snapshot.ticket,
    agency: snapshot.agency,
    standard: snapshot.standard.id,
    channel: snapshot.channel,
    filedAt: snapshot.filedAt,
    receivedAt: snapshot.receivedAt,
    ...(area !== undefined && { area }),
    displayName,
    key,
    ...aboutOf(index, snapshot),
    ...(confidential && { seenBy: index.process.confidential?.seenBy ?? [] }),
    state: stateOf(index, snapshot),
    ...(ended && { endedAt: ended.at }),
    workers: [...new Set(Object.values(snapshot.workers))],
  };
};

/** Citizens file on portals themselves: no book is kept of that. */
const hasBook = (standard: Standard, { snapshot }: CaseRecord): boolean =>
  indexOf(standard.process).channels.get(snapshot.channel)?.kind !== 'portal';

/** The row to write, where it is new or another. */
export const changedRow = (
  standard: Standard,
  before: CaseRecord | undefined,
  after: CaseRecord,
): BookRow | undefined => {
  if (!hasBook(standard, after)) return undefined;
  const row = bookRow(standard, after);
  return before && JSON.stringify(bookRow(standard, before)) === JSON.stringify(row) ? undefined : row;
};
