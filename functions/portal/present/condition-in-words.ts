// Simple conditions as people read them; anything more involved stays unsaid rather than said badly.
import type { Condition } from '@layan/domain/standard/conditions';
import type { Process } from '@layan/domain/standard/process';

export interface Statement {
  readonly on: string;
  readonly answers: readonly string[];
  readonly negated: boolean;
}

export const statementOf = (condition: Condition): Statement | undefined => {
  if ('is' in condition) return { on: condition.fact, answers: [String(condition.is)], negated: false };
  if ('in' in condition) return { on: condition.fact, answers: condition.in.map(String), negated: false };
  if ('not' in condition) {
    const inner = statementOf(condition.not);
    return inner && { ...inner, negated: !inner.negated };
  }
  return undefined;
};

export const yesNo = [
  { value: 'true', label: 'Ya' },
  { value: 'false', label: 'Tidak' },
] as const;

interface Question {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** "“Apakah …?” dijawab “Punya”". */
export const statementInWords = ({ answers, negated }: Statement, { label, options }: Question): string => {
  const quoted = answers.map(
    (answer) => `“${options.find(({ value }) => value === answer)?.label ?? answer}”`,
  );
  return `“${label}” dijawab ${negated ? 'selain ' : ''}${quoted.join(' atau ')}`;
};

export const conditionInWords = ({ facts }: Process, condition: Condition): string | undefined => {
  const statement = statementOf(condition);
  const fact = statement && facts.find(({ id }) => id === statement.on);
  return statement && fact
    ? statementInWords(statement, { label: fact.label, options: fact.options ?? yesNo })
    : undefined;
};
