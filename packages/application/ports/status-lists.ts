// Signed status lists as they are kept and published, one for each register of products.
import type { InstantText } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';

export interface KeptStatusList {
  /** In compact form, as it is served. */
  readonly signed: string;
  readonly issuedAt: InstantText;
  /** Counts every new signature. */
  readonly revision: number;
}

export interface StatusListStore {
  /** One get, by name (`statusListName`). */
  find(name: string): Promise<KeptStatusList | undefined>;
  /** `before`: revision that was read, undefined for the first list of its name. */
  save(
    name: string,
    list: KeptStatusList,
    before: number | undefined,
  ): Promise<Result<void, 'changed-meanwhile'>>;
  /** One query: all lists of the tenant, and when each was signed. */
  list(): Promise<readonly { readonly name: string; readonly issuedAt: InstantText }[]>;
}
