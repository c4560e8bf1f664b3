// Reads the answers of a form or page together: which questions apply, what is kept, what is wrong, what no longer counts.
import type { FactValues, PlainValue } from '../case/facts.ts';
import { evaluate } from '../process/conditions.ts';
import type { Fact, Field } from '../standard/facts.ts';
import { type InputContext, parseFact } from './fact-input.ts';
import { type FactProblem, factError } from './fact-problem.ts';

export interface FieldProblem extends FactProblem {
  readonly fact: string;
}

export interface FormReading {
  readonly values: Readonly<Record<string, PlainValue>>;
  /** Text as typed where it could not be read, so that it is shown again. */
  readonly unread: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  /** Facts of this form without an answer now: left empty, or not asked any more. Values kept from before must go. */
  readonly absent: readonly string[];
}

const missing = (fact: Fact): FactProblem =>
  factError(
    ['choice', 'multichoice', 'boolean', 'region'].includes(fact.type) ? 'choice-missing' : 'answer-missing',
  );

/**
 * Reads fields in order, so a field may depend on those before it and on what the case knows. A field whose condition is
 * undecided is read but not demanded. `raw` may hold anything; only the given fields are looked at.
 */
export const parseForm = (
  facts: ReadonlyMap<string, Fact>,
  fields: readonly Field[],
  raw: Readonly<Record<string, string>>,
  known: FactValues,
  context: InputContext,
): FormReading => {
  const asked = new Set(fields.map((field) => field.fact));
  const before = Object.fromEntries(Object.entries(known).filter(([id]) => !asked.has(id)));
  const values: Record<string, PlainValue> = {};
  const unread: Record<string, string> = {};
  const problems: FieldProblem[] = [];

  for (const field of fields) {
    const fact = facts.get(field.fact);
    const sofar = { ...before, ...values };
    const applies = field.when === undefined ? true : evaluate(field.when, sofar);
    if (fact === undefined || applies === false) continue;
    const typed = Object.hasOwn(raw, field.fact) ? (raw[field.fact] ?? '') : '';
    const answer = parseFact(fact, typed, context, sofar);
    if (!answer.ok) {
      unread[fact.id] = typed;
      problems.push({ fact: fact.id, ...answer.error });
    } else if (answer.value !== undefined) {
      values[fact.id] = answer.value.value;
      problems.push(...answer.value.warnings.map((warning) => ({ fact: fact.id, ...warning })));
    } else if (field.required && applies === true) {
      problems.push({ fact: fact.id, ...missing(fact) });
    }
  }
  return { values, unread, problems, absent: [...asked].filter((id) => !Object.hasOwn(values, id)) };
};
