// A second central admin confirms an emergency access, or declines it. Whoever asked may take it back, never confirm it.
import { epochMs, toInstantText } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { CentralAdmin, EmergencyAccess } from '../ports/emergencies.ts';
import { emergencyAct } from './ask-emergency-access.ts';
import { ASKED_FOR_MS, type EmergencyControl } from './emergency-ports.ts';
import type { EmergencyFailure } from './errors.ts';

export interface DecideEmergencyInput {
  readonly by: CentralAdmin;
  readonly id: string;
}

export type DecideEmergencyError = EmergencyFailure<
  'emergency-not-found' | 'emergency-changed' | 'emergency-not-open' | 'own-emergency'
>;

const decide =
  (decision: 'confirm' | 'decline') =>
  ({ emergencies, clock }: Pick<EmergencyControl, 'emergencies' | 'clock'>) =>
  async ({ by, id }: DecideEmergencyInput): Promise<Result<EmergencyAccess, DecideEmergencyError>> => {
    const found = await emergencies.find(id);
    if (!found) return err({ code: 'emergency-not-found' });
    const own = found.askedBy.id === by.id;
    if (decision === 'confirm' && own) return err({ code: 'own-emergency' });
    const confirmed = found.state !== 'asked' && found.state !== 'declined';
    const before = decision === 'confirm' ? confirmed : found.state === 'declined';
    if (before && found.decidedBy?.id === by.id) return ok(found);
    const now = epochMs(clock.now());
    if (found.state !== 'asked' || now > epochMs(found.askedAt) + ASKED_FOR_MS)
      return err({ code: 'emergency-not-open' });
    const decided: EmergencyAccess = {
      ...found,
      state: decision === 'confirm' ? 'confirmed' : 'declined',
      decidedBy: by,
      ...(decision === 'confirm' && { until: toInstantText(now + found.minutes * 60_000) }),
      revision: found.revision + 1,
    };
    const act = emergencyAct(`${decision}-emergency-access`, decided, by.id, clock.now());
    const saved = await emergencies.save(decided, found.revision, act);
    return saved.ok ? ok(decided) : err({ code: 'emergency-changed' });
  };

export const makeConfirmEmergencyAccess = decide('confirm');
export const makeDeclineEmergencyAccess = decide('decline');
