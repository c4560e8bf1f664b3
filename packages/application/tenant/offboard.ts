// Does exactly the next step of a tenant that leaves, and saves how far it has come, which triggers the one after. Every step
// can be repeated; a failure is recorded and waits for somebody to say go on.

import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import type { TenantId } from '@layan/domain/kernel/ids';
import type { Tenant } from '@layan/domain/tenant/tenant';
import { sha256 } from '../kernel/sha256.ts';
import {
  type Certificate,
  type Offboarding,
  type OffboardingStep,
  offboardingSteps,
  type TenantRemains,
} from '../ports/offboarding.ts';
import type { TenantPorts } from '../ports/tenant-ports.ts';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ProvisioningPorts } from './control-ports.ts';
import { writeProfile } from './provisioning-steps.ts';
import { tenantAct } from './tenant-act.ts';

export interface OffboardPorts extends Omit<ProvisioningPorts, 'openTenant'> {
  readonly openTenant: (
    tenant: TenantId,
  ) => ReturnType<ProvisioningPorts['openTenant']> &
    Pick<TenantPorts, 'staff' | 'accounts' | 'audit' | 'retention'>;
  readonly remains: (tenant: TenantId) => TenantRemains;
}

/** `waiting`: asked again at the next minute. */
type Done = { readonly next: Offboarding } | { readonly stay: Offboarding } | 'waiting';
type Do = (ports: OffboardPorts, registration: TenantRegistration, leaving: Offboarding) => Promise<Done>;

/** What the law forbids to destroy keeps the whole tenant open, until its officer has lifted each hold. */
async function refuseHeld(retention: TenantPorts['retention'], { agencies }: Tenant): Promise<void> {
  const held = await Promise.all(agencies.map(({ id }) => retention.holds(id)));
  const many = held.flat().length;
  if (many > 0) throw new Error(`Masih ada ${many} perkara yang ditahan dari pemusnahan.`);
}

const close: Do = async (ports, { tenant }, leaving) => {
  await refuseHeld(ports.openTenant(tenant.id).retention, tenant);
  await writeProfile(ports, tenant);
  return { next: leaving };
};

const fileName = (number: number): string => `data-${String(number).padStart(5, '0')}.jsonl`;

const exportAll: Do = async (ports, { tenant }, leaving) => {
  const remains = ports.remains(tenant.id);
  const page = await remains.exportPage(leaving.after);
  const name = fileName(leaving.files.length + 1);
  const kept = await remains.keepExport(name, page.lines.map((line) => `${line}\n`).join(''));
  const files = [...leaving.files, { name, ...kept, rows: page.lines.length }];
  const { after: _, ...rest } = leaving;
  const going = { ...rest, files, sealed: leaving.sealed + page.sealed };
  if (page.next) return { stay: { ...going, after: page.next } };
  const objects = await remains.listObjects();
  const scans = await remains.keepExport('objects.jsonl', objects.map((line) => `${line}\n`).join(''));
  const all = [...files, { name: 'objects.jsonl', ...scans, rows: objects.length }];
  const hashes = all.map(({ sha256: hash, name: file }) => `${hash}  ${file}\n`).join('');
  const list = await remains.keepExport('SHA256SUMS', hashes);
  return { next: { ...going, files: [...all, { name: 'SHA256SUMS', ...list, rows: all.length }] } };
};

const accounts: Do = async (ports, { tenant }, leaving) => {
  const { staff, accounts: pool, audit } = ports.openTenant(tenant.id);
  const members = await staff.list();
  for (const { id } of members) await pool.disable(id);
  const [administration, unmasking] = await Promise.all([
    audit.head('administration'),
    audit.head('unmasking'),
  ]);
  const heads = {
    ...(administration && { administration: `${administration.seq} ${administration.hash}` }),
    ...(unmasking && { unmasking: `${unmasking.seq} ${unmasking.hash}` }),
  };
  return { next: { ...leaving, accounts: members.length, heads } };
};

const objects: Do = async (ports, { tenant }, leaving) => {
  const removed = await ports.remains(tenant.id).removeObjects();
  const going = { ...leaving, objects: leaving.objects + removed };
  return removed > 0 ? { stay: going } : { next: going };
};

const table: Do = async (ports, { tenant }, leaving) =>
  (await ports.remains(tenant.id).removeTable()) === 'gone' ? { next: leaving } : 'waiting';

const keys: Do = async (ports, { tenant }, leaving) => {
  const { data, signing } = await ports.stacks.keyArns(tenant.id);
  const arns = [data, ...(signing === undefined ? [] : [signing])];
  return { next: { ...leaving, keys: await ports.remains(tenant.id).scheduleKeys(arns) } };
};

const certify: Do = async (ports, { tenant }, leaving) => {
  const said: Omit<Certificate, 'hash'> = {
    tenant: tenant.id,
    name: tenant.name,
    announcedBy: leaving.announcedBy,
    confirmedBy: leaving.confirmedBy ?? '',
    destroyedBy: leaving.destroyedBy ?? '',
    destroyedAt: ports.clock.now(),
    table: tenant.id,
    objects: leaving.objects,
    accounts: leaving.accounts,
    keys: leaving.keys,
    exported: leaving.files,
    heads: leaving.heads,
  };
  return { next: { ...leaving, certificate: { ...said, hash: sha256(canonicalJson(said)) } } };
};

const doStep = {
  close,
  export: exportAll,
  accounts,
  objects,
  table,
  keys,
  certificate: certify,
} as const satisfies Record<OffboardingStep, Do>;

const afterStep = (leaving: Offboarding, step: OffboardingStep): Offboarding => {
  const { step: _, ...rest } = leaving;
  if (step === 'export') return { ...rest, state: 'exported' };
  const next = offboardingSteps[offboardingSteps.indexOf(step) + 1];
  return next === undefined ? { ...rest, state: 'destroyed' } : { ...rest, step: next };
};

/** Undefined when there was nothing to do, or it waits. */
export const makeOffboard =
  (ports: OffboardPorts) =>
  async ({ tenant }: { readonly tenant: TenantId }): Promise<Offboarding | undefined> => {
    const registration = await ports.register.find(tenant);
    const leaving = registration?.offboarding;
    if (!registration || leaving?.step === undefined || leaving.failure !== undefined) return undefined;
    const { step } = leaving;
    const save = async (after: Offboarding, act: string) => {
      const changed = { ...registration, offboarding: after, revision: registration.revision + 1 };
      const detail = after.certificate ? after.certificate.hash : step;
      const entry = tenantAct(act, tenant, undefined, ports.clock.now(), detail);
      const saved = await ports.register.save(changed, registration.revision, entry);
      return saved.ok ? after : undefined;
    };
    try {
      const done = await doStep[step](ports, registration, leaving);
      if (done === 'waiting') return undefined;
      if ('stay' in done) return await save(done.stay, 'offboarding-goes-on');
      return await save(afterStep(done.next, step), 'offboarding-step');
    } catch (cause) {
      const failure = cause instanceof Error ? cause.message : 'unknown';
      return save({ ...leaving, failure }, 'offboarding-failed');
    }
  };
