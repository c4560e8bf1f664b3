// The state of a case: the fold of its events. Everything a decision needs is here, so one read is enough.
import * as z from 'zod/mini';
import { AgencyId, CaseId, InstantText, RegionCode, StaffId } from '../kernel/ids.ts';
import { ProductState } from '../product/product-state.ts';
import { ContentHash } from '../standard/content-hash.ts';
import { Duration } from '../standard/duration.ts';
import {
  About,
  Actor,
  Attachment,
  DocumentFile,
  LinkedCase,
  Missing,
  ObjectionWay,
  ParentCase,
  PromiseTerm,
  RegisterPlace,
  Signatory,
  Signature,
  SigningMethod,
  StandardRef,
  TimerTerm,
  UnknownYears,
} from './event.ts';
import { FactValues, Sealed } from './facts.ts';

/** Work that waits for somebody: one per active step. */
export const Task = z.strictObject({
  id: z
    .string()
    .check(
      z.describe('`<step>.<seq of the event that opened it>`: the same step opened again is another task.'),
    ),
  step: z.string(),
  role: z.string(),
  openedAt: InstantText,
  assignee: z.optional(z.strictObject({ id: StaffId, name: z.string() })),
});
export type Task = z.infer<typeof Task>;

export const ProductRecord = z.strictObject({
  product: z.string(),
  id: z.string(),
  state: ProductState,
  issuedAt: InstantText,
  changedAt: InstantText,
  number: z.optional(z.string()),
  place: z.optional(RegisterPlace),
  validUntil: z.optional(InstantText),
  replaces: z.optional(z.string()),
  objection: z
    .optional(ObjectionWay)
    .check(z.describe('Present once it was revoked and that can be objected to.')),
  date: z.optional(z.iso.date()).check(z.describe('Of a document: the date that stands on it.')),
  signatory: z.optional(Signatory).check(z.describe('Of a document: who it is made out to.')),
  prepared: z
    .optional(
      z.strictObject({
        file: DocumentFile,
        method: SigningMethod,
        bsre: z.optional(z.literal(true)),
        qr: z.optional(z.string()),
      }),
    )
    .check(z.describe('Of a document: the unsigned PDF, once it is drawn.')),
  signature: z.optional(Signature),
  signedAt: z.optional(InstantText),
  cancelled: z
    .optional(z.strictObject({ reason: z.optional(z.string()), note: z.optional(Sealed) }))
    .check(z.describe('Of a document that was frozen and not signed: why.')),
});
export type ProductRecord = z.infer<typeof ProductRecord>;

/** One turn in the life of a promise: the ledger that citizen and staff read. */
export const LedgerEntry = z.strictObject({
  at: InstantText,
  turn: z.enum(['started', 'applies', 'dropped', 'paused', 'resumed', 'moved', 'extended', 'kept', 'broken']),
  dueAt: z.optional(InstantText).check(z.describe('Due date from then on, where the turn changed it.')),
  place: z.optional(z.string()).check(z.describe('What it waits for while paused.')),
  suspension: z.optional(z.string()).check(z.describe('Suspension of the case that it stands still for.')),
  agreed: z.optional(z.iso.date()).check(z.describe('The date that was agreed then.')),
  by: z.optional(Duration).check(z.describe('By how much it was extended then.')),
  reason: z.optional(z.string()).check(z.describe('Why it was moved.')),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const PromiseRecord = z.strictObject({
  promise: z.string(),
  state: z.enum(['conditional', 'running', 'paused', 'kept', 'broken', 'dropped']),
  from: InstantText,
  dueAt: InstantText,
  pausedAt: z.optional(InstantText),
  pausedFor: z.optional(z.string()).check(z.describe('Place that pauses it.')),
  suspension: z.optional(z.string()).check(z.describe('Suspension of the case that pauses it.')),
  agreed: z.optional(z.iso.date()).check(z.describe('The date that was agreed.')),
  term: z
    .optional(PromiseTerm)
    .check(z.describe('The term it was given, where the case has moved to a version with another.')),
  limitedBy: z
    .optional(z.string())
    .check(z.describe('Outer limit that it would outlast: it is due with that.')),
  settledAt: z.optional(InstantText),
  unknownYears: z.optional(UnknownYears),
  ledger: z
    .array(LedgerEntry)
    .check(
      z.describe(
        'Every turn of the clock, oldest first: what people are shown, and what it is reckoned from again.',
      ),
    ),
});
export type PromiseRecord = z.infer<typeof PromiseRecord>;

export const ArmedTimer = z.strictObject({
  timer: z.string(),
  armedAt: InstantText,
  firesAt: InstantText,
  term: z
    .optional(TimerTerm)
    .check(z.describe('What it was armed with, where the case has moved to a version with another term.')),
  held: z
    .optional(z.array(z.strictObject({ from: InstantText, to: InstantText })))
    .check(z.describe('Suspensions of the case since it was armed.')),
});
export type ArmedTimer = z.infer<typeof ArmedTimer>;

/** A case of another service that a step waits for. */
export const Subcase = z.strictObject({
  step: z.string(),
  task: z.string(),
  caseId: CaseId,
  ticket: z.string(),
  ended: z.optional(z.literal(true)).check(z.describe('Its end has come back; the step is done.')),
});
export type Subcase = z.infer<typeof Subcase>;

/** A case within a batch. */
export const Line = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  decided: z
    .optional(z.record(z.string(), z.string()))
    .check(z.describe('The last decision of each step on it.')),
  out: z
    .optional(z.strictObject({ at: InstantText, why: z.string() }))
    .check(z.describe('It left the batch: by which decision, or why.')),
});
export type Line = z.infer<typeof Line>;

export const CaseSnapshot = z.strictObject({
  id: CaseId,
  seq: z
    .int()
    .check(z.positive(), z.describe('Sequence number of the last event; the version for optimistic writes.')),
  lastHash: ContentHash,
  standard: StandardRef,
  agency: AgencyId,
  ticket: z.string(),
  channel: z.string(),
  filedAt: InstantText,
  receivedAt: InstantText,
  lateEntry: z
    .optional(z.literal(true))
    .check(z.describe('Taken on paper and entered later: what was complete then counts from receipt.')),
  about: z.optional(About),
  subcases: z.optional(z.array(Subcase)),
  lines: z.optional(z.array(Line)).check(z.describe('Of a batch.')),
  batch: z
    .optional(
      z.strictObject({
        ...LinkedCase.shape,
        seq: z.int().check(z.describe('Last event of the batch that was followed; 0 at first.')),
        at: z.optional(InstantText).check(z.describe('When this case followed it last.')),
        left: z.optional(z.literal(true)).check(z.describe('The batch let go of it: it may join another.')),
      }),
    )
    .check(z.describe('The batch that gathered this case last.')),
  predecessor: z.optional(LinkedCase).check(z.describe('The case whose end opened this one.')),
  successor: z.optional(LinkedCase).check(z.describe('The next matter, filed when this one ended.')),
  suspended: z
    .optional(
      z.strictObject({
        suspension: z.string(),
        at: InstantText,
        until: InstantText,
        note: z.optional(Sealed),
      }),
    )
    .check(z.describe('While nobody can work on it and every clock stands still.')),
  suspensions: z
    .optional(z.record(z.string(), z.int().check(z.positive())))
    .check(z.describe('How often it was suspended in which way.')),
  restricted: z
    .optional(
      z.strictObject({
        at: InstantText,
        requests: z
          .array(z.strictObject({ request: z.string(), ticket: z.string() }))
          .check(z.minLength(1), z.describe('Requests of data subjects that ask for it.')),
      }),
    )
    .check(z.describe('While its data are kept and nothing else is done with them.')),
  corrections: z
    .optional(
      z.array(
        z.strictObject({
          request: z.string(),
          ticket: z.string(),
          at: InstantText,
          facts: z.array(z.string()),
          affects: z.optional(z.array(z.string())),
        }),
      ),
    )
    .check(z.describe('Facts that were set right at the request of a data subject.')),
  area: z.optional(RegionCode),
  anonymous: z
    .optional(z.literal(true))
    .check(z.describe('Who the applicant is stays unknown to all but `process.identity.seenBy`.')),
  confidential: z
    .optional(z.literal(true))
    .check(z.describe('Opened by `process.confidential.seenBy` and by who works on it.')),
  parent: z.optional(
    z.extend(ParentCase, {
      left: z
        .optional(z.enum(['ended', 'goneOn']))
        .check(z.describe('It waits no longer: it has ended, or has gone on.')),
    }),
  ),
  marking: z
    .array(z.string())
    .check(z.describe('Marked places, sorted; the net is safe, so a place is marked once.')),
  taken: z
    .record(z.string(), z.int().check(z.positive()))
    .check(z.describe('How often `<step>:<outcome>` was chosen.')),
  workers: z.record(z.string(), StaffId).check(z.describe('Who completed which step last (for `notBy`).')),
  facts: FactValues,
  attachments: z.array(Attachment),
  tasks: z.array(Task),
  products: z.array(ProductRecord),
  promises: z.array(PromiseRecord),
  timers: z.array(ArmedTimer),
  returned: z
    .optional(
      z.strictObject({
        step: z.string(),
        missing: Missing,
        note: z.optional(Sealed),
        at: InstantText,
        by: Actor,
      }),
    )
    .check(z.describe('What the applicant was asked to complete; gone once supplied.')),
  timeline: z
    .array(
      z.strictObject({
        at: InstantText,
        seq: z.int(),
        text: z.string(),
        note: z.optional(Sealed),
        notify: z.optional(z.literal(true)),
      }),
    )
    .check(z.describe('What the citizen reads, oldest first: the citizen sentences of what happened.')),
  ended: z.optional(
    z.strictObject({ ending: z.string(), at: InstantText, objection: z.optional(ObjectionWay) }),
  ),
  lastChange: z
    .strictObject({ at: InstantText, by: Actor, what: z.string() })
    .check(z.describe('For "somebody was faster" messages.')),
});
export type CaseSnapshot = z.infer<typeof CaseSnapshot>;
