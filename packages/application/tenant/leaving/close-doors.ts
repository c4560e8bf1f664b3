// The doors close: from now on the tenant is only read. Nothing is exported before everybody has seen that.
import { epochMs } from '@layan/domain/kernel/instant';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { TenantPorts } from '../../ports/tenant-ports.ts';
import { writeProfile } from '../provisioning-steps.ts';
import type { Do, OffboardPorts } from './leaving-step.ts';

/** A profile is remembered for a minute, and a request that began before may take another. */
const SETTLES_IN = 2 * 60_000;

/** What the law forbids to destroy keeps the whole tenant open, until its officer has lifted each hold. */
async function held(retention: TenantPorts['retention'], { agencies }: Tenant): Promise<number> {
  const holds = await Promise.all(agencies.map(({ id }) => retention.holds(id)));
  return holds.flat().length;
}

/** Nobody can lift a hold behind closed doors. */
async function openAgain(ports: OffboardPorts, tenant: Tenant, state: Tenant['state']): Promise<void> {
  const known = await ports.openTenant(tenant.id).directory.findForChange();
  if (known?.tenant.state === 'closed') await writeProfile(ports, { ...tenant, state });
}

export const close: Do = async (ports, { tenant }, leaving) => {
  const { retention, exports } = ports.openTenant(tenant.id);
  const many = await held(retention, tenant);
  if (many > 0) {
    await openAgain(ports, tenant, leaving.before ?? 'active');
    throw new Error(`Masih ada ${many} perkara yang ditahan dari pemusnahan.`);
  }
  // What was offered before somebody called it off is no longer all there is.
  await exports.withdraw();
  await writeProfile(ports, tenant);
  return { next: { ...leaving, closedAt: ports.clock.now() } };
};

/** What was held by somebody who had not seen it yet counts: then it is closed anew, which fails until that is lifted. */
export const settle: Do = async ({ clock, openTenant, remains }, { tenant, exportCalledOff }, leaving) => {
  const { closedAt, ...rest } = leaving;
  const since = closedAt === undefined ? 0 : epochMs(closedAt);
  if (epochMs(clock.now()) - since < SETTLES_IN) return 'waiting';
  const many = await held(openTenant(tenant.id).retention, tenant);
  if (many > 0) return { stay: { ...rest, step: 'close' } };
  // What was exported before somebody called it off, and is not gone yet: from now on nobody looks for it.
  const left = exportCalledOff === undefined ? 0 : await remains(tenant.id).removeExported();
  return left > 0 ? { stay: leaving } : { next: leaving };
};
