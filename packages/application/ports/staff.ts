// Who works for a tenant's agencies. Roles and areas live here, not in tokens, and take effect within a minute.
import type { Sealed } from '@layan/domain/case/facts';
import type { AgencyId, InstantText, RegionCode, StaffId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { WrappedKey } from './vault.ts';

export interface Official {
  /** "Kepala Dinas Sosial" */
  readonly position: string;
  readonly nameWithTitles: string;
  /** 18 digits. */
  readonly nip?: string;
  /** "Pembina Utama Muda, IV/c" */
  readonly rank?: string;
}

export interface Absence {
  readonly from: string;
  readonly to: string;
  /** Sealed under the key of the membership with its id and field `away`. */
  readonly reason?: Sealed;
  /** Who entered it, and when: tiers are passed and letters made out to others by it. */
  readonly declared?: { readonly id: StaffId; readonly name: string; readonly at: InstantText };
}

export interface Membership {
  readonly id: StaffId;
  readonly email: string;
  readonly name: string;
  readonly agency: AgencyId;
  /** Role ids of standards, plus `serviceManager` (standards and staff of the agency). */
  readonly roles: readonly string[];
  readonly areas: readonly RegionCode[];
  readonly state: 'active' | 'deactivated';
  /** How they sign official documents (Permendagri 1/2023). */
  readonly official?: Official;
  /** Days on which they do not work, both ends included, in the tenant's dates. */
  readonly away?: readonly Absence[];
  /** A central admin's access for a short while: over at `until`, whatever `state` says (decision 0103). */
  readonly emergency?: {
    readonly request: string;
    readonly until: InstantText;
    /** Sealed like reasons of absences, field `emergency`. */
    readonly reason: Sealed;
    readonly confirmedBy: string;
  };
  /** Of what is sealed above; absent while nothing is. */
  readonly key?: WrappedKey;
  readonly revision: number;
  readonly changedAt: InstantText;
}

export interface StaffStore {
  find(id: StaffId): Promise<Membership | undefined>;
  /** One query. */
  list(): Promise<readonly Membership[]>;
  /** All members as they were at most half a minute ago: for what is shown, not for what is decided. */
  recent(): Promise<readonly Membership[]>;
  save(member: Membership, before: number | undefined): Promise<Result<void, 'changed-meanwhile'>>;
}

/**
 * The identity provider's side of staff: accounts, their tenant group, invitations by mail. All tenants share one pool: whoever
 * is in the group of another is left as they are, whatever is asked here.
 */
export interface StaffAccounts {
  /** Creates the tenant's group in the identity provider; repeating it is harmless. */
  ensureGroup(): Promise<void>;
  /** Creates the account, puts it into the tenant's group and has the invitation sent. Repeating it is harmless. */
  invite(input: { email: string; name: string }): Promise<Result<StaffId, 'belongs-to-other-tenant'>>;
  /** Who signs in with this address, and is of no other tenant. */
  find(email: string): Promise<StaffId | undefined>;
  /** Whether it is switched off now: not where there is none, nor where it is another tenant's. Repeating it is harmless. */
  disable(id: StaffId): Promise<boolean>;
  enable(id: StaffId): Promise<void>;
  /** Takes the account out of the tenant's group: its next token opens no door here. Repeating it is harmless. */
  leave(id: StaffId): Promise<void>;
}
