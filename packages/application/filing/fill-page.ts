// Takes what was typed on one page into a filing: what can be read becomes facts, what cannot is kept beside them.
import type { FactValues, Sealed } from '@layan/domain/case/facts';
import type { InputContext } from '@layan/domain/person/fact-input';
import { type FieldProblem, parseForm } from '@layan/domain/person/form-input';
import type { FormPage } from '@layan/domain/standard/facts';
import type { Filing } from '../ports/filings.ts';
import { groupProblems } from './asked-pages.ts';
import type { LoadedFiling } from './open-filing.ts';

const without = <T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

export const fillPage = async (
  loaded: LoadedFiling,
  page: FormPage,
  raw: Readonly<Record<string, string>>,
  context: InputContext,
): Promise<{ readonly filing: Filing; readonly problems: readonly FieldProblem[] }> => {
  const { filing, index, seal } = loaded;
  const reading = parseForm(index.facts, page.fields, raw, filing.facts, context);
  const asked = page.fields.map(({ fact }) => fact);
  const facts: FactValues = {
    ...without(filing.facts, asked),
    ...(await seal.sealFacts(index.facts, reading.values)),
  };
  const unread: Record<string, Sealed> = without(filing.unread, asked);
  for (const [id, text] of Object.entries(reading.unread)) {
    unread[id] = await seal.sealText(`unread:${id}`, text);
  }
  const isAnswered = (fact: string) => Object.hasOwn(facts, fact) || Object.hasOwn(unread, fact);
  const grouped = groupProblems(loaded, facts, isAnswered).filter((one) => one.page === page.id);
  return {
    filing: {
      ...filing,
      facts,
      unread,
      pagesSeen: [...new Set([...filing.pagesSeen, page.id])],
      revision: filing.revision + 1,
    },
    problems: [...reading.problems, ...grouped.map(({ problem }) => problem)],
  };
};
