// Memberships, and the accounts of the identity provider, which all tenants share.
import type { Membership, StaffAccounts, StaffStore } from '@layan/application/ports/staff';
import { StaffId, type TenantId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { byText, copy } from './memory-table.ts';

export function memoryStaff(): StaffStore {
  const members = new Map<StaffId, Membership>();
  return {
    find: async (id) => copy(members.get(id)),
    list: async () => [...members.values()].sort((a, b) => byText(a.id, b.id)).map(copy),
    recent: async () => [...members.values()].sort((a, b) => byText(a.id, b.id)).map(copy),
    save: async (member, before) => {
      if (members.get(member.id)?.revision !== before) return err('changed-meanwhile');
      members.set(member.id, copy(member));
      return ok(undefined);
    },
  };
}

export interface MemoryAccount {
  readonly id: StaffId;
  readonly email: string;
  readonly name: string;
  /** Nobody's after it left its group. */
  readonly tenant: TenantId | undefined;
  readonly enabled: boolean;
  /** Invitations that were sent. */
  readonly invitations: number;
}

/** One user pool: by e-mail address. */
export type MemoryPool = Map<string, MemoryAccount>;

export function memoryAccounts(pool: MemoryPool, tenant: TenantId): StaffAccounts {
  const find = (id: StaffId) => [...pool.values()].find((account) => account.id === id);
  const set = (account: MemoryAccount | undefined, enabled: boolean) => {
    // Who is in the group of another tenant is left alone.
    if (!account || (account.tenant ?? tenant) !== tenant) return false;
    pool.set(account.email, { ...account, enabled });
    return true;
  };
  return {
    ensureGroup: async () => {},
    invite: async ({ email, name }) => {
      const address = email.toLowerCase();
      const account = pool.get(address);
      if (account && account.tenant === undefined) pool.set(address, { ...account, tenant });
      else if (account && account.tenant !== tenant) return err('belongs-to-other-tenant');
      if (account) return ok(account.id);
      const id = StaffId.parse(crypto.randomUUID());
      pool.set(address, { id, email: address, name, tenant, enabled: true, invitations: 1 });
      return ok(id);
    },
    find: async (email) => {
      const account = pool.get(email.toLowerCase());
      return account && (account.tenant ?? tenant) === tenant ? account.id : undefined;
    },
    disable: async (id) => set(find(id), false),
    enable: async (id) => {
      const account = find(id);
      if (!account) throw new Error(`There is no account ${id}.`);
      set(account, true);
    },
    leave: async (id) => {
      const account = find(id);
      if (account?.tenant === tenant) pool.set(account.email, { ...account, tenant: undefined });
    },
  };
}
