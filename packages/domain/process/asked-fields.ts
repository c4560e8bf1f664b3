// Which questions of a form depend on which facts.
import type { FactValue, FactValues } from '../case/facts.ts';
import type { Field } from '../standard/facts.ts';
import { factsIn } from './conditions.ts';

const factsByFields = new WeakMap<readonly Field[], ReadonlySet<string>>();

/** The facts that these fields ask for; gathered once for each form. */
export const factsAsked = (fields: readonly Field[]): ReadonlySet<string> => {
  const known = factsByFields.get(fields);
  if (known) return known;
  const facts = new Set(fields.map(({ fact }) => fact));
  factsByFields.set(fields, facts);
  return facts;
};

/**
 * What is known without this form: whether a field is asked depends on that and on the answers before it.
 * A record of its own, to which answers may be added. Nothing is gathered for forms in which no field depends on anything.
 */
export const knownBefore = (fields: readonly Field[], known: FactValues): Record<string, FactValue> => {
  if (fields.every(({ when }) => when === undefined)) return {};
  const asked = factsAsked(fields);
  const before: Record<string, FactValue> = {};
  for (const id of Object.keys(known)) {
    const value = known[id];
    if (value !== undefined && !asked.has(id)) before[id] = value;
  }
  return before;
};

/** The given facts and those that decide whether they are asked. */
export const withAskedBy = (fields: readonly Field[], facts: Iterable<string>): ReadonlySet<string> => {
  const all = new Set(facts);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const { fact, when } of fields) {
      if (when && all.has(fact)) for (const read of factsIn(when)) all.add(read);
    }
  }
  return all;
};
