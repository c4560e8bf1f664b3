// What opening and closing an emergency access share: its state in the control plane, the trace in the tenant's chain, the
// word to its managers, and the membership that is its reader.
import { managerRole } from '@layan/domain/case/authority';
import { epochMs } from '@layan/domain/kernel/instant';
import type { EmergencyAccess } from '../ports/emergencies.ts';
import type { Mail } from '../ports/notices.ts';
import type { Membership } from '../ports/staff.ts';
import { emergencyAct } from './ask-emergency-access.ts';
import type { EmergencyRun } from './emergency-ports.ts';

export type EmergencyTenant = ReturnType<EmergencyRun['openTenant']>;

/** How far back a repeat looks for the entry it wrote the first time. */
const LOOK_BACK = 200;

export const noteOnce = async (
  { audit }: EmergencyTenant,
  act: ReturnType<typeof emergencyAct>,
): Promise<void> => {
  const written = await audit.newest('administration', { limit: LOOK_BACK });
  if (written.some((entry) => entry.act.act === act.act && entry.act.about === act.about)) return;
  await audit.append('administration', act);
};

export const tellManagers = async (
  { mailer }: EmergencyRun,
  { staff }: EmergencyTenant,
  mail: Omit<Mail, 'to'>,
): Promise<void> => {
  const managers = (await staff.list()).filter(
    ({ state, roles, emergency }) => state === 'active' && roles.includes(managerRole) && !emergency,
  );
  for (const { email } of managers) await mailer.send({ ...mail, to: email });
};

/** Undefined when somebody else changed it at this moment. */
export const saveAccess = async (
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

export const isOver = (run: EmergencyRun, { until }: EmergencyAccess): boolean =>
  until === undefined || epochMs(until) <= epochMs(run.clock.now());

/** Found by the request itself: whoever let the reader in may not have come to say who it is. */
export const readerOf = async (
  { staff }: EmergencyTenant,
  { id }: EmergencyAccess,
): Promise<Membership | undefined> => (await staff.list()).find(({ emergency }) => emergency?.request === id);
