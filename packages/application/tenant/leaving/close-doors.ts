// The doors close: from now on the tenant is only read. Nothing is exported before everybody has seen that.
import { epochMs } from '@layan/domain/kernel/instant';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { TenantPorts } from '../../ports/tenant-ports.ts';
import { writeProfile } from '../provisioning-steps.ts';
import type { Do } from './leaving-step.ts';

/** A profile is remembered for a minute, and a request that began before may take another. */
const SETTLES_IN = 2 * 60_000;

/** What the law forbids to destroy keeps the whole tenant open, until its officer has lifted each hold. */
async function refuseHeld(retention: TenantPorts['retention'], { agencies }: Tenant): Promise<void> {
  const held = await Promise.all(agencies.map(({ id }) => retention.holds(id)));
  const many = held.flat().length;
  if (many > 0) throw new Error(`Masih ada ${many} perkara yang ditahan dari pemusnahan.`);
}

export const close: Do = async (ports, { tenant }, leaving) => {
  const { retention, exports } = ports.openTenant(tenant.id);
  await refuseHeld(retention, tenant);
  // What was offered before somebody called it off is no longer all there is.
  await exports.withdraw();
  await writeProfile(ports, tenant);
  return { next: { ...leaving, closedAt: ports.clock.now() } };
};

export const settle: Do = async ({ clock }, _registration, leaving) => {
  const since = leaving.closedAt === undefined ? 0 : epochMs(leaving.closedAt);
  return epochMs(clock.now()) - since < SETTLES_IN ? 'waiting' : { next: leaving };
};
