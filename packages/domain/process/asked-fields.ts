// Which questions of a form depend on which facts.
import type { FactValues } from '../case/facts.ts';
import type { Field } from '../standard/facts.ts';
import { factsIn } from './conditions.ts';

/**
 * What is known without this form: whether a field is asked depends on that and on the answers before it.
 * Nothing is gathered for forms in which no field depends on anything.
 */
export const knownBefore = (fields: readonly Field[], known: FactValues): FactValues => {
  if (fields.every(({ when }) => when === undefined)) return {};
  const asked = new Set(fields.map(({ fact }) => fact));
  return Object.fromEntries(Object.entries(known).filter(([id]) => !asked.has(id)));
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
