// Scores look only at answers of their form, in ways these can be looked at.
import { fieldsOf, indexOf, type ProcessIndex } from '../../process/process-index.ts';
import type { Fact } from '../facts.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import { isOptionOf } from '../options.ts';
import { type Score, type Statement, statementsOf } from '../scores.ts';
import type { Standard } from '../standard.ts';

const isNumber = (fact: Fact | undefined): boolean => fact?.type === 'integer' || fact?.type === 'rupiah';

const cannotBe = (fact: Fact, value: string): boolean =>
  fact.type === 'boolean' ? !['true', 'false'].includes(value) : !isOptionOf(fact, value);

/** Why the statement can never be decided about this fact. */
const objection = (index: ProcessIndex, statement: Statement, fact: Fact): string | undefined => {
  if ('in' in statement) {
    if (!['choice', 'multichoice', 'boolean'].includes(fact.type)) return 'bukan jenis pilihan';
    const foreign = statement.in.find((value) => cannotBe(fact, value));
    return foreign === undefined ? undefined : `tidak mungkin bernilai "${foreign}"`;
  }
  if (!isNumber(fact)) return 'bukan angka, jadi tidak dapat dibandingkan';
  if (!('per' in statement) || isNumber(index.facts.get(statement.per))) return undefined;
  return `dibagi "${statement.per}", yang bukan angka`;
};

const criteria = (index: ProcessIndex, score: Score): readonly Finding[] => {
  const asked = new Set(fieldsOf(index, score.form).map(({ fact }) => fact));
  return score.criteria.flatMap(({ id, when }) =>
    statementsOf(when).flatMap((statement) => {
      const place = `process.scores.${score.id}.criteria.${id}`;
      const read = [statement.fact, ...('per' in statement ? [statement.per] : [])];
      const unasked = read.find((fact) => !asked.has(fact));
      const fact = index.facts.get(statement.fact);
      const wrong =
        unasked === undefined
          ? fact && objection(index, statement, fact)
          : `"${unasked}" tidak ditanyakan pada formulirnya`;
      const about = unasked === undefined ? `Data "${fact?.label ?? statement.fact}"` : 'Data';
      return wrong === undefined
        ? []
        : [finding('criterion-impossible', place, `${about} ${wrong}.`, citedBy(score.basis))];
    }),
  );
};

const reach = ({ id, label, threshold, criteria: counted, basis }: Score): readonly Finding[] =>
  threshold <= counted.length
    ? []
    : [
        finding(
          'score-out-of-reach',
          `process.scores.${id}`,
          `"${label}" memerlukan ${threshold} kriteria, padahal hanya ada ${counted.length}.`,
          citedBy(basis),
        ),
      ];

export const checkScores = ({ process }: Standard): readonly Finding[] =>
  (process.scores ?? []).flatMap((score) => [...criteria(indexOf(process), score), ...reach(score)]);
