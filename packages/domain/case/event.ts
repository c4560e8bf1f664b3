// What can happen to a case. Events are the truth; the snapshot is their fold. Each carries the hash of the one before.
import * as z from 'zod/mini';
import { AgencyId, CaseId, DocumentId, InstantText, RegionCode, StaffId, StandardId } from '../kernel/ids.ts';
import { ContentHash } from '../standard/standard.ts';
import { FactValues, Sealed } from './facts.ts';

/** Who did it. The applicant needs no account; the system acts by timers and schedules. */
export const Actor = z.discriminatedUnion('party', [
  z.strictObject({ party: z.literal('applicant') }),
  z.strictObject({ party: z.literal('staff'), id: StaffId, name: z.string(), role: z.string() }),
  z.strictObject({ party: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

export const StandardRef = z.strictObject({
  id: StandardId,
  version: z.int().check(z.positive()),
  hash: ContentHash,
});
export type StandardRef = z.infer<typeof StandardRef>;

/** A scan attached to a requirement; only accepted documents are attached. */
export const Attachment = z.strictObject({ requirement: z.string(), document: DocumentId });
export type Attachment = z.infer<typeof Attachment>;

const Note = Sealed.check(z.describe('Sentence to the citizen; free text is sealed.'));

/** Requirements and facts that a returned file must bring. */
export const Missing = z.strictObject({ requirements: z.array(z.string()), facts: z.array(z.string()) });
export type Missing = z.infer<typeof Missing>;

/** Present when the due date is an estimate. */
export const UnknownYears = z
  .array(z.int())
  .check(z.minLength(1), z.describe('Years within the reckoning whose holidays are not decreed yet.'));

export const CaseEventBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('caseFiled'),
    caseId: CaseId,
    standard: StandardRef,
    agency: AgencyId,
    ticket: z.string(),
    channel: z.string(),
    receivedAt: InstantText.check(
      z.describe('When it counts as received; the counter may enter an earlier time with a reason.'),
    ),
    lateEntryReason: z.optional(z.string()),
    facts: FactValues,
    attachments: z.array(Attachment),
    area: z.optional(RegionCode),
  }),
  z.strictObject({
    type: z.literal('stepCompleted'),
    step: z.string(),
    outcome: z.string(),
    facts: FactValues,
    attachments: z.array(Attachment),
    note: z.optional(Note),
    missing: z.optional(Missing),
  }),
  z.strictObject({ type: z.literal('routed'), step: z.string(), outcome: z.string() }),
  z.strictObject({ type: z.literal('interrupted'), interruption: z.string(), note: z.optional(Note) }),
  z.strictObject({
    type: z.literal('timerArmed'),
    timer: z.string(),
    firesAt: InstantText.check(z.describe('Disarmed when its place loses its token.')),
  }),
  z.strictObject({ type: z.literal('timerFired'), timer: z.string() }),
  z.strictObject({ type: z.literal('taskClaimed'), task: z.string(), by: StaffId, name: z.string() }),
  z.strictObject({
    type: z.literal('taskReleased'),
    task: z.string(),
    reason: z.enum(['byHolder', 'byManager', 'deactivated']),
  }),
  z.strictObject({
    type: z.literal('productIssued'),
    product: z.string(),
    id: z.string().check(z.describe('Unguessable id of this copy of the product.')),
    state: z.enum(['provisional', 'active']),
  }),
  z.strictObject({ type: z.literal('productConfirmed'), product: z.string(), id: z.string() }),
  z.strictObject({ type: z.literal('productRevoked'), product: z.string(), id: z.string() }),
  z.strictObject({
    type: z.literal('promiseStarted'),
    promise: z.string().check(z.describe('Id of the deadline in the standard.')),
    from: InstantText,
    dueAt: InstantText,
    conditional: z.boolean().check(z.describe('Its condition is not decided yet.')),
    unknownYears: z.optional(UnknownYears),
  }),
  z.strictObject({ type: z.literal('promiseApplies'), promise: z.string() }),
  z.strictObject({ type: z.literal('promiseDropped'), promise: z.string() }),
  z.strictObject({ type: z.literal('promisePaused'), promise: z.string(), place: z.string() }),
  z.strictObject({
    type: z.literal('promiseResumed'),
    promise: z.string(),
    dueAt: InstantText,
    unknownYears: z.optional(UnknownYears),
  }),
  z.strictObject({ type: z.literal('promiseKept'), promise: z.string() }),
  z.strictObject({ type: z.literal('promiseBroken'), promise: z.string() }),
  z.strictObject({ type: z.literal('caseEnded'), ending: z.string() }),
]);
export type CaseEventBody = z.infer<typeof CaseEventBody>;

export const CaseEvent = z.strictObject({
  caseId: CaseId,
  seq: z.int().check(z.positive(), z.describe('1, 2, 3 … without gaps.')),
  at: InstantText,
  by: Actor,
  previous: z.nullable(ContentHash).check(z.describe('Hash of the event before; null for the first.')),
  hash: ContentHash.check(z.describe('SHA-256 of the canonical JSON of this event without this field.')),
  body: CaseEventBody,
});
export type CaseEvent = z.infer<typeof CaseEvent>;
