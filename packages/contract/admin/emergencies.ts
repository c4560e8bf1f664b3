// Emergency access: asked for by one central admin, confirmed by another, over within an hour (decision 0103).
import * as z from 'zod/mini';
import { operation } from '../operation.ts';

const NoParams = z.object({});
const NoQuery = z.object({});
const NoBody = z.undefined();

const AdminView = z.object({ id: z.string(), name: z.string() });

export const EmergencyView = z.object({
  id: z.string(),
  tenant: z.string(),
  agency: z.string(),
  reason: z.string(),
  minutes: z.int(),
  askedBy: AdminView,
  askedAt: z.string(),
  state: z.enum(['asked', 'declined', 'confirmed', 'open', 'ending', 'ended', 'failed', 'lapsed']),
  decidedBy: z.optional(AdminView),
  until: z.optional(z.string()),
  endedBy: z.optional(z.enum(['time', 'central-admin', 'tenant'])),
  endedAt: z.optional(z.string()),
  read: z.optional(z.object({ cases: z.int(), searches: z.int(), lists: z.int() })),
  failure: z.optional(z.string()),
  mine: z.boolean().check(z.describe('I asked for it: somebody else confirms.')),
});
export type EmergencyView = z.infer<typeof EmergencyView>;

export const listEmergencies = operation({
  method: 'GET',
  path: '/admin/emergencies',
  summary: 'Emergency accesses, newest first.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ emergencies: z.array(EmergencyView) }),
});

export const askEmergencyAccess = operation({
  method: 'POST',
  name: 'ask-emergency-access',
  repeats: 'by-identity',
  path: '/admin/emergencies',
  summary: 'Ask to read the cases of one agency in an emergency. Another central admin confirms.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    key: z
      .string()
      .check(
        z.regex(/^[\w-]{8,80}$/),
        z.describe('Made by the asking page: sent again, it is the same request.'),
      ),
    tenant: z.string().check(z.maxLength(40)),
    agency: z.string().check(z.maxLength(60)),
    reason: z.string().check(z.maxLength(500)),
    minutes: z.int().check(z.minimum(5), z.maximum(60)),
  }),
  response: EmergencyView,
});

const onOne = (what: 'confirm' | 'decline' | 'end', summary: string) =>
  operation({
    method: 'POST',
    name: `${what}-emergency-access`,
    repeats: 'by-identity',
    path: `/admin/emergencies/:emergencyId/${what}`,
    summary,
    params: z.object({ emergencyId: z.string().check(z.maxLength(40)) }),
    query: NoQuery,
    body: z.strictObject({}),
    response: EmergencyView,
  });

export const confirmEmergencyAccess = onOne('confirm', 'Confirm what another central admin asked for.');
export const declineEmergencyAccess = onOne('decline', 'Decline it, or take back what was asked.');
export const endEmergencyAccess = onOne('end', 'End an emergency access before its time.');
