// Opens a confirmed emergency access in its tenant: trace, word to the managers, account, and the membership last. Where it was
// ended meanwhile, it is closed again.
import { emergencyRole } from '@layan/domain/case/authority';
import type { StaffId } from '@layan/domain/kernel/ids';
import type { EmergencyAccess } from '../ports/emergencies.ts';
import type { Membership } from '../ports/staff.ts';
import { memberSeal } from '../staff/member-seal.ts';
import { emergencyAct } from './ask-emergency-access.ts';
import { closeEmergencyAccess } from './close-emergency-access.ts';
import { beganMail } from './emergency-mails.ts';
import type { EmergencyRun } from './emergency-ports.ts';
import {
  type EmergencyTenant,
  isOver,
  noteOnce,
  readerOf,
  saveAccess,
  tellManagers,
} from './emergency-record.ts';
import { shutOut } from './shut-out.ts';

const readerFor = async (
  { clock }: EmergencyRun,
  { vault }: EmergencyTenant,
  access: EmergencyAccess & { readonly until: NonNullable<EmergencyAccess['until']> },
  known: Membership | undefined,
  id: StaffId,
): Promise<Membership> => {
  const { name, email } = access.askedBy;
  const key = await vault.newKey(id);
  return {
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
      reason: await memberSeal(vault, { id }, key).seal('emergency', access.reason),
      confirmedBy: access.decidedBy?.name ?? '',
    },
    key,
    revision: (known?.revision ?? 0) + 1,
    changedAt: clock.now(),
  };
};

/** Somebody ended it, or said that it failed, while it was being opened: nobody stays in. */
const takeBack = async (run: EmergencyRun, { id }: EmergencyAccess): Promise<EmergencyAccess | undefined> => {
  const now = await run.emergencies.find(id);
  if (now?.state === 'ending') return closeEmergencyAccess(run, now);
  if (now && now.state !== 'open' && now.state !== 'confirmed') await shutOut(run, now);
  return undefined;
};

export const openEmergencyAccess = async (
  run: EmergencyRun,
  access: EmergencyAccess,
): Promise<EmergencyAccess | undefined> => {
  const ports = run.openTenant(access.tenant);
  const fail = (failure: string) =>
    saveAccess(run, access, { state: 'failed', failure }, 'fail-emergency-access');
  /** An attempt that broke off may have let the reader in: then it is over, and its managers hear so. */
  const failOrClose = async (failure: string, endedBy: 'time' | 'central-admin') => {
    if (await readerOf(ports, access)) return closeEmergencyAccess(run, { ...access, endedBy });
    await shutOut(run, access);
    return fail(failure);
  };
  const { until } = access;
  if (until === undefined || isOver(run, access))
    return failOrClose('Waktunya habis sebelum dapat dibuka.', 'time');
  const tenant = await ports.directory.find();
  if (tenant?.state !== 'active') return failOrClose('Daerah ini sedang tidak dibuka.', 'central-admin');
  const { name, email } = access.askedBy;
  const invited = await ports.accounts.invite({ email, name });
  if (!invited.ok) return fail('Alamat surel ini dipakai di daerah lain.');
  const id: StaffId = invited.value;
  const known = await ports.staff.find(id);
  if (known && !known.emergency) return fail('Orang ini sudah menjadi petugas di daerah ini.');

  await noteOnce(ports, emergencyAct('open-emergency-access', access, access.askedBy.id, run.clock.now()));
  await tellManagers(run, ports, beganMail({ access, tenant, consoleOrigin: run.consoleOrigin }));
  // One that was opened before, and ended by the tenant meanwhile, stays ended.
  if (known?.emergency?.request !== access.id) {
    const reader = await readerFor(run, ports, { ...access, until }, known, id);
    // The account first: once there is a membership, whoever ends it finds all there is to take away.
    await ports.accounts.enable(id);
    const saved = await ports.staff.save(reader, known?.revision);
    if (!saved.ok) throw new Error(`The membership of ${access.id} was changed at this moment.`);
  }
  const saved = await saveAccess(run, access, { state: 'open', staffId: id }, 'open-emergency-access');
  return saved ?? takeBack(run, access);
};
