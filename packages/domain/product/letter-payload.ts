// What is signed about an official document: by the code that stands on it, and by the seal of the agency over its file.
// Neither says whom it is about.
import * as z from 'zod/mini';
import { InstantText } from '../kernel/ids.ts';
import { ContentHash } from '../standard/content-hash.ts';
import { CardPayload } from './card-payload.ts';

export const LetterPayload = z.strictObject({
  iss: CardPayload.shape.iss,
  jti: CardPayload.shape.jti,
  prd: CardPayload.shape.prd,
  num: z.optional(CardPayload.shape.num),
  dat: z.iso.date().check(z.describe('Date that stands on the document.')),
  status: z.optional(CardPayload.shape.status),
});
export type LetterPayload = z.infer<typeof LetterPayload>;

/** Whose hand set the seal, on which file. It is a seal of the agency, no certified electronic signature. */
export const SealPayload = z.strictObject({
  iss: CardPayload.shape.iss,
  id: z.string().check(z.describe('Id of the document.')),
  sha256: ContentHash,
  number: z.optional(z.string()),
  signer: z.string().check(z.describe('Name and capacity of who sealed it.')),
  at: InstantText,
});
export type SealPayload = z.infer<typeof SealPayload>;
