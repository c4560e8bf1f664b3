// Who may not hold a second product of a group: every identifier of the holder that is known is locked while a product
// of the group is in force. People with neither family card nor NIK are not locked; pages say so.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import { isInForce } from '@layan/domain/product/product-state';
import type { Product } from '@layan/domain/standard/product';
import type { CaseRecord } from '../ports/cases.ts';
import type { TakenLock, UniqueLock } from '../ports/locks.ts';
import type { IdentifierKind, Vault } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';

type Exclusive = NonNullable<Product['exclusive']>;

type Held = Exclusive & { readonly productId: string };

const exclusiveInForce = (index: ProcessIndex, snapshot: CaseSnapshot): readonly Held[] =>
  snapshot.products.flatMap(({ product, id, state }) => {
    const exclusive = isInForce(state) ? index.products.get(product)?.exclusive : undefined;
    return exclusive ? [{ ...exclusive, productId: id }] : [];
  });

/** The first of two products of one group that this very case would hold. */
export const doublyHeld = (index: ProcessIndex, snapshot: CaseSnapshot): Held | undefined => {
  const held = exclusiveInForce(index, snapshot);
  return held.find(({ group }, at) => held.findLastIndex((other) => other.group === group) !== at);
};

export const identifierKind = (index: ProcessIndex, fact: string): IdentifierKind | undefined => {
  const type = index.facts.get(fact)?.type;
  return type === 'nik' || type === 'familyCardNumber' ? type : undefined;
};

/** kept: under what locks are written now. every: under what they may stand. */
export type Under = 'kept' | 'every';

const indexesOf = async (vault: Vault, under: Under, kind: IdentifierKind | undefined, value: string) => {
  if (!kind) return [await vault.index('fingerprint', value)];
  return under === 'kept' ? vault.indexes(kind, value) : vault.everyIndex(kind, value);
};

/** The locks that products in force of this case hold; undefined when a holder does not open. */
export const locksOf = async (
  vault: Vault,
  index: ProcessIndex,
  record: Pick<CaseRecord, 'snapshot' | 'key'>,
  under: Under,
): Promise<readonly TakenLock[] | undefined> => {
  const { snapshot, key } = record;
  const seal = caseSeal(vault, key, snapshot.id);
  const locks: TakenLock[] = [];
  for (const { group, by, productId } of exclusiveInForce(index, snapshot)) {
    for (const fact of by) {
      const kept = snapshot.facts[fact];
      if (kept === undefined) continue;
      const value = await seal.openFact(fact, kept);
      if (value === undefined) return undefined;
      const indexes = await indexesOf(vault, under, identifierKind(index, fact), String(value));
      locks.push(...indexes.map((one) => ({ group, productId, index: one })));
    }
  }
  return locks;
};

const mustBe = async (vault: Vault, index: ProcessIndex, record: CaseRecord, under: Under) => {
  const locks = await locksOf(vault, index, record, under);
  if (!locks) throw new Error(`a holder in case ${record.snapshot.id} does not open`);
  return locks;
};

const isFor = (lock: UniqueLock) => (other: UniqueLock) =>
  other.group === lock.group && other.index === lock.index;

/** A replacement keeps the lock of the product it replaces, and has it point to itself. */
const stands = (lock: TakenLock, held: readonly TakenLock[]) =>
  held.find(isFor(lock))?.productId === lock.productId;

const lockState = (snapshot: CaseSnapshot | undefined, index: ProcessIndex): string =>
  JSON.stringify(
    snapshot &&
      exclusiveInForce(index, snapshot).map(({ group, by, productId }) => [
        group,
        productId,
        by.map((f) => snapshot.facts[f]),
      ]),
  );

/** What the step from one state to the next takes and gives back. */
export const lockChanges = async (
  vault: Vault,
  index: ProcessIndex,
  before: CaseRecord | undefined,
  after: CaseRecord,
): Promise<{ readonly acquire: readonly TakenLock[]; readonly release: readonly UniqueLock[] }> => {
  if (lockState(before?.snapshot, index) === lockState(after.snapshot, index))
    return { acquire: [], release: [] };
  const held = before ? await mustBe(vault, index, before, 'every') : [];
  const wanted = await mustBe(vault, index, after, 'kept');
  const allowed = await mustBe(vault, index, after, 'every');
  return {
    acquire: wanted.filter((lock) => !stands(lock, held)),
    release: held
      .filter((lock) => !allowed.some(isFor(lock)))
      .map(({ group, index: holder }) => ({ group, index: holder })),
  };
};
