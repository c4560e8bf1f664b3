// Where the facts of a product's holder stand when there is no case: under the ids that its standard gives them.
import type { FactValue, PlainValue } from '@layan/domain/case/facts';
import { CaseId } from '@layan/domain/kernel/ids';
import type { RegisterRow } from '@layan/domain/register/read-row';
import { identifierKind, type Under } from '../case/locks.ts';
import type { UniqueLock } from '../ports/locks.ts';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Vault } from '../ports/vault.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import type { AgencyProduct } from './agency-products.ts';

export interface Holder {
  readonly holder: string;
  readonly nik?: string | undefined;
  readonly familyCardNumber?: string | undefined;
}

/** What stands alone seals under its own id. */
export const sealOf = (
  vault: Vault,
  { id, key, origin }: Pick<RegisteredProduct, 'id' | 'key' | 'origin'>,
): CaseSeal => caseSeal(vault, key, origin.kind === 'case' ? origin.caseId : CaseId.parse(id));

const identifierFact = ({ index, product }: AgencyProduct, type: 'nik' | 'familyCardNumber'): string => {
  const guarding = product.exclusive?.by.find((id) => identifierKind(index, id) === type);
  return guarding ?? [...index.facts.values()].find((fact) => fact.type === type)?.id ?? type;
};

export const holderFacts = (of: AgencyProduct) => ({
  holder: of.product.card?.holder.find((id) => of.index.facts.get(id)?.type === 'text') ?? 'holder',
  nik: identifierFact(of, 'nik'),
  familyCardNumber: identifierFact(of, 'familyCardNumber'),
  address: 'address',
});

/** Values of a row by fact. */
export const factsOf = (
  of: AgencyProduct,
  row: Pick<RegisterRow, 'holder' | 'nik' | 'familyCardNumber' | 'address'>,
): Readonly<Record<string, PlainValue>> => {
  const ids = holderFacts(of);
  return {
    [ids.holder]: row.holder,
    ...(row.nik !== undefined && { [ids.nik]: row.nik }),
    ...(row.familyCardNumber !== undefined && { [ids.familyCardNumber]: row.familyCardNumber }),
    ...(row.address !== undefined && { [ids.address]: row.address }),
  };
};

/** The identifiers by which nobody else of the family may hold a product of its group. */
export const locksFor = async (
  vault: Vault,
  { index, product }: AgencyProduct,
  values: ReadonlyMap<string, string>,
  under: Under = 'kept',
) => {
  const { exclusive } = product;
  if (!exclusive) return [];
  const locks: UniqueLock[] = [];
  for (const fact of exclusive.by) {
    const kind = identifierKind(index, fact);
    const value = values.get(fact);
    if (!kind || value === undefined) continue;
    const indexes = await (under === 'kept' ? vault.indexes(kind, value) : vault.everyIndex(kind, value));
    locks.push(...indexes.map((one) => ({ group: exclusive.group, index: one })));
  }
  return locks;
};

/** What is known of the holder of an imported product, opened; undefined when it cannot be opened any more. */
export const openHolder = async (
  vault: Vault,
  of: AgencyProduct,
  product: RegisteredProduct,
): Promise<{ readonly holder: Holder; readonly values: ReadonlyMap<string, string> } | undefined> => {
  if (product.origin.kind !== 'imported') return undefined;
  const seal = sealOf(vault, product);
  const values = new Map<string, string>();
  for (const [fact, kept] of Object.entries<FactValue>(product.origin.facts)) {
    const value = await seal.openFact(fact, kept);
    if (value === undefined) return undefined;
    values.set(fact, String(value));
  }
  const ids = holderFacts(of);
  const holder = values.get(ids.holder);
  if (holder === undefined) return undefined;
  return {
    holder: { holder, nik: values.get(ids.nik), familyCardNumber: values.get(ids.familyCardNumber) },
    values,
  };
};
