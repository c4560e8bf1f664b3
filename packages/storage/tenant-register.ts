// The register of tenants in the control table. Its stream wakes the provisioner.
import { type Offboarding, offboardingSteps } from '@layan/application/ports/offboarding';
import type { TenantRegister, TenantRegistration } from '@layan/application/ports/tenants';
import { provisioningSteps } from '@layan/application/ports/tenants';
import { AgencyId, InstantText } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { Tenant } from '@layan/domain/tenant/tenant';
import * as z from 'zod/mini';
import { transactWithAct } from './control-acts.ts';
import { registrationKey, tenantsPartition } from './keys.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const step = z.enum(provisioningSteps);

const offboardingStep = z.enum(offboardingSteps);
const File = z.strictObject({ name: z.string(), sha256: z.string(), bytes: z.int(), rows: z.int() });
const DestroyedKey = z.strictObject({ arn: z.string(), deletedOn: InstantText });
const heads = z.record(z.string(), z.string());

const OffboardingSchema = z.strictObject({
  on: z.string(),
  consent: z.exactOptional(z.string()),
  announcedBy: z.string(),
  announcedAt: InstantText,
  confirmedBy: z.exactOptional(z.string()),
  destroyedBy: z.exactOptional(z.string()),
  state: z.enum(['announced', 'confirmed', 'closing', 'exported', 'destroying', 'destroyed']),
  step: z.exactOptional(offboardingStep),
  failure: z.exactOptional(z.string()),
  after: z.exactOptional(z.strictObject({ pk: z.string(), sk: z.string() })),
  files: z.array(File),
  sealed: z.int(),
  objects: z.int(),
  accounts: z.int(),
  heads,
  keys: z.array(DestroyedKey),
  certificate: z.exactOptional(
    z.strictObject({
      tenant: z.string(),
      name: z.string(),
      announcedBy: z.string(),
      confirmedBy: z.string(),
      destroyedBy: z.string(),
      destroyedAt: InstantText,
      table: z.string(),
      objects: z.int(),
      accounts: z.int(),
      keys: z.array(DestroyedKey),
      exported: z.array(File),
      heads,
      hash: z.string(),
    }),
  ),
}) satisfies z.ZodMiniType<Offboarding>;

const RegistrationSchema = z.strictObject({
  tenant: Tenant,
  firstManager: z.strictObject({ email: z.string(), name: z.string(), agency: AgencyId }),
  provisioning: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('running'), step, since: InstantText }),
    z.strictObject({ state: z.literal('failed'), step, since: InstantText, reason: z.string() }),
    z.strictObject({ state: z.literal('done'), since: InstantText }),
  ]),
  offboarding: z.exactOptional(OffboardingSchema),
  revision: z.int(),
  createdAt: InstantText,
}) satisfies z.ZodMiniType<TenantRegistration>;

export function tenantRegister(table: Table): TenantRegister {
  return {
    find: async (id) => {
      const item = await table.get(registrationKey(id));
      return item && parseBody(RegistrationSchema, item);
    },
    list: async ({ limit, after }) => {
      const items = await table.query({
        partition: tenantsPartition,
        limit: limit + 1,
        ...(after ? { after: { ...registrationKey(after) } } : {}),
      });
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1) : undefined;
      return {
        rows: shown.map((item) => parseBody(RegistrationSchema, item)),
        ...(last && { next: last.sk }),
      };
    },
    save: async (registration, before, act) => {
      const put = {
        ...registrationKey(registration.tenant.id),
        ...body(registration),
        revision: registration.revision,
      };
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const writes = [{ write: { put, when }, otherwise: () => 'changed-meanwhile' as const }];
      const written = await (act ? transactWithAct(table, writes, act) : table.transact(writes));
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
  };
}
