// What each step of provisioning does. Every one can be repeated: it looks at what is there and adds what is missing.
import { managerRole } from '@layan/domain/case/authority';
import { epochMs } from '@layan/domain/kernel/instant';
import { carryOver } from '@layan/domain/tenant/carry-over';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { ProvisioningStep, TenantDirectory, TenantRegistration } from '../ports/tenants.ts';
import type { ProvisioningPorts } from './control-ports.ts';

export type StepResult =
  | { readonly state: 'done' }
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly reason: string; readonly cause?: unknown };

type DoStep = (ports: ProvisioningPorts, registration: TenantRegistration) => Promise<StepResult>;

const done: StepResult = { state: 'done' };

const stack: DoStep = async ({ stacks }, { tenant, provisioning }) => {
  const found = await stacks.state(tenant.id);
  const failedBefore = found.state === 'failed' && epochMs(found.startedAt) < epochMs(provisioning.since);
  if (found.state === 'absent' || failedBefore) await stacks.create(tenant.id);
  if (found.state === 'failed' && !failedBefore) return { state: 'failed', reason: found.reason };
  return found.state === 'ready' ? done : { state: 'waiting' };
};

const makeKeys: DoStep = async ({ stacks, openTenant }, { tenant }) => {
  const { data, signing } = await stacks.keyArns(tenant.id);
  if (signing === undefined) throw new Error(`The stack of ${tenant.id} has no key to sign with.`);
  const { keys } = openTenant(tenant.id);
  await keys.ensure(data);
  await keys.ensureSigning(signing);
  return done;
};

/** A stack that was updated may have another key to sign with; while it is being updated, it is not asked. */
export const renewSigningKey = async (
  { stacks, openTenant }: ProvisioningPorts,
  tenant: Tenant,
): Promise<void> => {
  if ((await stacks.state(tenant.id)).state !== 'ready') return;
  const { signing } = await stacks.keyArns(tenant.id);
  if (signing !== undefined) await openTenant(tenant.id).keys.ensureSigning(signing);
};

/** What its people state at the same moment is read once more, never written over. */
const ATTEMPTS = 4;

const saveProfile = async (directory: TenantDirectory, tenant: Tenant): Promise<void> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const known = await directory.findForChange();
    if (!known) return directory.save(tenant);
    const saved = await directory.change(carryOver(tenant, known.tenant), known.revision);
    if (saved.ok) return;
  }
  throw new Error(`The profile of ${tenant.id} was changed at this moment.`);
};

/** The profile comes last: a tenant that can be found has its places. */
export const writeProfile = async (
  { openTenant, findRegions }: ProvisioningPorts,
  tenant: Tenant,
): Promise<void> => {
  const { directory, leftChanges } = openTenant(tenant.id);
  const regions = findRegions(tenant.region);
  if (regions) await directory.saveRegions(regions);
  await saveProfile(directory, tenant);
  // Not before it says that the doors are open: what is pointed to earlier would be left once more.
  if (tenant.state !== 'closed') await leftChanges.takeUp();
};

const profile: DoStep = async (ports, { tenant }) => {
  await writeProfile(ports, tenant);
  return done;
};

const identity: DoStep = async ({ openTenant }, { tenant }) => {
  await openTenant(tenant.id).accounts.ensureGroup();
  return done;
};

const manager: DoStep = async ({ openTenant, clock }, { tenant, firstManager }) => {
  const { accounts, staff } = openTenant(tenant.id);
  const invited = await accounts.invite(firstManager);
  if (!invited.ok) {
    const reason = 'Alamat surel pengelola pertama sudah dipakai di pemerintah daerah lain.';
    return { state: 'failed', reason };
  }
  if (await staff.find(invited.value)) return done;
  const { email, name, agency } = firstManager;
  await staff.save(
    {
      id: invited.value,
      email,
      name,
      agency,
      roles: [managerRole],
      areas: [],
      state: 'active',
      revision: 1,
      changedAt: clock.now(),
    },
    undefined,
  );
  return done;
};

export const doStep = { stack, keys: makeKeys, profile, identity, manager } as const satisfies Record<
  ProvisioningStep,
  DoStep
>;
