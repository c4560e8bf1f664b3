// A central admin asks to read one agency's cases in an emergency. Nothing opens before another one confirms it.
import { AgencyId, type InstantText, TenantId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { sha256 } from '../kernel/sha256.ts';
import type { CentralAdmin, EmergencyAccess } from '../ports/emergencies.ts';
import { type EmergencyControl, LEAST_REASON, MOST_MINUTES } from './emergency-ports.ts';
import type { EmergencyFailure } from './errors.ts';

export interface AskEmergencyInput {
  readonly by: CentralAdmin;
  /** Of the request: sent again, it finds what it made. */
  readonly key: string;
  readonly tenant: string;
  readonly agency: string;
  readonly reason: string;
  readonly minutes: number;
}

export type AskEmergencyError = EmergencyFailure<
  'emergency-reason-short' | 'emergency-tenant-unknown' | 'agency-unknown' | 'emergency-mismatch'
>;

const idOf = ({ by, key }: AskEmergencyInput): string => sha256(`${by.id}\n${key}`).slice(0, 26);

const isRepeat = (known: EmergencyAccess, asked: EmergencyAccess): boolean =>
  known.tenant === asked.tenant &&
  known.agency === asked.agency &&
  known.reason === asked.reason &&
  known.minutes === asked.minutes;

/** What is asked for, in the chain: the reason itself stays with the request, its hash here. */
export const emergencyAct = (
  act: string,
  { id, tenant, minutes, reason }: EmergencyAccess,
  by: string | undefined,
  at: InstantText,
) => ({
  at,
  by: by === undefined ? ({ party: 'system' } as const) : ({ party: 'central-admin', id: by } as const),
  act,
  about: id,
  detail: `${tenant} ${minutes}m ${sha256(reason)}`,
});

export const makeAskEmergencyAccess =
  ({ emergencies, register, clock }: EmergencyControl) =>
  async (input: AskEmergencyInput): Promise<Result<EmergencyAccess, AskEmergencyError>> => {
    const reason = input.reason.trim();
    if (reason.length < LEAST_REASON) return err({ code: 'emergency-reason-short' });
    const tenant = TenantId.safeParse(input.tenant);
    const found = tenant.success ? await register.find(tenant.data) : undefined;
    if (found?.provisioning.state !== 'done' || found.tenant.state !== 'active')
      return err({ code: 'emergency-tenant-unknown' });
    const agency = AgencyId.safeParse(input.agency);
    if (!agency.success || !found.tenant.agencies.some(({ id }) => id === agency.data))
      return err({ code: 'agency-unknown' });
    const asked: EmergencyAccess = {
      id: idOf(input),
      tenant: found.tenant.id,
      agency: agency.data,
      reason,
      minutes: Math.min(Math.max(1, Math.trunc(input.minutes)), MOST_MINUTES),
      askedBy: input.by,
      askedAt: clock.now(),
      state: 'asked',
      revision: 1,
    };
    const act = emergencyAct('ask-emergency-access', asked, input.by.id, asked.askedAt);
    const saved = await emergencies.save(asked, undefined, act);
    if (saved.ok) return ok(asked);
    const known = await emergencies.find(asked.id);
    return known && isRepeat(known, asked) ? ok(known) : err({ code: 'emergency-mismatch' });
  };
