// Registers a tenant; its registration starts provisioning by itself.
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import { defaultCalendar } from '@layan/domain/deadline/default-calendar';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { checkTenant } from '@layan/domain/tenant/check-tenant';
import { Agency, Tenant } from '@layan/domain/tenant/tenant';
import * as z from 'zod/mini';
import type { TenantRegistration } from '../ports/tenants.ts';
import type { ControlPorts } from './control-ports.ts';
import type { TenantFailure, TenantProblem } from './errors.ts';
import { tenantAct } from './tenant-act.ts';

export interface CreateTenantInput {
  /** Subject of the central admin. */
  readonly by: string;
  readonly id: string;
  readonly name: string;
  readonly governmentName: string;
  readonly region: string;
  readonly zone: TenantCalendar['zone'];
  /** Hours and closures; the national defaults when absent. */
  readonly calendar?: Omit<TenantCalendar, 'zone'> | undefined;
  readonly agencies: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly address: string;
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
  }[];
  readonly branding: { readonly accent: string; readonly crest?: string | undefined };
  readonly firstManager: { readonly name: string; readonly email: string; readonly agency: string };
}

const Registrable = z.object({
  tenant: Tenant,
  firstManager: z.object({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    email: z.email().check(z.maxLength(120), z.toLowerCase()),
    agency: Agency.shape.id,
  }),
});

const malformed = (issue: z.core.$ZodIssue): TenantProblem => ({
  field: issue.path.filter((part) => part !== 'tenant').join('.'),
  code: 'malformed',
  message: 'Isian ini belum sesuai. Periksa bentuk dan panjangnya.',
});

/** Whether it had been registered just so before: asked again, it is the same tenant, however far it has come. */
const isRepeat = (known: TenantRegistration, asked: TenantRegistration): boolean => {
  const said = ({ tenant, firstManager }: TenantRegistration) =>
    canonicalJson({ tenant: { ...tenant, state: 'active' }, firstManager });
  return said(known) === said(asked);
};

export const makeCreateTenant =
  ({ register, clock }: ControlPorts) =>
  async (
    input: CreateTenantInput,
  ): Promise<Result<TenantRegistration, TenantFailure<'tenant-invalid' | 'tenant-exists'>>> => {
    const { by, zone, calendar, firstManager, ...rest } = input;
    const read = Registrable.safeParse({
      tenant: {
        ...rest,
        calendar: calendar ? { ...calendar, zone } : defaultCalendar(zone),
        state: 'active',
      },
      firstManager,
    });
    if (!read.success) {
      return err({ code: 'tenant-invalid', problems: read.error.issues.map(malformed) });
    }
    const problems = checkTenant(read.data.tenant, read.data.firstManager.agency);
    if (problems.length > 0) return err({ code: 'tenant-invalid', problems });

    const now = clock.now();
    const registration: TenantRegistration = {
      ...read.data,
      provisioning: { state: 'running', step: 'stack', since: now },
      revision: 1,
      createdAt: now,
    };
    const act = tenantAct('create-tenant', registration.tenant.id, by, now);
    const saved = await register.save(registration, undefined, act);
    if (saved.ok) return ok(registration);
    const known = await register.find(registration.tenant.id);
    return known && isRepeat(known, registration) ? ok(known) : err({ code: 'tenant-exists' });
  };
