// What the citizen sees of a case: the only view behind a ticket number, written with every change and read by one get.
import * as z from 'zod';
import { AgencyId, CaseId, InstantText } from '../kernel/ids.ts';
import { Missing, StandardRef } from './event.ts';
import { Sealed } from './facts.ts';
import { PromiseRecord } from './snapshot.ts';

export const CaseStatus = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  standard: StandardRef,
  agency: AgencyId,
  service: z.string().describe('Short title of the service.'),
  receivedAt: InstantText,
  timeline: z.array(z.strictObject({ at: InstantText, text: z.string(), note: Sealed.optional() })),
  next: z.array(z.string()).describe('What happens now, one sentence per active step.'),
  promises: z
    .array(PromiseRecord.extend({ label: z.string(), verbatim: z.string() }))
    .describe('Published promises only.'),
  returned: z
    .strictObject({
      step: z.string(),
      missing: Missing,
      labels: z.array(z.string()),
      note: Sealed.optional(),
    })
    .optional()
    .describe('What the applicant is asked to complete, and the supply step that takes it.'),
  products: z.array(
    z.strictObject({ label: z.string(), state: z.enum(['provisional', 'active', 'revoked']) }),
  ),
  ended: z.strictObject({ kind: z.string(), sentence: z.string(), at: InstantText }).optional(),
});
export type CaseStatus = z.infer<typeof CaseStatus>;
