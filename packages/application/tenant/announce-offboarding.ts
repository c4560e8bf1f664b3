// A tenant leaves: announced by one central admin with the day, confirmed by another, called off until it is destroyed, and
// destroyed at last at somebody's explicit word, once all is exported.
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Offboarding } from '../ports/offboarding.ts';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { findRegistration } from './find-registration.ts';
import { tenantAct } from './tenant-act.ts';

/** A tenant has this long to take its data home. */
const NOTICE_DAYS = 30;
const DAY = 86_400_000;
const LEAST_CONSENT = 10;

export type OffboardingError = TenantFailure<
  | 'tenant-not-found'
  | 'tenant-changed'
  | 'offboarding-too-soon'
  | 'offboarding-not-due'
  | 'offboarding-own'
  | 'offboarding-not-possible'
>;

export interface OffboardingInput {
  readonly by: string;
  readonly id: string;
  readonly revision: number;
}

type Decide = (
  registration: TenantRegistration,
  today: string,
) => Result<TenantRegistration, OffboardingError>;

const change =
  ({ register, clock }: ControlPorts, act: string, decide: Decide) =>
  async ({ by, id, revision }: OffboardingInput): Promise<Result<TenantRegistration, OffboardingError>> => {
    const found = await findRegistration(register, id);
    if (!found.ok) return found;
    const decided = decide(found.value, dateIn(found.value.tenant.calendar.zone, clock.now()));
    if (!decided.ok || decided.value === found.value) return decided;
    if (found.value.revision !== revision) return err({ code: 'tenant-changed' });
    const changed = { ...decided.value, revision: revision + 1 };
    const entry = tenantAct(act, changed.tenant.id, by, clock.now(), changed.offboarding?.on);
    const saved = await register.save(changed, revision, entry);
    return saved.ok ? ok(changed) : err({ code: 'tenant-changed' });
  };

const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const notPossible = err({ code: 'offboarding-not-possible' } as const);

export interface AnnounceInput extends OffboardingInput {
  readonly on: string;
  readonly consent?: string | undefined;
}

export const makeAnnounceOffboarding = (ports: ControlPorts) => (input: AnnounceInput) =>
  change(ports, 'announce-offboarding', (registration, today) => {
    const { offboarding, provisioning, tenant } = registration;
    const consent = input.consent?.trim();
    if (offboarding?.on === input.on && offboarding.announcedBy === input.by) return ok(registration);
    if (offboarding || provisioning.state !== 'done') return notPossible;
    const agreed = consent !== undefined && consent.length >= LEAST_CONSENT;
    if (input.on < daysAfter(today, agreed ? 0 : NOTICE_DAYS)) return err({ code: 'offboarding-too-soon' });
    const announced: Offboarding = {
      on: input.on,
      ...(agreed && { consent }),
      announcedBy: input.by,
      announcedAt: ports.clock.now(),
      state: 'announced',
      files: [],
      sealed: 0,
      objects: 0,
      accounts: 0,
      heads: {},
      keys: [],
    };
    return ok({ ...registration, tenant: { ...tenant, closing: { on: input.on } }, offboarding: announced });
  })(input);

export const makeConfirmOffboarding = (ports: ControlPorts) => (input: OffboardingInput) =>
  change(ports, 'confirm-offboarding', (registration) => {
    const { offboarding } = registration;
    if (offboarding?.confirmedBy === input.by) return ok(registration);
    if (offboarding?.state !== 'announced') return notPossible;
    if (offboarding.announcedBy === input.by) return err({ code: 'offboarding-own' });
    return ok({
      ...registration,
      offboarding: { ...offboarding, state: 'confirmed', confirmedBy: input.by },
    });
  })(input);

/** The doors close and everything is exported, from the day that was announced. */
export const makeCloseTenant = (ports: ControlPorts) => (input: OffboardingInput) =>
  change(ports, 'close-tenant', (registration, today) => {
    const { offboarding, tenant } = registration;
    if (offboarding?.state === 'closing' && offboarding.failure === undefined) return ok(registration);
    if (offboarding?.state !== 'confirmed' && offboarding?.state !== 'closing') return notPossible;
    if (today < offboarding.on) return err({ code: 'offboarding-not-due' });
    const { failure: _, ...rest } = offboarding;
    return ok({
      ...registration,
      tenant: { ...tenant, state: 'suspended' },
      offboarding: { ...rest, state: 'closing', step: offboarding.step ?? 'close' },
    });
  })(input);

/** No way back but the keys, for some days. Also goes on where it failed. */
export const makeDestroyTenant = (ports: ControlPorts) => (input: OffboardingInput) =>
  change(ports, 'destroy-tenant', (registration) => {
    const { offboarding } = registration;
    if (offboarding?.state === 'destroying' && offboarding.failure === undefined) return ok(registration);
    if (offboarding?.state !== 'exported' && offboarding?.state !== 'destroying') return notPossible;
    const { failure: _, ...rest } = offboarding;
    return ok({
      ...registration,
      offboarding: {
        ...rest,
        state: 'destroying',
        step: offboarding.state === 'exported' ? 'accounts' : (offboarding.step ?? 'accounts'),
        destroyedBy: offboarding.destroyedBy ?? input.by,
      },
    });
  })(input);

export const makeCancelOffboarding = (ports: ControlPorts) => (input: OffboardingInput) =>
  change(ports, 'cancel-offboarding', (registration) => {
    const { offboarding, ...rest } = registration;
    if (!offboarding) return ok(registration);
    if (offboarding.state === 'destroying' || offboarding.state === 'destroyed') return notPossible;
    const { closing: _, ...tenant } = registration.tenant;
    const state =
      offboarding.state === 'announced' || offboarding.state === 'confirmed' ? tenant.state : 'active';
    return ok({ ...rest, tenant: { ...tenant, state } });
  })(input);
