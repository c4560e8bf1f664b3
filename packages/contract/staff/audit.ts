// The audit trail: what was done and looked at, when it was sealed, and whether all of it is still as it was.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

const ChainName = z.enum(['administration', 'unmasking']);

export const AuditEntry = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string().check(z.describe('Name of the person; "sistem" for what time or a sweep did.')),
  act: z.string().check(z.describe('Name of the operation.')),
  about: z.string().check(z.describe('Name of the member, or the id of what it was done to.')),
  caseId: z.optional(z.string()).check(z.describe('The case that it was done to.')),
  detail: z.optional(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const listAudit = operation({
  method: 'GET',
  path: '/staff/audit/entries',
  summary: 'Administrative acts, or looks at unmasked values, the newest first.',
  params: NoParams,
  query: z.object({
    chain: ChainName,
    before: z.optional(z.coerce.number().check(z.int(), z.positive())),
  }),
  body: NoBody,
  response: z.object({
    entries: z.array(AuditEntry),
    next: z.optional(z.int()).check(z.describe('What the next page is before.')),
  }),
});

export const SealView = z.object({
  number: z.int(),
  at: z.string(),
  cases: z.int().check(z.describe('Cases whose place it holds.')),
  hash: z.string().check(z.describe('SHA-256 of its file.')),
});
export type SealView = z.infer<typeof SealView>;

export const listSeals = operation({
  method: 'GET',
  path: '/staff/audit/seals',
  summary: 'The last seals, the newest first.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ seals: z.array(SealView) }),
});

export const verifyAudit = operation({
  method: 'GET',
  path: '/staff/audit/seals/:number/verification',
  summary: 'Check one seal and all that it speaks for; the number after the last checks what came since.',
  params: z.object({ number: z.coerce.number().check(z.int(), z.positive(), z.maximum(999_999_999)) }),
  query: NoQuery,
  body: NoBody,
  response: z.object({
    number: z.int(),
    faults: z.array(
      z.object({
        key: z.string().check(z.describe('The same finding has the same key.')),
        words: z.string(),
        caseId: z.optional(z.string()),
      }),
    ),
    cases: z.int(),
    entries: z.int(),
    last: z.boolean().check(z.describe('There is no seal of this number and none after it.')),
  }),
});
