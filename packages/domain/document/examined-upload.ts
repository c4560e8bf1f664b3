// What was found in an upload that brings a signed document: its hash, the signatures of a PDF, the codes on a scan.
import * as z from 'zod/mini';
import { InstantText } from '../kernel/ids.ts';
import { ContentHash } from '../standard/content-hash.ts';

export const FoundSignature = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  signedAt: z.exactOptional(InstantText),
  valid: z.boolean().check(z.describe('Over the bytes that it covers, up to the end of the file.')),
  bsre: z.boolean().check(z.describe('By a certificate of BSrE.')),
  fault: z
    .exactOptional(z.enum(['unreadable', 'uncovered', 'content', 'signature', 'expired']))
    .check(
      z.describe(
        'Why it is not valid. uncovered: not of the whole file; content: of other bytes; signature: not by this certificate; expired: its certificate was not good at that time.',
      ),
    ),
});
export type FoundSignature = z.infer<typeof FoundSignature>;

export const ExaminedUpload = z.strictObject({
  sha256: ContentHash,
  bytes: z.int().check(z.positive()),
  signatures: z.exactOptional(z.array(FoundSignature)),
  of: z
    .exactOptional(ContentHash)
    .check(z.describe('The prepared PDF that it was compared with: one made out anew since is another.')),
  matches: z
    .exactOptional(z.enum(['same', 'altered']))
    .check(z.describe('Whether it says what the prepared PDF says.')),
  codes: z
    .exactOptional(z.array(z.string()))
    .check(z.describe('Ids of our documents whose codes stand on it.')),
});
export type ExaminedUpload = z.infer<typeof ExaminedUpload>;
