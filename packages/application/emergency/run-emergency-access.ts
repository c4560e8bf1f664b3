// Does what an emergency access waits for: opens a confirmed one in its tenant, and closes it when it is over. The trace and
// the word to the tenant's managers come before the door opens. Every step can be repeated.
import type { EmergencyAccess } from '../ports/emergencies.ts';
import { closeEmergencyAccess } from './close-emergency-access.ts';
import type { EmergencyRun } from './emergency-ports.ts';
import { isOver, readerOf } from './emergency-record.ts';
import { openEmergencyAccess } from './open-emergency-access.ts';

const isEndedByTenant = async (run: EmergencyRun, access: EmergencyAccess): Promise<boolean> =>
  (await readerOf(run.openTenant(access.tenant), access))?.state === 'deactivated';

/** Undefined when there was nothing to do, or somebody else did it at this moment. */
export const makeRunEmergencyAccess =
  (run: EmergencyRun) =>
  async ({ id }: { readonly id: string }): Promise<EmergencyAccess | undefined> => {
    const access = await run.emergencies.find(id);
    if (access?.state === 'confirmed') return openEmergencyAccess(run, access);
    if (access?.state === 'ending') return closeEmergencyAccess(run, access);
    if (access?.state !== 'open') return undefined;
    if (isOver(run, access)) return closeEmergencyAccess(run, { ...access, endedBy: 'time' });
    return (await isEndedByTenant(run, access))
      ? closeEmergencyAccess(run, { ...access, endedBy: 'tenant' })
      : undefined;
  };
