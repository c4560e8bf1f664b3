// Checks the facts given with a form: all of the form, of their type, and complete. What is not asked is not kept.
import { err, ok, type Result } from '../kernel/result.ts';
import { factsAsked, knownBefore } from '../process/asked-fields.ts';
import { evaluate } from '../process/conditions.ts';
import type { ProcessIndex } from '../process/process-index.ts';
import type { Fact, Field } from '../standard/facts.ts';
import { isOfferedWith, isOptionOf, joinChoices, splitChoices } from '../standard/options.ts';
import type { CaseRejection } from './command.ts';
import { type FactValue, type FactValues, isSealed } from './facts.ts';

const isPlainOf = (fact: Fact, value: Exclude<FactValue, object>): boolean => {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'rupiah':
      return (
        Number.isInteger(value) &&
        Number(value) >= (fact.min ?? (fact.type === 'rupiah' ? 0 : Number.MIN_SAFE_INTEGER)) &&
        Number(value) <= (fact.max ?? Number.MAX_SAFE_INTEGER)
      );
    case 'choice':
      return typeof value === 'string' && isOptionOf(fact, value);
    case 'multichoice':
      return typeof value === 'string' && value !== '' && joinChoices(fact, splitChoices(value)) === value;
    default:
      return typeof value === 'string';
  }
};

/** Personal values are sealed, ordinary ones are not: conditions rely on both. */
export const isValueOf = (fact: Fact | undefined, value: FactValue): boolean => {
  if (!fact) return false;
  if (isSealed(value)) return fact.privacy !== 'ordinary';
  return fact.privacy === 'ordinary' && isPlainOf(fact, value);
};

const isOffered = (fact: Fact, value: FactValue, known: FactValues, kept: FactValues): boolean =>
  fact.datedBy === undefined || isOfferedWith(fact, value, { ...known, ...kept });

/** What was asked of each group that has no answer. */
const unanswered = (
  groups: readonly (readonly string[])[],
  kept: FactValues,
  leftOut: readonly string[],
): readonly (readonly string[])[] =>
  groups
    .filter((group) => group.every((fact) => kept[fact] === undefined))
    .map((group) => group.filter((fact) => leftOut.includes(fact)))
    .filter((asked) => asked.length > 0);

const factsMissing = (single: readonly string[], anyOf: readonly (readonly string[])[]): CaseRejection => ({
  code: 'facts-missing',
  facts: [...new Set([...single, ...anyOf.flat()])],
  ...(anyOf.length > 0 && { anyOf }),
});

/**
 * The facts to keep. A field whose condition is false is not asked, one whose condition is undecided is not demanded.
 * `needs` says whether an asked field that was left out holds the form up; of each of the `groups` of which anything is
 * asked, one answer is enough.
 */
export const checkFacts = (
  index: ProcessIndex,
  fields: readonly Field[],
  known: FactValues,
  given: FactValues,
  needs: (field: Field) => boolean,
  groups: readonly (readonly string[])[] = [],
): Result<FactValues, CaseRejection> => {
  const asks = factsAsked(fields);
  const unexpected = Object.keys(given).filter((id) => !asks.has(id));
  if (unexpected.length > 0) return err({ code: 'facts-unexpected', facts: unexpected });
  /** What decides whether a field is asked; grows with the answers. */
  const before = knownBefore(fields, known);
  const kept: Record<string, FactValue> = {};
  const missing: string[] = [];
  const leftOut: string[] = [];
  const invalid: string[] = [];
  for (const field of fields) {
    const asked = field.when === undefined || evaluate(field.when, before);
    if (asked === false) continue;
    const value = given[field.fact];
    if (value === undefined) {
      if (asked !== true) continue;
      leftOut.push(field.fact);
      if (needs(field)) missing.push(field.fact);
      continue;
    }
    const fact = index.facts.get(field.fact);
    if (fact && isValueOf(fact, value) && isOffered(fact, value, known, kept)) {
      kept[field.fact] = value;
      before[field.fact] = value;
    } else invalid.push(field.fact);
  }
  if (invalid.length > 0) return err({ code: 'facts-invalid', facts: invalid });
  const anyOf = unanswered(groups, kept, leftOut);
  return missing.length + anyOf.length > 0 ? err(factsMissing(missing, anyOf)) : ok(kept);
};
