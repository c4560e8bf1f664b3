// What can happen to a case. Events are the truth; the snapshot is their fold. Each carries the hash of the one before.
import * as z from 'zod/mini';
import { AgencyId, CaseId, DocumentId, InstantText, RegionCode, StaffId, StandardId } from '../kernel/ids.ts';
import { ProductState } from '../product/product-state.ts';
import { ContentHash } from '../standard/content-hash.ts';
import { Duration, Term } from '../standard/duration.ts';
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

const as = z.optional(z.string()).check(z.describe('Which of the requirement’s choices was brought.'));

/**
 * What was brought for a requirement: an accepted scan, paper that the counter has seen and keeps, or what was shown
 * and given back.
 */
export const Attachment = z.union([
  z.strictObject({ requirement: z.string(), document: DocumentId, as }),
  z.strictObject({ requirement: z.string(), paper: z.literal(true), as }),
  z.strictObject({ requirement: z.string(), shown: z.literal(true), as }),
]);
export type Attachment = z.infer<typeof Attachment>;

const Note = Sealed.check(z.describe('Sentence to the citizen; free text is sealed.'));

/** Requirements and facts that a returned file must bring. */
export const Missing = z.strictObject({ requirements: z.array(z.string()), facts: z.array(z.string()) });
export type Missing = z.infer<typeof Missing>;

/** Present when the due date is an estimate. */
export const UnknownYears = z
  .array(z.int())
  .check(z.minLength(1), z.describe('Years within the reckoning whose holidays are not decreed yet.'));

/** The earlier case that this one is about, and who worked on it: they do not decide on the objection. */
export const About = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  ending: z.string().check(z.describe('How the earlier case ended.')),
  product: z.optional(z.string()).check(z.describe('Id of the product that the earlier case took away.')),
  workers: z.record(z.string(), StaffId),
});
export type About = z.infer<typeof About>;

/** The case that waits for this one, and its task that does. */
export const ParentCase = z.strictObject({ caseId: CaseId, ticket: z.string(), task: z.string() });
export type ParentCase = z.infer<typeof ParentCase>;

/** Somebody stood in for the role of the step: acting head (plt), acting for the day (plh), on behalf of (an). */
export const Delegation = z.strictObject({
  role: z.string().check(z.describe('Role that the worker holds.')),
  as: z.enum(['plt', 'plh', 'an']),
});
export type Delegation = z.infer<typeof Delegation>;

/** By what a promise is reckoned, where that is not what its deadline says. */
export const PromiseTerm = z.strictObject({
  duration: Term,
  calendar: z.enum(['office', 'counter']),
  within: z.optional(z.string()).check(z.describe('Outer limit that the version no longer names.')),
});
export type PromiseTerm = z.infer<typeof PromiseTerm>;

/** By what an armed timer is reckoned, where that is not what the version says. */
export const TimerTerm = z.strictObject({ after: Duration, calendar: z.enum(['office', 'counter']) });
export const HeldTimer = z.strictObject({ timer: z.string(), ...TimerTerm.shape });
export type HeldTimer = z.infer<typeof HeldTimer>;

/** Way and last moment to object to a decision. */
export const ObjectionWay = z.strictObject({ channel: z.string(), until: InstantText });
export type ObjectionWay = z.infer<typeof ObjectionWay>;

/** How a document is signed: the agency’s own seal, a certificate of somebody outside the system, or by hand. */
export const SigningMethod = z.enum(['seal', 'certificate', 'ink']);
export type SigningMethod = z.infer<typeof SigningMethod>;

/** Who a document was made out to be signed by. Absent for somebody outside the agency. */
export const Signatory = z.strictObject({
  id: StaffId,
  name: z.string(),
  role: z.string().check(z.describe('Role that signs, or that stands in.')),
  as: z.optional(z.enum(['plt', 'plh', 'an'])),
});
export type Signatory = z.infer<typeof Signatory>;

/** A PDF that is kept by its content. */
export const DocumentFile = z.strictObject({
  sha256: ContentHash,
  bytes: z.int().check(z.positive()),
});
export type DocumentFile = z.infer<typeof DocumentFile>;

/** The signature as it came. `file` is what was signed: the bytes that are kept and handed over. */
export const Signature = z.strictObject({
  method: SigningMethod,
  file: DocumentFile,
  seal: z.optional(z.string()).check(z.describe('Detached JWS of the agency over the hash of the file.')),
  certificate: z
    .optional(z.strictObject({ subject: z.string(), issuer: z.string(), signedAt: z.optional(InstantText) }))
    .check(z.describe('As it stands in the signed PDF.')),
  document: z.optional(DocumentId).check(z.describe('Upload that brought the signed file or the scan.')),
});
export type Signature = z.infer<typeof Signature>;

/** A case gathered into a batch, as both know the other. */
export const LinkedCase = z.strictObject({ caseId: CaseId, ticket: z.string() });
export type LinkedCase = z.infer<typeof LinkedCase>;

/** Place in a register, numbered anew each year. */
export const RegisterPlace = z.strictObject({
  year: z.int(),
  sequence: z.int().check(z.positive()),
  register: z
    .optional(z.string())
    .check(z.describe('Register of the agency; one of the product’s own when absent.')),
});
export type RegisterPlace = z.infer<typeof RegisterPlace>;

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
    lateEntryReason: z
      .optional(z.union([z.string(), Sealed]))
      .check(z.describe('In words of ours; what the clerk typed is sealed.')),
    facts: FactValues,
    attachments: z.array(Attachment),
    area: z.optional(RegionCode),
    about: z.optional(About),
    anonymous: z.optional(z.literal(true)),
    confidential: z.optional(z.literal(true)),
    parent: z.optional(ParentCase),
    predecessor: z.optional(LinkedCase).check(z.describe('The case whose end opened this one.')),
    lines: z.optional(z.array(LinkedCase)).check(z.describe('Of a batch: the cases that it gathers.')),
    terms: z
      .optional(z.int().check(z.nonnegative()))
      .check(
        z.describe(
          'Version of the agency’s privacy terms that its applicant was told; with that of the standard, the notice.',
        ),
      ),
  }),
  z.strictObject({
    type: z.literal('stepCompleted'),
    step: z.string(),
    outcome: z.string(),
    facts: FactValues,
    attachments: z.array(Attachment),
    note: z.optional(Note),
    missing: z.optional(Missing),
    delegation: z.optional(Delegation),
    happenedAt: z
      .optional(InstantText)
      .check(z.describe('When somebody outside did it, where the agency enters it later.')),
    skipped: z
      .optional(z.enum(['vacant', 'away']))
      .check(z.describe('A tier of review that was passed because nobody could do it.')),
    batch: z
      .optional(z.strictObject({ caseId: CaseId, seq: z.int().check(z.positive()) }))
      .check(z.describe('Event of the batch that brought it about.')),
  }),
  z.strictObject({ type: z.literal('routed'), step: z.string(), outcome: z.string() }),
  z.strictObject({ type: z.literal('interrupted'), interruption: z.string(), note: z.optional(Note) }),
  z.strictObject({
    type: z.literal('timerArmed'),
    timer: z.string(),
    firesAt: InstantText.check(z.describe('Disarmed when its place loses its token.')),
  }),
  z.strictObject({
    type: z.literal('timerMoved'),
    timer: z.string(),
    firesAt: InstantText.check(z.describe('After a suspension, or by the calendar as it is now.')),
  }),
  z.strictObject({ type: z.literal('timerFired'), timer: z.string() }),
  z.strictObject({
    type: z.literal('caseSuspended'),
    suspension: z.string(),
    note: Note,
    until: InstantText.check(z.describe('Then the case goes on by itself.')),
  }),
  z.strictObject({
    type: z.literal('caseResumed'),
    suspension: z.string(),
    why: z.enum(['person', 'limit']),
    note: z.optional(Note),
  }),
  z.strictObject({
    type: z.literal('factsCorrected'),
    request: z.string().check(z.describe('Id of the request of the data subject.')),
    ticket: z.string().check(z.describe('What the person calls that request by.')),
    facts: FactValues.check(z.describe('As they are from now on; what they were stands in earlier events.')),
    note: z.optional(Note),
    affects: z
      .optional(z.array(z.string()))
      .check(z.describe('Steps behind the case that read one of them: nothing is decided anew by itself.')),
  }),
  z.strictObject({
    type: z.literal('processingRestricted'),
    request: z.string(),
    ticket: z.string(),
    note: z.optional(Note),
  }),
  z.strictObject({ type: z.literal('restrictionLifted'), request: z.string(), ticket: z.string() }),
  z.strictObject({
    type: z.literal('subcaseOpened'),
    step: z.string(),
    task: z.string().check(z.describe('Task that waits for it.')),
    caseId: CaseId,
    ticket: z.string(),
  }),
  z.strictObject({
    type: z.literal('parentLeft'),
    why: z
      .enum(['ended', 'goneOn'])
      .check(z.describe('The case that waited for this one has ended, or has gone on without it.')),
  }),
  z.strictObject({ type: z.literal('taskClaimed'), task: z.string(), by: StaffId, name: z.string() }),
  z.strictObject({
    type: z.literal('taskAssigned'),
    task: z.string(),
    to: StaffId,
    name: z.string(),
    why: z
      .enum(['leastLoad', 'byCoordinator'])
      .check(z.describe('leastLoad: by the rule of the step; otherwise somebody gave it to them.')),
  }),
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
    number: z.optional(z.string()).check(z.describe('Official number.')),
    place: z.optional(RegisterPlace),
    validUntil: z.optional(InstantText),
    replaces: z.optional(z.string()).check(z.describe('Id of the lost copy.')),
  }),
  z.strictObject({
    type: z.literal('productChanged'),
    product: z.string(),
    id: z.string(),
    state: ProductState,
    action: z
      .optional(z.string())
      .check(z.describe('Product action; absent when a step of the case did it.')),
    note: z.optional(Note),
    reason: z
      .optional(z.string())
      .check(z.describe('Of a frozen letter that is cancelled: what was done, as its label says.')),
    objection: z.optional(ObjectionWay),
  }),
  z.strictObject({
    type: z.literal('documentFrozen'),
    product: z.string(),
    id: z.string().check(z.describe('Unguessable id of the document.')),
    date: z.iso.date().check(z.describe('Date that stands on it.')),
    number: z.optional(z.string()).check(z.describe('Official number, reserved now.')),
    place: z.optional(RegisterPlace),
  }),
  z.strictObject({
    type: z.literal('signatoryChosen'),
    product: z.string(),
    id: z.string(),
    signatory: Signatory.check(
      z.describe('Somebody else signs: the document is made out anew, its number stays.'),
    ),
  }),
  z.strictObject({
    type: z.literal('documentPrepared'),
    product: z.string(),
    id: z.string(),
    file: DocumentFile.check(z.describe('The unsigned PDF.')),
    method: SigningMethod,
    bsre: z.optional(z.literal(true)).check(z.describe('It says that it carries a signature of BSrE.')),
    signatory: z.optional(Signatory),
    qr: z
      .optional(z.string())
      .check(z.describe('Content of the code that stands on it: copies that are drawn anew carry the same.')),
  }),
  z.strictObject({
    type: z.literal('documentSigned'),
    product: z.string(),
    id: z.string(),
    signature: Signature,
    validUntil: z.optional(InstantText),
  }),
  z.strictObject({
    type: z.literal('linesDecided'),
    step: z.string(),
    decisions: z
      .array(
        z.strictObject({
          caseId: CaseId,
          decision: z.string(),
          note: z.optional(Sealed).check(z.describe('Sealed by the case that the line is.')),
        }),
      )
      .check(z.minLength(1)),
  }),
  z.strictObject({
    type: z.literal('lineDropped'),
    caseId: CaseId,
    why: z
      .enum(['ended', 'elsewhere', 'unfit'])
      .check(z.describe('It ended, it is in another batch, or it no longer waits to be gathered.')),
  }),
  z.strictObject({ type: z.literal('batchJoined'), batch: LinkedCase }),
  z.strictObject({
    type: z.literal('batchLeft'),
    batch: LinkedCase,
    seq: z.int().check(z.positive(), z.describe('Event of the batch that let go of this case.')),
  }),
  z.strictObject({
    type: z.literal('successorOpened'),
    caseId: CaseId.check(z.describe('The case that was filed when this one ended.')),
    ticket: z.string(),
  }),
  z.strictObject({
    type: z.literal('promiseStarted'),
    promise: z.string().check(z.describe('Id of the deadline in the standard.')),
    from: InstantText,
    dueAt: InstantText,
    conditional: z.boolean().check(z.describe('Its condition is not decided yet.')),
    agreed: z.optional(z.iso.date()).check(z.describe('The date that was agreed.')),
    unknownYears: z.optional(UnknownYears),
  }),
  z.strictObject({ type: z.literal('promiseApplies'), promise: z.string() }),
  z.strictObject({ type: z.literal('promiseDropped'), promise: z.string() }),
  z.strictObject({
    type: z.literal('promisePaused'),
    promise: z.string(),
    place: z.optional(z.string()).check(z.describe('Place that is waited at.')),
    suspension: z.optional(z.string()).check(z.describe('Suspension of the case that it stands still for.')),
  }),
  z.strictObject({
    type: z.literal('promiseResumed'),
    promise: z.string(),
    from: z
      .optional(InstantText)
      .check(z.describe('When it went on, where what it waited for is entered later.')),
    dueAt: InstantText,
    unknownYears: z.optional(UnknownYears),
  }),
  z.strictObject({
    type: z.literal('promiseMoved'),
    promise: z.string(),
    dueAt: InstantText,
    reason: z.string().check(z.minLength(1), z.describe('Why, as people read it.')),
    agreed: z.optional(z.iso.date()).check(z.describe('The date that was agreed instead.')),
    limitedBy: z
      .optional(z.string())
      .check(z.describe('Outer limit that it would outlast: it is due with that.')),
    unknownYears: z.optional(UnknownYears),
  }),
  z.strictObject({
    type: z.literal('promiseExtended'),
    promise: z.string(),
    by: Duration.check(z.describe('How much more time, from the due date on.')),
    dueAt: InstantText,
    note: Note,
    unknownYears: z.optional(UnknownYears),
  }),
  z.strictObject({ type: z.literal('promiseKept'), promise: z.string() }),
  z.strictObject({ type: z.literal('promiseBroken'), promise: z.string() }),
  z.strictObject({
    type: z.literal('standardChanged'),
    standard: StandardRef.check(z.describe('The version that this event and all that follow are read by.')),
    reason: z.string().check(z.minLength(1), z.describe('Why, as the applicant reads it.')),
    held: z
      .array(z.strictObject({ promise: z.string(), ...PromiseTerm.shape }))
      .check(z.describe('Promises that go on by the term they were given.')),
    timers: z
      .optional(z.array(HeldTimer))
      .check(z.describe('Armed timers that go on by the term they were armed with.')),
  }),
  z.strictObject({
    type: z.literal('caseEnded'),
    ending: z.string(),
    objection: z.optional(ObjectionWay),
  }),
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
