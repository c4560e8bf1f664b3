// Any central admin ends an emergency access early. The provisioner closes the door and tells the tenant.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { EmergencyAccess } from '../ports/emergencies.ts';
import { emergencyAct } from './ask-emergency-access.ts';
import type { DecideEmergencyInput } from './decide-emergency-access.ts';
import type { EmergencyControl } from './emergency-ports.ts';
import type { EmergencyFailure } from './errors.ts';

export const makeEndEmergencyAccess =
  ({ emergencies, clock }: Pick<EmergencyControl, 'emergencies' | 'clock'>) =>
  async ({
    by,
    id,
  }: DecideEmergencyInput): Promise<
    Result<
      EmergencyAccess,
      EmergencyFailure<'emergency-not-found' | 'emergency-changed' | 'emergency-not-open'>
    >
  > => {
    const found = await emergencies.find(id);
    if (!found) return err({ code: 'emergency-not-found' });
    if (found.state === 'ending' || found.state === 'ended') return ok(found);
    if (found.state !== 'open' && found.state !== 'confirmed') return err({ code: 'emergency-not-open' });
    const ending: EmergencyAccess = {
      ...found,
      state: 'ending',
      endedBy: 'central-admin',
      endedAt: clock.now(),
      revision: found.revision + 1,
    };
    const act = emergencyAct('end-emergency-access', ending, by.id, clock.now());
    const saved = await emergencies.save(ending, found.revision, act);
    return saved.ok ? ok(ending) : err({ code: 'emergency-changed' });
  };
