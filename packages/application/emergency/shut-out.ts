// Takes away whatever there is of an emergency access in its tenant: the membership, then the account. Can be repeated.
import type { EmergencyAccess } from '../ports/emergencies.ts';
import type { EmergencyRun } from './emergency-ports.ts';
import { type EmergencyTenant, readerOf } from './emergency-record.ts';

/** The same person may have been let in anew: then the account is that one's to take away. */
const isLetInAnew = async ({ emergencies }: EmergencyRun, access: EmergencyAccess): Promise<boolean> =>
  (await emergencies.list()).some(
    ({ id, tenant, askedBy, state }) =>
      id !== access.id &&
      tenant === access.tenant &&
      askedBy.id === access.askedBy.id &&
      (state === 'confirmed' || state === 'open'),
  );

const accountOf = async ({ staff, accounts }: EmergencyTenant, { staffId, askedBy }: EmergencyAccess) => {
  const id = staffId ?? (await accounts.find(askedBy.email));
  const known = id && (await staff.find(id));
  // Who works here is no reader.
  return known && !known.emergency ? undefined : id;
};

/** Whether there was a reader, whoever ended it. */
export const shutOut = async (run: EmergencyRun, access: EmergencyAccess): Promise<boolean> => {
  const ports = run.openTenant(access.tenant);
  const reader = await readerOf(ports, access);
  if (reader?.state === 'active') {
    const ended = { ...reader, state: 'deactivated' as const, revision: reader.revision + 1 };
    const saved = await ports.staff.save({ ...ended, changedAt: run.clock.now() }, reader.revision);
    if (!saved.ok) throw new Error(`The membership of ${access.id} was changed at this moment.`);
  }
  if (!(await isLetInAnew(run, access))) {
    const id = reader?.id ?? (await accountOf(ports, access));
    if (id !== undefined) {
      await ports.accounts.disable(id);
      await ports.accounts.leave(id);
    }
  }
  return reader !== undefined;
};
