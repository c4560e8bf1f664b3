// Fills a fresh local host as its people would: the central admin creates the tenants, each manager publishes the
// standards and invites the staff, all through the ordinary APIs. Can be interrupted and run again.
import { setTimeout as wait } from 'node:timers/promises';
import { adminApi } from '@layan/contract/admin-api';
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { staffApi } from '@layan/contract/staff-api';
import type { Standard } from '@layan/domain/standard/standard';
import type * as z from 'zod/mini';
import type { SeedContext } from '../boot/seed-context.ts';
import { type Caller, CallProblem, createCaller } from './call.ts';
import type { DemoPerson } from './demo-person.ts';
import { centralAdmin, foundingTenants, secondCentralAdmin } from './founding-tenants.ts';

const PATIENCE = 60_000;

/** Runs `act`; an answer that says it was done before is as good. */
async function unless(code: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof CallProblem) || error.problem.code !== code) throw error;
  }
}

export function prepareCentralAdmin({ host }: SeedContext): void {
  const pool = host.pool('-admin');
  const { cognito } = host.front.services;
  for (const admin of [centralAdmin, secondCentralAdmin]) {
    if (cognito.findUser(pool.id, admin.email) === undefined) {
      cognito.createUser(pool.id, { email: admin.email, name: admin.name });
    }
    host.demo.add({ poolId: pool.id, ...admin });
  }
}

type NewTenant = z.input<(typeof adminApi)['createTenant']['body']>;

/** Creates a tenant unless it is there, and waits until it is provisioned. */
export async function provision(admin: Caller, tenant: NewTenant): Promise<void> {
  await unless('tenant-exists', () => admin(adminApi.createTenant, { body: tenant }));
  const until = Date.now() + PATIENCE;
  for (;;) {
    const { provisioning } = await admin(adminApi.getTenant, { params: { tenantId: tenant.id } });
    if (provisioning.state === 'done') return;
    if (provisioning.state === 'failed')
      throw new Error(`Provisioning ${tenant.id} failed at ${provisioning.step}: ${provisioning.reason}`);
    if (Date.now() > until) throw new Error(`Provisioning ${tenant.id} still waits at ${provisioning.step}.`);
    await wait(200);
  }
}

/** A text that names a decree is published once the agency has said so itself. */
async function enacted(manager: Caller, draft: StandardVersionView): Promise<StandardVersionView> {
  const { standard, version, hash, state } = draft;
  if (standard.decree === null || state !== 'draft') return draft;
  return manager(staffApi.approveStandard, {
    params: { standardId: standard.id, version },
    body: { hash, ...standard.decree, withoutConsultation: 'Sudah ditetapkan sebelum memakai Layan.' },
  });
}

async function publish(manager: Caller, standard: Standard): Promise<void> {
  const { standards } = await manager(staffApi.listStandards);
  const known = standards.find(({ id }) => id === standard.id);
  if (known?.published !== undefined) return;
  const params = { standardId: standard.id, version: known?.draft ?? 1 };
  const draft =
    known?.draft === undefined
      ? await manager(staffApi.saveDraft, { body: { standard } })
      : await manager(staffApi.getStandard, { params });
  for (const readingId of draft.unconfirmed) {
    await manager(staffApi.confirmReading, { params: { ...params, version: draft.version, readingId } });
  }
  const { hash } = await enacted(manager, draft);
  await manager(staffApi.publishStandard, { params: { ...params, version: draft.version }, body: { hash } });
}

async function invite(manager: Caller, { email, name, roles, areas }: DemoPerson): Promise<void> {
  await unless('member-exists', () =>
    manager(staffApi.inviteMember, { body: { email, name, roles: [...roles], areas: [...areas] } }),
  );
}

/** How people sign official documents. */
async function nameOfficials(manager: Caller, people: readonly DemoPerson[]): Promise<void> {
  if (!people.some(({ official }) => official)) return;
  const { members } = await manager(staffApi.listMembers);
  for (const { email, official } of people) {
    const member = members.find((one) => one.email === email);
    if (!official || !member || member.official) continue;
    await manager(staffApi.changeOfficial, {
      params: { memberId: member.id },
      body: { revision: member.revision, official },
    });
  }
}

async function found(
  { host, tell, signInAs }: SeedContext,
  admin: Caller,
  { tenant, standards, people }: (typeof foundingTenants)[number],
): Promise<void> {
  tell(`Provisioning ${tenant.name}.`);
  await provision(admin, { ...tenant, agencies: [...tenant.agencies] });
  const { email, name } = tenant.firstManager;
  const description = `${tenant.name}: standar dan petugas`;
  host.demo.add({ poolId: host.pool('-staff').id, email, name, description });
  const manager = createCaller(host.ports.web, await signInAs('staff', email));
  for (const standard of standards) {
    tell(`Publishing ${standard.shortTitle}.`);
    await publish(manager, standard);
  }
  for (const person of people) await invite(manager, person);
  await nameOfficials(manager, people);
}

export async function seed(context: SeedContext): Promise<void> {
  const { host } = context;
  prepareCentralAdmin(context);
  const admin = createCaller(host.ports.web, await context.signInAs('admin', centralAdmin.email));
  await Promise.all(foundingTenants.map((founding) => found(context, admin, founding)));
  const poolId = host.pool('-staff').id;
  for (const { email, name, description } of foundingTenants.flatMap(({ people }) => [...people]))
    host.demo.add({ poolId, email, name, description });
}
