// A tenant leaves: announced by one central admin with the day, confirmed by another, closed on that day, and called off
// until its destruction begins.
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Offboarding } from '../ports/offboarding.ts';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure } from './errors.ts';
import { findRegistration } from './find-registration.ts';
import { isClosedForGood } from './has-left.ts';
import { tenantAct } from './tenant-act.ts';

/** A tenant has this long to take its data home. */
export const NOTICE_DAYS = 30;
const DAY = 86_400_000;
const LEAST_CONSENT = 10;

export type OffboardingError = TenantFailure<
  | 'tenant-not-found'
  | 'tenant-changed'
  | 'offboarding-too-soon'
  | 'offboarding-not-due'
  | 'offboarding-own'
  | 'offboarding-not-possible'
  | 'offboarding-not-fetched'
  | 'offboarding-reason-short'
>;

export interface OffboardingInput {
  readonly by: string;
  /** Of who acts, for the certificate. */
  readonly byName?: string | undefined;
  readonly id: string;
  readonly revision: number;
}

type Decide = (
  registration: TenantRegistration,
  today: string,
) => Result<TenantRegistration, OffboardingError>;

const named = (
  registration: TenantRegistration,
  by: string,
  name: string | undefined,
): TenantRegistration => {
  const { offboarding } = registration;
  if (!offboarding || name === undefined) return registration;
  return { ...registration, offboarding: { ...offboarding, people: { ...offboarding.people, [by]: name } } };
};

export const changeOffboarding =
  (
    { register, clock }: ControlPorts,
    act: string | ((after: TenantRegistration) => string),
    decide: Decide,
  ) =>
  async (input: OffboardingInput): Promise<Result<TenantRegistration, OffboardingError>> => {
    const { by, byName, id, revision } = input;
    const found = await findRegistration(register, id);
    if (!found.ok) return found;
    const decided = decide(found.value, dateIn(found.value.tenant.calendar.zone, clock.now()));
    if (!decided.ok || decided.value === found.value) return decided;
    if (found.value.revision !== revision) return err({ code: 'tenant-changed' });
    const changed = { ...named(decided.value, by, byName), revision: revision + 1 };
    const what = typeof act === 'string' ? act : act(changed);
    const entry = tenantAct(what, changed.tenant.id, by, clock.now(), changed.offboarding?.on);
    const saved = await register.save(changed, revision, entry);
    return saved.ok ? ok(changed) : err({ code: 'tenant-changed' });
  };

export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export const notPossible = err({ code: 'offboarding-not-possible' } as const);

export interface AnnounceInput extends OffboardingInput {
  readonly on: string;
  readonly consent?: string | undefined;
  /** Whom the certificate goes to at the end, beside the first manager. */
  readonly addresses?: readonly string[] | undefined;
}

export const makeAnnounceOffboarding = (ports: ControlPorts) => (input: AnnounceInput) =>
  changeOffboarding(ports, 'announce-offboarding', (registration, today) => {
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
      people: {},
      addresses: input.addresses ?? [],
      state: 'announced',
      exported: { data: 0, bundles: 0, bytes: 0 },
      sealed: 0,
      objects: 0,
      accounts: 0,
      heads: {},
      keys: [],
    };
    return ok({ ...registration, tenant: { ...tenant, closing: { on: input.on } }, offboarding: announced });
  })(input);

export const makeConfirmOffboarding = (ports: ControlPorts) => (input: OffboardingInput) =>
  changeOffboarding(ports, 'confirm-offboarding', (registration) => {
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
  changeOffboarding(ports, 'close-tenant', (registration, today) => {
    const { offboarding, tenant } = registration;
    if (offboarding?.state === 'closing' && offboarding.failure === undefined) return ok(registration);
    if (offboarding?.state !== 'confirmed' && offboarding?.state !== 'closing') return notPossible;
    if (today < offboarding.on) return err({ code: 'offboarding-not-due' });
    const { failure: _, ...rest } = offboarding;
    return ok({
      ...registration,
      tenant: { ...tenant, state: 'closed' },
      offboarding: {
        ...rest,
        before: offboarding.before ?? tenant.state,
        state: 'closing',
        step: offboarding.step ?? 'close',
      },
    });
  })(input);

export const makeCancelOffboarding = (ports: ControlPorts) => (input: OffboardingInput) =>
  changeOffboarding(ports, 'cancel-offboarding', (registration) => {
    const { offboarding, ...rest } = registration;
    if (!offboarding) return ok(registration);
    if (offboarding.state === 'destroying' || offboarding.state === 'destroyed') return notPossible;
    const { closing: _, ...tenant } = registration.tenant;
    return ok({
      ...rest,
      tenant: { ...tenant, state: offboarding.before ?? tenant.state },
      ...(isClosedForGood(registration) && { exportCalledOff: ports.clock.now() }),
    });
  })(input);
