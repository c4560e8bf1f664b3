// A tenant's own people fetch its data behind the console, which reaches no control plane: that they have all of it is
// carried over from the tenant's table.
import type { TenantId } from '@layan/domain/kernel/ids';
import type { ExportOffer } from '../ports/exports.ts';
import type { Offboarding } from '../ports/offboarding.ts';
import type { ControlPorts } from './control-ports.ts';
import { tenantAct } from './tenant-act.ts';

export interface NoteFetchedPorts extends ControlPorts {
  readonly openTenant: (tenant: TenantId) => { readonly exports: Pick<ExportOffer, 'find'> };
}

/** Undefined while something is left to fetch, or nobody waits for it. */
export const makeNoteFetched =
  ({ register, clock, openTenant }: NoteFetchedPorts) =>
  async ({ tenant }: { readonly tenant: TenantId }): Promise<Offboarding | undefined> => {
    const registration = await register.find(tenant);
    const leaving = registration?.offboarding;
    if (!registration || leaving?.state !== 'exported' || leaving.fetched) return undefined;
    const found = await openTenant(tenant).exports.find();
    if (!found?.last || found.at !== leaving.exportedAt || found.fetched < found.files) return undefined;
    const after: Offboarding = { ...leaving, fetched: { by: found.last.by.name, at: found.last.at } };
    const changed = { ...registration, offboarding: after, revision: registration.revision + 1 };
    const act = tenantAct('export-fetched', tenant, undefined, clock.now());
    const saved = await register.save(changed, registration.revision, act);
    return saved.ok ? after : undefined;
  };
