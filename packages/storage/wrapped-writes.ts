// The list of what each data key of the tenant wrapped.
import type { WrappedKey } from '@layan/application/ports/vault';
import type { CaseId } from '@layan/domain/kernel/ids';
import { wrappedCaseKey } from './keys.ts';
import type { Guarded } from './table/transact.ts';
import { wrappedBy } from './vault/wrapped-by.ts';

/** Lists a case under the data key that wrapped its key; `before` is how it was wrapped until now. */
export function wrappedWrites(
  caseId: CaseId,
  key: WrappedKey,
  before: WrappedKey | undefined,
  life: { readonly expiresAt?: number } = {},
): readonly Guarded<never>[] {
  const [is, was] = [wrappedBy(key), before === undefined ? undefined : wrappedBy(before)];
  return [
    ...(is !== undefined && is !== was
      ? [{ write: { put: { ...wrappedCaseKey(is, caseId), ...life } } }]
      : []),
    ...(was !== undefined && is !== was ? [{ write: { remove: wrappedCaseKey(was, caseId) } }] : []),
  ];
}
