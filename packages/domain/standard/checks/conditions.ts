// Conditions may only speak of ordinary facts, and only of values these can have.
import { statements } from '../../process/conditions.ts';
import { indexOf } from '../../process/process-index.ts';
import type { Condition } from '../conditions.ts';
import type { Fact, FactType } from '../facts.ts';
import { type Finding, finding } from '../finding.ts';
import { conditionsOf } from '../lookup.ts';
import type { Standard } from '../standard.ts';

const numberTypes: readonly FactType[] = ['integer', 'rupiah'];

const canHave = (fact: Fact, value: string | number | boolean): boolean => {
  switch (fact.type) {
    case 'choice':
      return fact.options?.some((option) => option.value === value) ?? false;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'rupiah':
      return typeof value === 'number' && value >= (fact.min ?? value) && value <= (fact.max ?? value);
    default:
      return typeof value === 'string';
  }
};

/** Why the statement can never be about this fact. */
const objection = (statement: Condition, fact: Fact): string | undefined => {
  if (fact.type === 'multichoice') return 'memuat beberapa pilihan, jadi tidak dapat menjadi syarat';
  if ('is' in statement && !canHave(fact, statement.is)) return `tidak mungkin bernilai "${statement.is}"`;
  if ('in' in statement) {
    const foreign = statement.in.find((value) => !canHave(fact, value));
    return foreign === undefined ? undefined : `tidak mungkin bernilai "${foreign}"`;
  }
  const compares = 'atLeast' in statement || 'atMost' in statement;
  return compares && !numberTypes.includes(fact.type)
    ? 'bukan angka, jadi tidak dapat dibandingkan'
    : undefined;
};

export const checkConditions = ({ process }: Standard): readonly Finding[] => {
  const { facts } = indexOf(process);
  return conditionsOf(process).flatMap(({ place, condition, cites }) =>
    statements(condition).flatMap((statement): readonly Finding[] => {
      // Whether something is known tells nothing of what it is: allowed for personal facts too.
      const fact = 'fact' in statement ? facts.get(statement.fact) : undefined;
      if (!fact) return [];
      if (fact.privacy !== 'ordinary') {
        return [
          finding(
            'condition-on-personal-fact',
            place,
            `Syarat ini memakai data pribadi "${fact.label}".`,
            cites,
          ),
        ];
      }
      const wrong = objection(statement, fact);
      return wrong
        ? [finding('condition-value-impossible', place, `Data "${fact.label}" ${wrong}.`, cites)]
        : [];
    }),
  );
};
