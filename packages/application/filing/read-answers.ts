// Reads all answers of a filing anew, page by page: what counts, what is wrong, what is worth a second look. What was
// kept is never trusted, because an answer given later may change which questions apply.
import type { FactValues, PlainValue } from '@layan/domain/case/facts';
import type { InputContext } from '@layan/domain/person/fact-input';
import { type FieldProblem, parseForm } from '@layan/domain/person/form-input';
import { typedText } from '../form/fact-text.ts';
import { groupProblems } from './asked-pages.ts';
import type { LoadedFiling } from './open-filing.ts';

export interface PageAnswers {
  readonly page: string;
  readonly problems: readonly FieldProblem[];
}

export interface Answers {
  /** By fact: the text that stands in its input. */
  readonly typed: Readonly<Record<string, string>>;
  /** Values of all questions that apply. */
  readonly values: Readonly<Record<string, PlainValue>>;
  /** Those of them that conditions may see. */
  readonly ordinary: FactValues;
  readonly pages: readonly PageAnswers[];
}

const typedAnswers = async ({ filing, index, seal }: LoadedFiling): Promise<Record<string, string>> => {
  const typed: Record<string, string> = {};
  for (const [id, kept] of Object.entries(filing.facts)) {
    const fact = index.facts.get(id);
    const value = fact && (await seal.openFact(id, kept));
    if (fact && value !== undefined) typed[id] = typedText(fact, value);
  }
  for (const [id, kept] of Object.entries(filing.unread)) {
    typed[id] = (await seal.openText(`unread:${id}`, kept)) ?? '';
  }
  return typed;
};

export const readAnswers = async (loaded: LoadedFiling, context: InputContext): Promise<Answers> => {
  const typed = await typedAnswers(loaded);
  const values: Record<string, PlainValue> = {};
  const ordinary: Record<string, PlainValue> = {};
  const pages: PageAnswers[] = [];
  for (const page of loaded.pages) {
    const reading = parseForm(loaded.index.facts, page.fields, typed, ordinary, context);
    for (const [id, value] of Object.entries(reading.values)) {
      values[id] = value;
      if (loaded.index.facts.get(id)?.privacy === 'ordinary') ordinary[id] = value;
    }
    pages.push({ page: page.id, problems: reading.problems });
  }
  const isAnswered = (fact: string) => (typed[fact] ?? '') !== '';
  const grouped = groupProblems(loaded, ordinary, isAnswered);
  return {
    typed,
    values,
    ordinary,
    pages: pages.map(({ page, problems }) => ({
      page,
      problems: [...problems, ...grouped.filter((one) => one.page === page).map(({ problem }) => problem)],
    })),
  };
};

export const errorsOf = ({ problems }: PageAnswers): readonly FieldProblem[] =>
  problems.filter(({ severity }) => severity === 'error');

export const warningsOf = ({ pages }: Answers): readonly FieldProblem[] =>
  pages.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'warning'));
