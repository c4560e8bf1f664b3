// The tenant's own profile (in its table) and the register of tenants (in the control plane).
import type { ChainAct } from '@layan/domain/audit/chain';
import type { AgencyId, InstantText, TenantId } from '@layan/domain/kernel/ids';
import type { Result } from '@layan/domain/kernel/result';
import type { Regions } from '@layan/domain/tenant/regions';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { ExportedFile, Offboarding } from './offboarding.ts';

/** Read side for portal and staff: one get, cached for a minute. Undefined when no such tenant runs. */
export interface TenantDirectory {
  find(): Promise<Tenant | undefined>;
  save(tenant: Tenant): Promise<void>;
  /** The profile as it is at this moment, with the revision that guards its change. One get, past every cache. */
  findForChange(): Promise<{ readonly tenant: Tenant; readonly revision: number } | undefined>;
  /** Written over the revision it was made from, and over no other. */
  change(tenant: Tenant, before: number): Promise<Result<void, 'changed-meanwhile'>>;
  /** Districts and villages, where known; one get, cached for an hour. */
  findRegions(): Promise<Regions | undefined>;
  saveRegions(regions: Regions): Promise<void>;
}

export const provisioningSteps = ['stack', 'keys', 'profile', 'identity', 'manager'] as const;
export type ProvisioningStep = (typeof provisioningSteps)[number];

export interface TenantRegistration {
  readonly tenant: Tenant;
  readonly firstManager: { readonly email: string; readonly name: string; readonly agency: AgencyId };
  readonly provisioning:
    | { readonly state: 'running'; readonly step: ProvisioningStep; readonly since: InstantText }
    | {
        readonly state: 'failed';
        readonly step: ProvisioningStep;
        readonly since: InstantText;
        readonly reason: string;
      }
    | { readonly state: 'done'; readonly since: InstantText };
  /** It leaves, or has left. */
  readonly offboarding?: Offboarding;
  /** Since when it does not, although it was being exported: files of that may lie there still. */
  readonly exportCalledOff?: InstantText;
  readonly revision: number;
  readonly createdAt: InstantText;
}

export interface TenantRegister {
  find(id: TenantId): Promise<TenantRegistration | undefined>;
  /** One query a page. */
  list(query: {
    limit: number;
    after?: string;
  }): Promise<{ rows: readonly TenantRegistration[]; next?: string }>;
  /**
   * With an act, the next entry of the control plane's chain is written too; with a file, that it belongs to what this offboarding
   * exports: all of it or nothing.
   */
  save(
    registration: TenantRegistration,
    before: number | undefined,
    act?: ChainAct,
    file?: ExportedFile,
  ): Promise<Result<void, 'changed-meanwhile'>>;
  /** What the offboarding that was announced then has exported, by name. Empty where it is another one by now. */
  listExported(id: TenantId, announcedAt: InstantText): Promise<readonly ExportedFile[]>;
}

/** The tenant's CloudFormation stack. */
export interface TenantStacks {
  /** Starts creation, or goes on with one that failed halfway; harmless when it runs or is ready. */
  create(id: TenantId): Promise<void>;
  state(id: TenantId): Promise<
    | { readonly state: 'absent' | 'running' | 'ready' }
    /** `startedAt`: when the attempt began that failed; one older than a retry is no answer to it. */
    | { readonly state: 'failed'; readonly reason: string; readonly startedAt: InstantText }
  >;
  /** The keys of a ready stack: the one that seals, and the one that signs; stacks of older templates have none to sign with. */
  keyArns(id: TenantId): Promise<{ readonly data: string; readonly signing?: string }>;
}

export interface TenantKeys {
  /** Creates the tenant's wrapped data key and index key once; repeating it changes nothing. */
  ensure(keyArn: string): Promise<void>;
  /** Publishes the key the tenant signs with from now on; the one before it is closed, and kept for what it signed. */
  ensureSigning(keyArn: string): Promise<void>;
}
