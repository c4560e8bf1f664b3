// The row of a case in the book of its channel, as it is now.
import { isSealed } from '@layan/domain/case/facts';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { tellsIdentity } from '@layan/domain/process/identity';
import { fieldsOf, indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { readableText } from '../form/fact-text.ts';
import type { BookRow } from '../ports/books.ts';
import type { CaseRecord } from '../ports/cases.ts';

/** Chosen and typed answers that are nobody's secret, of the pages that do not ask who it is: "Bantuan sosial". */
const chosenOf = (index: ProcessIndex, { channel, facts }: CaseSnapshot): readonly string[] => {
  const form = index.process.forms.find(({ id }) => id === index.channels.get(channel)?.form);
  const pages = (form?.pages ?? []).filter(
    ({ fields }) => !fields.some(({ fact }) => tellsIdentity(index, fact)),
  );
  return pages
    .flatMap(({ fields }) => fields)
    .flatMap(({ fact: id }) => {
      const fact = index.facts.get(id);
      const value = facts[id];
      if (!fact || value === undefined || isSealed(value) || value === '') return [];
      const text = readableText(fact, value, (code) => code);
      if (fact.type === 'choice') return [text];
      return fact.type === 'text' ? [`${fact.label}: ${text}`] : [];
    });
};

/** What a case is about. Where nothing open says so, the first long answer, sealed as it is. */
const aboutOf = (index: ProcessIndex, snapshot: CaseSnapshot): Pick<BookRow, 'about' | 'story'> => {
  const chosen = index.process.identity ? chosenOf(index, snapshot) : [];
  if (chosen.length > 0) return { about: chosen.join(' · ') };
  const { channel, facts } = snapshot;
  const asked = fieldsOf(index, index.channels.get(channel)?.form).map(({ fact }) => fact);
  // Neither who it is nor what is for those alone whose turn it is.
  const isForAll = (id: string) => index.facts.get(id)?.privacy !== 'specific' && !tellsIdentity(index, id);
  const fact = asked.find(
    (id) => index.facts.get(id)?.type === 'longText' && facts[id] !== undefined && isForAll(id),
  );
  const value = fact === undefined ? undefined : facts[fact];
  return fact !== undefined && value !== undefined ? { story: { fact, value } } : {};
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

/** The row to write, where it is new or another. */
export const changedRow = (
  standard: Standard,
  before: CaseRecord | undefined,
  after: CaseRecord,
): BookRow | undefined => {
  const row = bookRow(standard, after);
  return before && JSON.stringify(bookRow(standard, before)) === JSON.stringify(row) ? undefined : row;
};
