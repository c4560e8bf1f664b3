// Opens a confirmed emergency access in its tenant, and closes it when it is over. The trace and the word to the tenant's
// managers come before the door opens. Every step can be repeated.
import { emergencyRole, managerRole } from '@layan/domain/case/authority';
import { CaseId, type StaffId } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import type { EmergencyAccess } from '../ports/emergencies.ts';
import type { Mail } from '../ports/notices.ts';
import type { Membership } from '../ports/staff.ts';
import { memberSeal } from '../staff/member-seal.ts';
import { emergencyAct } from './ask-emergency-access.ts';
import { beganMail, endedMail } from './emergency-mails.ts';
import type { EmergencyRun } from './emergency-ports.ts';

type Tenant = ReturnType<EmergencyRun['openTenant']>;
/** How far back a repeat looks for the entry it wrote the first time. */
const LOOK_BACK = 200;

const note = async ({ audit }: Tenant, act: ReturnType<typeof emergencyAct>): Promise<void> => {
  const written = await audit.newest('administration', { limit: LOOK_BACK });
  if (written.some((entry) => entry.act.act === act.act && entry.act.about === act.about)) return;
  await audit.append('administration', act);
};

const tellManagers = async ({ mailer }: EmergencyRun, { staff }: Tenant, mail: Omit<Mail, 'to'>) => {
  const managers = (await staff.list()).filter(
    ({ state, roles, emergency }) => state === 'active' && roles.includes(managerRole) && !emergency,
  );
  for (const { email } of managers) await mailer.send({ ...mail, to: email });
};

const save = async (
  { emergencies, clock }: EmergencyRun,
  before: EmergencyAccess,
  changes: Partial<EmergencyAccess>,
  act: string,
): Promise<EmergencyAccess | undefined> => {
  const after = { ...before, ...changes, revision: before.revision + 1 };
  const saved = await emergencies.save(
    after,
    before.revision,
    emergencyAct(act, after, undefined, clock.now()),
  );
  return saved.ok ? after : undefined;
};

const isOver = (run: EmergencyRun, { until }: EmergencyAccess): boolean =>
  until === undefined || epochMs(until) <= epochMs(run.clock.now());

const open = async (run: EmergencyRun, access: EmergencyAccess): Promise<EmergencyAccess | undefined> => {
  const fail = (failure: string) => save(run, access, { state: 'failed', failure }, 'fail-emergency-access');
  if (access.until === undefined || isOver(run, access)) return fail('Waktunya habis sebelum dapat dibuka.');
  const ports = run.openTenant(access.tenant);
  const tenant = await ports.directory.find();
  if (tenant?.state !== 'active') return fail('Daerah ini sedang tidak dibuka.');
  const { name, email } = access.askedBy;
  const invited = await ports.accounts.invite({ email, name });
  if (!invited.ok) return fail('Alamat surel ini dipakai di daerah lain.');
  const id: StaffId = invited.value;
  const known = await ports.staff.find(id);
  if (known && !known.emergency) return fail('Orang ini sudah menjadi petugas di daerah ini.');

  await note(ports, emergencyAct('open-emergency-access', access, access.askedBy.id, run.clock.now()));
  await tellManagers(run, ports, beganMail({ access, tenant, consoleOrigin: run.consoleOrigin }));
  const key = await ports.vault.newKey(id);
  const member: Membership = {
    id,
    email,
    name: `${name} (admin pusat)`,
    agency: access.agency,
    roles: [emergencyRole],
    areas: [],
    state: 'active',
    emergency: {
      request: access.id,
      until: access.until,
      reason: await memberSeal(ports.vault, { id }, key).seal('emergency', access.reason),
      confirmedBy: access.decidedBy?.name ?? '',
    },
    key,
    revision: (known?.revision ?? 0) + 1,
    changedAt: run.clock.now(),
  };
  // One that was opened before, and ended by the tenant meanwhile, stays ended.
  if (known?.emergency?.request !== access.id) {
    const saved = await ports.staff.save(member, known?.revision);
    if (!saved.ok) throw new Error(`The membership of ${access.id} was changed at this moment.`);
    await ports.accounts.enable(id);
  }
  return save(run, access, { state: 'open', staffId: id }, 'open-emergency-access');
};

const ticketsOf = async ({ cases }: Tenant, ids: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const known = CaseId.safeParse(id);
      return known.success ? (await cases.find(known.data))?.snapshot.ticket : undefined;
    }),
  );
  return found.flatMap((ticket) => ticket ?? []);
};

const close = async (run: EmergencyRun, access: EmergencyAccess): Promise<EmergencyAccess | undefined> => {
  const ports = run.openTenant(access.tenant);
  const { staffId } = access;
  const member = staffId && (await ports.staff.find(staffId));
  if (member?.emergency?.request === access.id) {
    if (member.state === 'active') {
      const ended = { ...member, state: 'deactivated' as const, revision: member.revision + 1 };
      const saved = await ports.staff.save({ ...ended, changedAt: run.clock.now() }, member.revision);
      if (!saved.ok) throw new Error(`The membership of ${access.id} was changed at this moment.`);
    }
    await ports.accounts.disable(member.id);
    await ports.accounts.leave(member.id);
  }
  const readings = await ports.emergencyReadings.list(access.id);
  const opened = readings.flatMap(({ operation, about }) =>
    operation === 'get-case' && about ? [about] : [],
  );
  const tickets = await ticketsOf(ports, opened);
  const over: EmergencyAccess = { ...access, endedBy: access.endedBy ?? 'time' };
  const act = emergencyAct('close-emergency-access', over, undefined, run.clock.now());
  await note(ports, { ...act, detail: `${over.endedBy} cases ${tickets.length}` });
  const tenant = await ports.directory.find();
  if (tenant) {
    const told = { access: over, tenant, consoleOrigin: run.consoleOrigin };
    await tellManagers(run, ports, endedMail(told, readings, tickets));
  }
  const count = (operation: string) => readings.filter((reading) => reading.operation === operation).length;
  const read = { cases: tickets.length, searches: count('find-by-ticket'), lists: count('list-inbox') };
  const endedAt = over.endedAt ?? run.clock.now();
  return save(run, over, { state: 'ended', endedAt, read }, 'close-emergency-access');
};

const isEndedByTenant = async (run: EmergencyRun, { id, tenant, staffId }: EmergencyAccess) => {
  const member = staffId && (await run.openTenant(tenant).staff.find(staffId));
  return member?.emergency?.request === id && member.state === 'deactivated';
};

/** Undefined when there was nothing to do, or somebody else did it at this moment. */
export const makeRunEmergencyAccess =
  (run: EmergencyRun) =>
  async ({ id }: { readonly id: string }): Promise<EmergencyAccess | undefined> => {
    const access = await run.emergencies.find(id);
    if (access?.state === 'confirmed') return open(run, access);
    if (access?.state === 'ending') return close(run, access);
    if (access?.state !== 'open') return undefined;
    if (isOver(run, access)) return close(run, { ...access, endedBy: 'time' });
    return (await isEndedByTenant(run, access)) ? close(run, { ...access, endedBy: 'tenant' }) : undefined;
  };
