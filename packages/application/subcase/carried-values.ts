// What one case hands to another, opened by who may open it: each is sealed under a key of its own.
import type { FactValue, PlainValue } from '@layan/domain/case/facts';
import { tellsIdentity } from '@layan/domain/process/identity';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { CaseRecord } from '../ports/cases.ts';
import type { Vault } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';

export interface Carried {
  readonly from: string;
  readonly value: FactValue;
}

/** The values in clear, by the names that they take. Throws when one does not open: then it is another's. */
export const carriedValues = async (
  vault: Vault,
  { key, snapshot }: CaseRecord,
  carried: Readonly<Record<string, Carried>>,
): Promise<Readonly<Record<string, PlainValue>>> => {
  const seal = caseSeal(vault, key, snapshot.id);
  const values: Record<string, PlainValue> = {};
  for (const [fact, { from, value }] of Object.entries(carried)) {
    const opened = await seal.openFact(from, value);
    if (opened === undefined) throw new Error(`fact ${from} of case ${snapshot.id} does not open`);
    values[fact] = opened;
  }
  return values;
};

/** What is personal in one case becomes ordinary in no other, nor who stays unknown known: it is left behind. */
export const withoutLeaks = (
  from: ProcessIndex,
  to: ProcessIndex,
  carried: Readonly<Record<string, Carried>>,
  anonymous = false,
): Readonly<Record<string, Carried>> =>
  Object.fromEntries(
    Object.entries(carried).filter(
      ([fact, { from: source }]) =>
        (from.facts.get(source)?.privacy === 'ordinary' || to.facts.get(fact)?.privacy !== 'ordinary') &&
        !(anonymous && tellsIdentity(from, source) && !tellsIdentity(to, fact)),
    ),
  );
