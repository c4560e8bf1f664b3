// The register of tenants in the control table. Its stream wakes the provisioner.
import {
  type Certificate,
  type Exported,
  type ExportedFile,
  type Offboarding,
  offboardingSteps,
} from '@layan/application/ports/offboarding';
import type { TenantRegister, TenantRegistration } from '@layan/application/ports/tenants';
import { provisioningSteps } from '@layan/application/ports/tenants';
import { AgencyId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok } from '@layan/domain/kernel/result';
import { Tenant } from '@layan/domain/tenant/tenant';
import * as z from 'zod/mini';
import { transactWithAct } from './control-acts.ts';
import { exportedFileKey, exportedPartition, registrationKey, tenantsPartition } from './keys.ts';
import { expiresAt } from './lifetimes.ts';
import { body, parseBody } from './table/item.ts';
import type { Table } from './table/table.ts';
import { absent } from './table/transact.ts';

const step = z.enum(provisioningSteps);

const offboardingStep = z.enum(offboardingSteps);
export const ExportedFileSchema = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  rows: z.int(),
}) satisfies z.ZodMiniType<ExportedFile>;
const ExportedSchema = z.strictObject({
  data: z.int(),
  bundles: z.int(),
  bytes: z.int(),
  sums: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Exported>;
const DestroyedKey = z.strictObject({ arn: z.string(), deletedOn: InstantText });
const heads = z.record(z.string(), z.string());

export const CertificateSchema = z.strictObject({
  tenant: z.string(),
  name: z.string(),
  announcedBy: z.string(),
  confirmedBy: z.string(),
  destroyedBy: z.string(),
  agreedBy: z.string(),
  unfetched: z.exactOptional(z.string()),
  fetchedAt: z.exactOptional(InstantText),
  destroyedAt: InstantText,
  backupsUntil: z.string(),
  table: z.string(),
  objects: z.int(),
  accounts: z.int(),
  keys: z.array(DestroyedKey),
  exported: ExportedSchema,
  heads,
  hash: z.string(),
}) satisfies z.ZodMiniType<Certificate>;

const OffboardingSchema = z.strictObject({
  on: z.string(),
  consent: z.exactOptional(z.string()),
  announcedBy: z.string(),
  announcedAt: InstantText,
  confirmedBy: z.exactOptional(z.string()),
  people: z.record(z.string(), z.string()),
  addresses: z.array(z.string()),
  before: z.exactOptional(Tenant.shape.state),
  closedAt: z.exactOptional(InstantText),
  exportedAt: z.exactOptional(InstantText),
  fetched: z.exactOptional(z.strictObject({ by: z.string(), at: InstantText })),
  destruction: z.exactOptional(
    z.strictObject({
      askedBy: z.string(),
      askedAt: InstantText,
      reason: z.exactOptional(z.string()),
      agreedBy: z.exactOptional(z.string()),
    }),
  ),
  state: z.enum(['announced', 'confirmed', 'closing', 'exported', 'destroying', 'destroyed']),
  step: z.exactOptional(offboardingStep),
  failure: z.exactOptional(z.string()),
  exporting: z.exactOptional(
    z.discriminatedUnion('of', [
      z.strictObject({
        of: z.literal('rows'),
        after: z.exactOptional(z.strictObject({ pk: z.string(), sk: z.string() })),
      }),
      z.strictObject({ of: z.literal('objects'), after: z.exactOptional(z.string()) }),
      z.strictObject({ of: z.literal('list'), at: InstantText }),
    ]),
  ),
  exported: ExportedSchema,
  sealed: z.int(),
  objects: z.int(),
  accounts: z.int(),
  heads,
  keys: z.array(DestroyedKey),
  certificate: z.exactOptional(CertificateSchema),
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
  exportCalledOff: z.exactOptional(InstantText),
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
    save: async (registration, before, act, file) => {
      const put = {
        ...registrationKey(registration.tenant.id),
        ...body(registration),
        revision: registration.revision,
      };
      const when =
        before === undefined ? absent : { expression: 'revision = :before', values: { ':before': before } };
      const writes = [
        { write: { put, when }, otherwise: () => 'changed-meanwhile' as const },
        ...fileOf(registration, file),
      ];
      const written = await (act ? transactWithAct(table, writes, act) : table.transact(writes));
      return written.ok ? ok(undefined) : err('changed-meanwhile');
    },
    listExported: async (id, announcedAt) =>
      (await table.query({ partition: exportedPartition(id, announcedAt) })).map((item) =>
        parseBody(ExportedFileSchema, item),
      ),
  };
}

/** Since the doors were closed: within days an export is listed, or begun anew. */
const EXPORTED_SECONDS = 366 * 24 * 3600;

const fileOf = ({ tenant, offboarding }: TenantRegistration, file: ExportedFile | undefined) => {
  if (!file || !offboarding) return [];
  const { announcedAt, closedAt = announcedAt } = offboarding;
  const put = {
    ...exportedFileKey(tenant.id, announcedAt, file.name),
    ...body(file),
    // All of one export at once.
    expiresAt: expiresAt(epochMs(closedAt), EXPORTED_SECONDS),
  };
  return [{ write: { put } }];
};
