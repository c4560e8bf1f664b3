// A letter of a case as it is shown, and how it is signed: apart from the operations on letters, because every case shows its
// letters.
import { ProductState } from '@layan/domain/product/product-state';
import * as z from 'zod/mini';

export const SigningMethod = z.enum(['seal', 'certificate', 'ink']);

export const SignatoryView = z.object({
  id: z.string(),
  name: z.string(),
  as: z.string().check(z.describe('In which capacity: "Kepala Dinas", "Plh. Kepala Dinas".')),
  me: z.boolean(),
});
export type SignatoryView = z.infer<typeof SignatoryView>;

/** What came back signed: a PDF from outside, or the scan of what was signed by hand. */
export const SignedUploadView = z.object({
  id: z.string(),
  state: z.enum(['expected', 'checking', 'accepted', 'rejected']),
  contentType: z.optional(z.string()),
  problem: z
    .optional(z.string())
    .check(z.describe('Why it cannot be taken, as a sentence: altered, of another letter, not signed.')),
  signatures: z
    .optional(
      z.array(
        z.object({
          subject: z.string(),
          issuer: z.string(),
          signed: z.optional(z.string()).check(z.describe('When, in words.')),
          valid: z.boolean(),
          bsre: z.boolean(),
        }),
      ),
    )
    .check(z.describe('Of a PDF: signatures found in it.')),
  same: z.optional(z.boolean()).check(z.describe('Of a PDF: it says what was prepared.')),
  code: z
    .optional(z.enum(['this', 'none']))
    .check(z.describe('Of a scan: the code of this letter was read on it, or none was.')),
});
export type SignedUploadView = z.infer<typeof SignedUploadView>;

/** A letter of a case: as it would be frozen now while there is no `id`, frozen or issued afterwards. */
export const LetterView = z.object({
  product: z.string(),
  label: z.string(),
  state: z.union([z.literal('draft'), ProductState]),
  id: z.optional(z.string()).check(z.describe('Present once it was frozen.')),
  number: z.optional(z.string()),
  date: z.optional(z.string()).check(z.describe('`YYYY-MM-DD`, as it stands on the letter.')),
  dateWords: z.optional(z.string()).check(z.describe('"22 November 2026"')),
  missing: z
    .optional(z.array(z.object({ fact: z.string(), label: z.string() })))
    .check(z.describe('Of a draft: values without which it cannot be frozen.')),
  file: z
    .optional(z.object({ sha256: z.string(), bytes: z.int() }))
    .check(z.describe('The PDF as it stands: signed, or to be signed. Absent while it is being drawn.')),
  method: z.optional(SigningMethod).check(z.describe('How it is signed, once it was drawn.')),
  signatory: z.optional(SignatoryView).check(z.describe('Who it is made out to.')),
  outside: z.optional(z.literal(true)).check(z.describe('Signed by somebody outside the agency.')),
  signature: z
    .optional(
      z.object({
        method: SigningMethod,
        signed: z.optional(z.string()).check(z.describe('When, in words.')),
        certificate: z.optional(
          z.object({ subject: z.string(), issuer: z.string(), signed: z.optional(z.string()) }),
        ),
        document: z
          .optional(z.string())
          .check(z.describe('Upload that brought the signed file or the scan.')),
      }),
    )
    .check(z.describe('How it was signed.')),
  uploads: z
    .optional(z.array(SignedUploadView))
    .check(z.describe('What was sent to be its signed copy since it was prepared, the newest last.')),
  reason: z.optional(z.string()).check(z.describe('Of a cancelled one: why.')),
  step: z.optional(z.string()).check(z.describe('Step that signs it.')),
  task: z.optional(z.string()).check(z.describe('Its task, while that step waits.')),
  signable: z
    .boolean()
    .check(z.describe('I can sign it at once: it is drawn, made out to me, and the seal does it.')),
});
export type LetterView = z.infer<typeof LetterView>;

/** What a row of the inbox says of the letter that waits to be signed there. */
export const InboxLetter = z.object({
  id: z.string(),
  label: z.string(),
  number: z.optional(z.string()),
  method: z.optional(SigningMethod).check(z.describe('Absent while the letter is being drawn.')),
  signatory: z.optional(SignatoryView),
  signable: z
    .boolean()
    .check(
      z.describe('I can sign it at once: complete the step with `outcome` and `seq`, nothing to fill in.'),
    ),
  outcome: z.optional(z.string()).check(z.describe('Outcome that signs.')),
  seq: z.int().check(z.describe('`expectedSeq` for it.')),
});
export type InboxLetter = z.infer<typeof InboxLetter>;

/** What is sent with the outcome that signs. Nothing where the seal of the agency does it. */
export const SignatureInput = z.strictObject({
  document: z
    .optional(z.string().check(z.maxLength(60)))
    .check(z.describe('Accepted upload: the signed PDF, or the scan of the letter signed by hand.')),
  number: z
    .optional(z.string().check(z.maxLength(120)))
    .check(z.describe('Of a scan on which no code could be read: the number that stands on it.')),
});
