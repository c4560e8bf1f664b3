// Who may not hold a second product of a group: every identifier of the holder that is known is locked while a product
// of the group is in force. People with neither family card nor NIK are not locked; pages say so.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import { isInForce } from '@layan/domain/product/product-state';
import type { Product } from '@layan/domain/standard/process';
import type { CaseRecord, UniqueLock } from '../ports/cases.ts';
import type { IndexKind, Vault } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';

type Exclusive = NonNullable<Product['exclusive']>;

const productsInForce = (index: ProcessIndex, snapshot: CaseSnapshot): readonly Product[] =>
  snapshot.products.flatMap(({ product, state }) => {
    const known = isInForce(state) ? index.products.get(product) : undefined;
    return known ? [known] : [];
  });

const exclusiveInForce = (index: ProcessIndex, snapshot: CaseSnapshot): readonly Exclusive[] =>
  productsInForce(index, snapshot).flatMap(({ exclusive }) => (exclusive ? [exclusive] : []));

/** A group of which this very case would hold two. */
export const doublyHeldGroup = (index: ProcessIndex, snapshot: CaseSnapshot): string | undefined => {
  const groups = exclusiveInForce(index, snapshot).map(({ group }) => group);
  return groups.find((group, at) => groups.indexOf(group) !== at);
};

export const identifierKind = (index: ProcessIndex, fact: string): IndexKind | undefined => {
  const type = index.facts.get(fact)?.type;
  return type === 'nik' || type === 'familyCardNumber' ? type : undefined;
};

const locksOf = async (vault: Vault, index: ProcessIndex, record: CaseRecord): Promise<UniqueLock[]> => {
  const { snapshot, key } = record;
  const seal = caseSeal(vault, key, snapshot.id);
  const locks: UniqueLock[] = [];
  for (const { group, by } of exclusiveInForce(index, snapshot)) {
    for (const fact of by) {
      const kept = snapshot.facts[fact];
      if (kept === undefined) continue;
      const value = await seal.openFact(fact, kept);
      if (value === undefined) throw new Error(`fact ${fact} of case ${snapshot.id} does not open`);
      locks.push({
        group,
        index: await vault.index(identifierKind(index, fact) ?? 'fingerprint', String(value)),
      });
    }
  }
  return locks;
};

const lacks = (locks: readonly UniqueLock[], lock: UniqueLock) =>
  !locks.some(({ group, index }) => group === lock.group && index === lock.index);

const lockState = (snapshot: CaseSnapshot | undefined, index: ProcessIndex): string =>
  JSON.stringify(
    snapshot &&
      exclusiveInForce(index, snapshot).map(({ group, by }) => [group, by.map((f) => snapshot.facts[f])]),
  );

/** What the step from one state to the next takes and gives back. */
export const lockChanges = async (
  vault: Vault,
  index: ProcessIndex,
  before: CaseRecord | undefined,
  after: CaseRecord,
): Promise<{ readonly acquire: readonly UniqueLock[]; readonly release: readonly UniqueLock[] }> => {
  if (lockState(before?.snapshot, index) === lockState(after.snapshot, index))
    return { acquire: [], release: [] };
  const held = before ? await locksOf(vault, index, before) : [];
  const wanted = await locksOf(vault, index, after);
  return {
    acquire: wanted.filter((lock) => lacks(held, lock)),
    release: held.filter((lock) => lacks(wanted, lock)),
  };
};
