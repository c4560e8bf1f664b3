// Destruction, asked for by one central admin and agreed to by another, once the tenant's own people have fetched their
// data; or thirty days after they could have, with a reason. Also goes on where it failed.
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Offboarding } from '../ports/offboarding.ts';
import type { TenantRegistration } from '../ports/tenants.ts';
import {
  changeOffboarding,
  daysAfter,
  NOTICE_DAYS,
  notPossible,
  type OffboardingInput,
} from './announce-offboarding.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';

const LEAST_REASON = 20;

export interface DestroyInput extends OffboardingInput {
  /** Why, where nobody fetched the data. */
  readonly reason?: string | undefined;
}

const actOf = ({ offboarding }: TenantRegistration): string =>
  offboarding?.state === 'exported' ? 'ask-destruction' : 'destroy-tenant';

const mayBeAsked = (
  { fetched, exportedAt }: Offboarding,
  dateOf: (at: NonNullable<Offboarding['exportedAt']>) => string,
  today: string,
  reason: string,
): Result<{ reason?: string }, TenantFailure<'offboarding-not-fetched' | 'offboarding-reason-short'>> => {
  if (fetched) return ok({});
  if (exportedAt === undefined || today < daysAfter(dateOf(exportedAt), NOTICE_DAYS))
    return err({ code: 'offboarding-not-fetched' });
  return reason.length < LEAST_REASON ? err({ code: 'offboarding-reason-short' }) : ok({ reason });
};

export const makeDestroyTenant = (ports: ControlPorts) => (input: DestroyInput) =>
  changeOffboarding(ports, actOf, (registration, today) => {
    const { offboarding, tenant } = registration;
    if (offboarding?.state === 'destroying' || offboarding?.state === 'destroyed') {
      if (offboarding.failure === undefined) return ok(registration);
      const { failure: _, ...rest } = offboarding;
      return ok({ ...registration, offboarding: rest });
    }
    if (offboarding?.state !== 'exported') return notPossible;
    const { destruction } = offboarding;
    if (!destruction) {
      const dateOf = (at: Parameters<typeof dateIn>[1]) => dateIn(tenant.calendar.zone, at);
      const asked = mayBeAsked(offboarding, dateOf, today, input.reason?.trim() ?? '');
      if (!asked.ok) return asked;
      const said = { askedBy: input.by, askedAt: ports.clock.now(), ...asked.value };
      return ok({ ...registration, offboarding: { ...offboarding, destruction: said } });
    }
    if (destruction.askedBy === input.by) return ok(registration);
    const agreed = { ...destruction, agreedBy: input.by };
    return ok({
      ...registration,
      offboarding: { ...offboarding, state: 'destroying', step: 'accounts', destruction: agreed },
    });
  })(input);
