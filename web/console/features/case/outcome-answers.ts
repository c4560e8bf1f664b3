// What choosing an outcome already says: an outcome that is only for "survey complete" answers how the visit went.
import type { ActionView } from '@layan/contract/staff/case';
import { Condition } from '@layan/domain/standard/conditions';
import type { Outcome, Texts } from './outcome.ts';

type Allowed = ReadonlyMap<string, readonly string[]>;

function statements(condition: Condition): readonly (readonly [string, readonly string[]])[] {
  if ('all' in condition) return condition.all.flatMap(statements);
  if ('is' in condition) return [[condition.fact, [String(condition.is)]]];
  if ('in' in condition) return [[condition.fact, condition.in.map(String)]];
  return [];
}

/** Values the outcome leaves open for each fact it speaks of. */
export function allowedBy(outcome: Outcome | undefined): Allowed {
  const condition = Condition.safeParse(outcome?.when);
  return new Map(condition.success ? statements(condition.data) : []);
}

/** What was typed, as far as it fits the outcome, with what the outcome answers by itself. */
export function answersFor(action: ActionView, outcome: Outcome | undefined, texts: Texts): Texts {
  const allowed = allowedBy(outcome);
  const settled = action.fields.flatMap(({ fact }): [string, string][] => {
    const values = allowed.get(fact);
    if (values === undefined) return [];
    const typed = texts[`fact.${fact}`] ?? '';
    const [only = ''] = values.length === 1 ? values : [];
    return [[`fact.${fact}`, values.includes(typed) ? typed : only]];
  });
  return { ...texts, ...Object.fromEntries(settled) };
}
