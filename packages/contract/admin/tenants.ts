// The control plane: tenants and the state of their provisioning. No case data passes here.

import { TenantCalendar } from '@layan/domain/deadline/calendar';
import { Agency, Branding } from '@layan/domain/tenant/tenant';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { PersonName } from '../person-name.ts';

const NoParams = z.object({});
const NoQuery = z.object({});
const NoBody = z.undefined();

/** Which files these are is said to the government alone. */
const Exported = z.object({
  data: z.int().check(z.describe('Files of rows.')),
  bundles: z.int().check(z.describe('Files of scans, letters and seals.')),
  bytes: z.int(),
  sums: z.optional(z.string()).check(z.describe('SHA-256 of the list of all files, once it is written.')),
});

export const TenantView = z.object({
  id: z.string(),
  name: z.string(),
  governmentName: z.string(),
  region: z.string(),
  zone: z.string(),
  agencies: z.array(z.object({ id: z.string(), name: z.string() })),
  accent: z.string(),
  state: z.enum(['active', 'suspended', 'closed']),
  provisioning: z.object({
    state: z.enum(['running', 'failed', 'done']),
    step: z.optional(z.enum(['stack', 'keys', 'profile', 'identity', 'manager'])),
    steps: z.array(z.object({ step: z.string(), state: z.enum(['done', 'running', 'failed', 'waiting']) })),
    since: z.string(),
    reason: z.optional(z.string()),
  }),
  offboarding: z.optional(
    z.object({
      on: z.string(),
      consent: z.optional(z.string()),
      state: z.enum(['announced', 'confirmed', 'closing', 'exported', 'destroying', 'destroyed']),
      step: z.optional(z.string()),
      failure: z.optional(z.string()),
      exported: Exported,
      sealed: z.int().check(z.describe('Values that could not be opened for the export.')),
      mine: z.boolean().check(z.describe('I announced it: somebody else confirms.')),
      exportedAt: z.optional(z.string()),
      fetched: z
        .optional(z.object({ by: z.string(), at: z.string() }))
        .check(z.describe('Its own people have all of it.')),
      destruction: z.optional(
        z.object({
          askedBy: z.string().check(z.describe('Name.')),
          askedAt: z.string(),
          reason: z.optional(z.string()),
          mine: z.boolean().check(z.describe('I asked for it: somebody else agrees.')),
        }),
      ),
      certificate: z.optional(
        z.object({
          tenant: z.string(),
          name: z.string(),
          announcedBy: z.string(),
          confirmedBy: z.string(),
          destroyedBy: z.string(),
          agreedBy: z.string(),
          unfetched: z.optional(z.string()),
          fetchedAt: z.optional(z.string()),
          backupsUntil: z.string(),
          destroyedAt: z.string(),
          table: z.string(),
          objects: z.int(),
          accounts: z.int(),
          keys: z.array(z.object({ arn: z.string(), deletedOn: z.string() })),
          exported: Exported,
          heads: z.record(z.string(), z.string()),
          hash: z.string(),
        }),
      ),
    }),
  ),
  firstManager: z.object({ name: z.string(), email: z.string() }),
  createdAt: z.string(),
  revision: z.int(),
});
export type TenantView = z.infer<typeof TenantView>;

const tenantParams = z.object({ tenantId: z.string() });

export const createTenant = operation({
  method: 'POST',
  name: 'create-tenant',
  repeats: 'by-identity',
  path: '/admin/tenants',
  summary: 'Register a tenant and start its provisioning.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    id: z.string().check(z.maxLength(40), z.describe('Slug with its level: kota-… or kab-….')),
    name: z.string().check(z.minLength(1), z.maxLength(80)),
    governmentName: z.string().check(z.minLength(1), z.maxLength(120)),
    region: z.string().check(z.maxLength(20), z.describe('Kemendagri code, e.g. 35.74.')),
    zone: TenantCalendar.shape.zone,
    calendar: z
      .optional(z.omit(TenantCalendar, { zone: true }))
      .check(z.describe('Hours and closures; the national defaults when absent.')),
    agencies: z.array(Agency).check(z.minLength(1), z.maxLength(20)),
    branding: Branding,
    firstManager: z.strictObject({
      name: PersonName,
      email: z.email().check(z.maxLength(120)),
      agency: z.string().check(z.maxLength(60)),
    }),
  }),
  response: TenantView,
});

export const listTenants = operation({
  method: 'GET',
  path: '/admin/tenants',
  summary: 'All tenants with the state of their provisioning.',
  params: NoParams,
  query: z.object({ after: z.optional(z.string()) }),
  body: NoBody,
  response: z.object({ tenants: z.array(TenantView), next: z.optional(z.string()) }),
});

export const getTenant = operation({
  method: 'GET',
  path: '/admin/tenants/:tenantId',
  summary: 'One tenant.',
  params: tenantParams,
  query: NoQuery,
  body: NoBody,
  response: TenantView,
});

const change = z.strictObject({ revision: z.int() });

export const suspendTenant = operation({
  method: 'POST',
  name: 'suspend-tenant',
  repeats: 'by-identity',
  path: '/admin/tenants/:tenantId/suspend',
  summary: 'Close portal and console of a tenant; nothing is deleted.',
  params: tenantParams,
  query: NoQuery,
  body: change,
  response: TenantView,
});

export const resumeTenant = operation({
  method: 'POST',
  name: 'resume-tenant',
  repeats: 'by-identity',
  path: '/admin/tenants/:tenantId/resume',
  summary: 'Open a suspended tenant again.',
  params: tenantParams,
  query: NoQuery,
  body: change,
  response: TenantView,
});

export const retryProvisioning = operation({
  method: 'POST',
  name: 'retry-provisioning',
  repeats: 'by-identity',
  path: '/admin/tenants/:tenantId/provisioning/retry',
  summary: 'Try the failed provisioning step again.',
  params: tenantParams,
  query: NoQuery,
  body: change,
  response: TenantView,
});

export const announceOffboarding = operation({
  method: 'POST',
  name: 'announce-offboarding',
  repeats: 'by-identity',
  path: '/admin/tenants/:tenantId/offboarding',
  summary: 'Announce that a tenant leaves: thirty days ahead, or with its written consent.',
  params: tenantParams,
  query: NoQuery,
  body: z.strictObject({
    revision: z.int(),
    on: z.iso.date(),
    consent: z.optional(z.string().check(z.maxLength(300))),
    addresses: z
      .optional(z.array(z.email().check(z.maxLength(120))).check(z.maxLength(10)))
      .check(z.describe('Whom the certificate is sent to at the end.')),
  }),
  response: TenantView,
});

const leaving = (name: string, path: string, summary: string) =>
  operation({
    method: 'POST',
    name,
    repeats: 'by-identity',
    path: `/admin/tenants/:tenantId/offboarding/${path}`,
    summary,
    params: tenantParams,
    query: NoQuery,
    body: change,
    response: TenantView,
  });

export const confirmOffboarding = leaving(
  'confirm-offboarding',
  'confirm',
  'Confirm what another announced.',
);
export const cancelOffboarding = leaving(
  'cancel-offboarding',
  'cancel',
  'Call it off; not once it is destroyed.',
);
export const closeTenant = leaving('close-tenant', 'close', 'Close the doors and export everything.');
export const destroyTenant = operation({
  method: 'POST',
  name: 'destroy-tenant',
  repeats: 'by-identity',
  path: '/admin/tenants/:tenantId/offboarding/destroy',
  summary: 'Ask for the destruction of what was exported; asked by another, it begins.',
  params: tenantParams,
  query: NoQuery,
  body: z.strictObject({
    revision: z.int(),
    reason: z
      .optional(z.string().check(z.maxLength(500)))
      .check(z.describe('Why, where its own people have not fetched it in thirty days.')),
  }),
  response: TenantView,
});

export const getCertificate = operation({
  method: 'GET',
  path: '/admin/tenants/:tenantId/offboarding/certificate',
  summary: 'The certificate of destruction: as a document, and signed as data.',
  params: tenantParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    pdf: z.base64(),
    data: z.string().check(z.describe('JSON: the certificate, its signature, the key to check it with.')),
  }),
});
