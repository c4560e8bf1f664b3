// How records of cases, filings and documents look when they come back from the table.
import type { CaseRecord, IdempotencyRecord, InboxRow } from '@layan/application/ports/cases';
import type { DocumentRecord } from '@layan/application/ports/documents';
import type { Filing } from '@layan/application/ports/filings';
import { SigningMethod, StandardRef } from '@layan/domain/case/event';
import { FactValues, Sealed } from '@layan/domain/case/facts';
import { CaseSnapshot, Task } from '@layan/domain/case/snapshot';
import { StatedPromise } from '@layan/domain/case/stated-promises';
import { CaseStatus } from '@layan/domain/case/status';
import { ExaminedUpload } from '@layan/domain/document/examined-upload';
import { CaseId, DocumentId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import * as z from 'zod/mini';

const wrappedKey = z.string().check(z.minLength(1));

export const CaseRecordSchema = z.strictObject({
  snapshot: CaseSnapshot,
  key: wrappedKey,
  secretIndex: z.string(),
  displayName: Sealed,
}) satisfies z.ZodMiniType<CaseRecord>;

export const StatusSchema = z.strictObject({
  status: CaseStatus,
  key: wrappedKey,
  secretIndex: z.string(),
});

export const InboxRowSchema = z.strictObject({
  caseId: CaseId,
  ticket: z.string(),
  task: Task,
  service: z.string(),
  stepLabel: z.string(),
  receivedAt: InstantText,
  dueAt: z.exactOptional(InstantText),
  measure: z.exactOptional(z.pick(StatedPromise, { duration: true, calendar: true })),
  area: z.exactOptional(z.string()),
  givenOut: z.exactOptional(z.literal(true)),
  initials: z.exactOptional(z.string()),
  letter: z.exactOptional(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      outcome: z.string(),
      plain: z.boolean(),
      number: z.exactOptional(z.string()),
      method: z.exactOptional(SigningMethod),
      signatory: z.exactOptional(z.strictObject({ id: StaffId, name: z.string(), as: z.string() })),
      seq: z.int(),
    }),
  ),
  standIn: z.exactOptional(z.strictObject({ role: z.string(), as: z.string() })),
  seenBy: z.exactOptional(z.array(z.string())),
  displayName: Sealed,
  key: wrappedKey,
}) satisfies z.ZodMiniType<InboxRow>;

export const IdempotencySchema = z.strictObject({
  key: z.string(),
  fingerprint: z.string(),
  result: z.string(),
}) satisfies z.ZodMiniType<IdempotencyRecord>;

export const DocumentSchema = z.strictObject({
  id: DocumentId,
  caseId: CaseId,
  requirement: z.string(),
  state: z.enum(['expected', 'checking', 'accepted', 'rejected']),
  rejection: z.exactOptional(z.enum(['empty', 'too-large', 'unknown-type', 'damaged', 'encrypted'])),
  contentType: z.exactOptional(z.enum(['image/jpeg', 'image/png', 'application/pdf'])),
  bytes: z.exactOptional(z.int()),
  of: z.exactOptional(z.strictObject({ document: z.string(), prepared: ContentHash })),
  examined: z.exactOptional(ExaminedUpload),
  createdAt: InstantText,
  closedAt: z.exactOptional(InstantText),
}) satisfies z.ZodMiniType<DocumentRecord>;

export const FilingSchema = z.strictObject({
  caseId: CaseId,
  standard: StandardRef,
  channel: z.string(),
  facts: FactValues,
  unread: z.record(z.string(), Sealed),
  pagesSeen: z.array(z.string()),
  dropped: z.array(DocumentId),
  key: wrappedKey,
  ticket: z.string(),
  secret: Sealed,
  sessionIndex: z.exactOptional(z.string()),
  by: z.exactOptional(StaffId),
  papers: z.exactOptional(z.array(z.string())),
  receivedOnPaper: z.exactOptional(
    z.strictObject({
      date: z.string(),
      time: z.string(),
      reason: z.enum(['powerCut', 'network', 'other']),
      text: z.exactOptional(Sealed),
      confirmed: z.exactOptional(z.boolean()),
    }),
  ),
  receipt: z.exactOptional(
    z.strictObject({ date: z.string(), time: z.string(), confirmed: z.exactOptional(z.boolean()) }),
  ),
  opening: z.exactOptional(z.strictObject({ id: z.string(), openedAt: InstantText })),
  shown: z.exactOptional(z.array(z.string())),
  choices: z.exactOptional(z.record(z.string(), z.string())),
  anonymous: z.exactOptional(z.literal(true)),
  confidential: z.exactOptional(z.literal(true)),
  about: z.exactOptional(CaseId),
  revision: z.int(),
  createdAt: InstantText,
  filedAt: z.exactOptional(InstantText),
}) satisfies z.ZodMiniType<Filing>;
