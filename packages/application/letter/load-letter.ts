// A frozen or signed letter of a case that a member has a part in.
import { knowsApplicant, readsPersonalFacts } from '@layan/domain/access/case-access';
import type { Operation } from '@layan/domain/access/operations';
import type { ProductRecord } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Product } from '@layan/domain/standard/product';
import type { CaseFailure } from '../case/errors.ts';
import { loadForMember, type VisibleCase } from '../case/load-for-member.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';

export interface LoadedLetter extends VisibleCase {
  readonly letter: ProductRecord;
  readonly product: Product;
}

export type LoadLetterError = CaseFailure<
  'member-deactivated' | 'role-missing' | 'case-not-found' | 'document-not-found'
>;

/** People stand on it by name: it is for those who may read of them. */
export const loadLetter = async (
  ports: Pick<Ports, 'cases' | 'standards'>,
  operation: Operation,
  member: Membership,
  caseId: CaseId,
  id: string,
): Promise<Result<LoadedLetter, LoadLetterError>> => {
  const loaded = await loadForMember(ports, operation, member, caseId);
  if (!loaded.ok) return loaded;
  const { index, file } = loaded.value;
  const { snapshot } = file.record;
  const letter = snapshot.products.find((record) => record.id === id);
  const product = letter && index.products.get(letter.product);
  const reads = readsPersonalFacts(index, snapshot, member) && knowsApplicant(index, snapshot, member);
  return letter && product?.letter && reads
    ? ok({ ...loaded.value, letter, product })
    : err({ code: 'document-not-found' });
};
