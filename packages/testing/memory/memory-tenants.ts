// The profile of a tenant and what the control plane keeps and makes, in memory.
import type { AuditChains, Unmasking, UnmaskingLog } from '@layan/application/ports/audit';
import type { ExportedFile } from '@layan/application/ports/offboarding';
import type { PracticeRegister, PracticeSpace } from '@layan/application/ports/practice';
import type {
  TenantDirectory,
  TenantRegister,
  TenantRegistration,
  TenantStacks,
} from '@layan/application/ports/tenants';
import { unmaskingAct } from '@layan/domain/audit/unmasking-act';
import type { Clock } from '@layan/domain/kernel/clock';
import type { InstantText, TenantId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import type { Regions } from '@layan/domain/tenant/regions';
import type { Tenant } from '@layan/domain/tenant/tenant';
import { memoryAudit } from './memory-audit.ts';
import { byText, copy } from './memory-table.ts';

export function memoryDirectory(): TenantDirectory {
  let profile: Tenant | undefined;
  let revision = 0;
  let regions: Regions | undefined;
  return {
    find: async () => copy(profile),
    save: async (tenant) => {
      profile = copy(tenant);
      revision = 0;
    },
    findForChange: async () => profile && { tenant: copy(profile), revision },
    change: async (tenant, before) => {
      if (!profile || revision !== before) return err('changed-meanwhile');
      profile = copy(tenant);
      revision += 1;
      return ok(undefined);
    },
    findRegions: async () => copy(regions),
    saveRegions: async (known) => {
      regions = copy(known);
    },
  };
}

export function memoryPractice(): PracticeRegister {
  let space: PracticeSpace | undefined;
  return {
    find: async () => copy(space),
    save: async (next, before) => {
      if (space?.generation !== before) return err('changed-meanwhile');
      space = copy(next);
      return ok(undefined);
    },
  };
}

export function memoryUnmaskings(audit: Pick<AuditChains, 'append'>): UnmaskingLog {
  const entries: Unmasking[] = [];
  return {
    append: async (entry) => {
      await audit.append('unmasking', unmaskingAct(entry));
      entries.push(copy(entry));
    },
    list: async (caseId) =>
      entries
        .filter((entry) => entry.caseId === caseId)
        .sort((a, b) => byText(a.at, b.at))
        .map(copy),
  };
}

export function memoryRegister(chains: Pick<AuditChains, 'append'> = memoryAudit()): TenantRegister {
  const registrations = new Map<TenantId, TenantRegistration>();
  const exported = new Map<string, Map<string, ExportedFile>>();
  const filesOf = (id: TenantId, announcedAt: InstantText) => {
    const name = `${id} ${announcedAt}`;
    const files = exported.get(name) ?? new Map<string, ExportedFile>();
    exported.set(name, files);
    return files;
  };
  return {
    find: async (id) => copy(registrations.get(id)),
    list: async ({ limit, after = '' }) => {
      const rows = [...registrations.values()]
        .filter(({ tenant }) => tenant.id > after)
        .sort((a, b) => byText(a.tenant.id, b.tenant.id));
      const last = rows.slice(0, limit).at(-1);
      return {
        rows: copy(rows.slice(0, limit)),
        ...(last && rows.length > limit ? { next: last.tenant.id } : {}),
      };
    },
    save: async (registration, before, act, file) => {
      if (registrations.get(registration.tenant.id)?.revision !== before) return err('changed-meanwhile');
      registrations.set(registration.tenant.id, copy(registration));
      if (act) await chains.append('administration', act);
      const { tenant, offboarding } = registration;
      if (file && offboarding) filesOf(tenant.id, offboarding.announcedAt).set(file.name, copy(file));
      return ok(undefined);
    },
    listExported: async (id, announcedAt) =>
      copy([...filesOf(id, announcedAt).values()].sort((a, b) => byText(a.name, b.name))),
  };
}

export interface MemoryStacks extends TenantStacks {
  /** What CloudFormation would say next; a stack that was asked for is `running` until then. */
  settle(id: TenantId, state: 'ready' | { readonly failed: string }): void;
  /** An update of the stack that made another key to sign with. */
  replaceSigningKey(id: TenantId): void;
}

export function memoryStacks(clock: Clock): MemoryStacks {
  const stacks = new Map<TenantId, Awaited<ReturnType<TenantStacks['state']>>>();
  const startedAt = new Map<TenantId, InstantText>();
  const generations = new Map<TenantId, number>();
  return {
    create: async (id) => {
      const state = stacks.get(id)?.state ?? 'absent';
      if (state !== 'absent' && state !== 'failed') return;
      stacks.set(id, { state: 'running' });
      startedAt.set(id, clock.now());
    },
    state: async (id) => stacks.get(id) ?? { state: 'absent' },
    keyArns: async (id) => {
      if (stacks.get(id)?.state !== 'ready') throw new Error(`The stack of ${id} is not ready.`);
      const arn = `arn:aws:kms:ap-southeast-3:000000000000:key/${id}`;
      return { data: arn, signing: `${arn}.sign.${generations.get(id) ?? 1}` };
    },
    replaceSigningKey: (id) => generations.set(id, (generations.get(id) ?? 1) + 1),
    settle: (id, state) =>
      stacks.set(
        id,
        state === 'ready'
          ? { state }
          : { state: 'failed', reason: state.failed, startedAt: startedAt.get(id) ?? clock.now() },
      ),
  };
}
