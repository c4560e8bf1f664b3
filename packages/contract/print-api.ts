// The route table of the renderer: what staff print.
import * as z from 'zod/mini';
import { operation } from './operation.ts';

export const printCard = operation({
  method: 'POST',
  name: 'print-card',
  repeats: 'recorded',
  path: '/print/cards/:productId/prints',
  summary: 'Print a card: signed as it stands now, counted, and opened by a link for a minute.',
  params: z.object({ productId: z.string() }),
  query: z.object({}),
  body: z.strictObject({
    layout: z
      .enum(['card', 'a4', 'f4'])
      .check(z.describe('card: two pages of card size; a4, f4: a sheet for an ordinary printer.')),
  }),
  response: z.object({
    url: z.string().check(z.describe('Opens the PDF, for a minute.')),
    copy: z.int().check(z.positive(), z.describe('Which print of this card it is.')),
    kind: z
      .enum(['original', 'copy'])
      .check(z.describe('The second and later prints say that they are copies.')),
  }),
});

export const printLetter = operation({
  method: 'POST',
  name: 'print-letter',
  repeats: 'recorded',
  path: '/print/cases/:caseId/letters/:letterId/prints',
  summary:
    'A letter for handing over: the file as it was signed, or a copy drawn anew that says so; counted, and opened by a link for a minute.',
  params: z.object({ caseId: z.string(), letterId: z.string() }),
  query: z.object({}),
  body: z.strictObject({
    marked: z
      .optional(z.boolean())
      .check(
        z.describe('Asks for a copy that says so; of a sealed letter the second and later prints do anyway.'),
      ),
  }),
  response: z.object({
    url: z.string().check(z.describe('Opens the file, for a minute.')),
    copy: z
      .optional(z.int().check(z.positive()))
      .check(z.describe('Which print of this letter it is; absent for one that is still to be signed.')),
    kind: z
      .enum(['unsigned', 'original', 'copy'])
      .check(
        z.describe(
          'unsigned: to be signed by hand. original: the file that was signed. copy: drawn anew, with "Salinan ke-…" on it.',
        ),
      ),
  }),
});

export const previewLetter = operation({
  method: 'POST',
  name: 'preview-letter',
  repeats: 'each-time',
  path: '/print/cases/:caseId/letters/:product/preview',
  summary:
    'A letter as it would be frozen now, with what is being typed; marked as a draft and kept nowhere.',
  params: z.object({ caseId: z.string(), product: z.string() }),
  query: z.object({}),
  body: z.strictObject({
    step: z
      .optional(z.string().check(z.maxLength(60)))
      .check(z.describe('Step whose form is being filled in.')),
    facts: z
      .record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(2000)))
      .check(z.describe('Raw values as typed; what cannot be read yet counts as unknown.')),
  }),
  response: z.object({
    pdf: z.string().check(z.describe('The PDF in base64.')),
    missing: z
      .array(z.object({ fact: z.string(), label: z.string() }))
      .check(z.describe('Values without which it cannot be frozen.')),
    unprintable: z
      .array(z.object({ label: z.string(), characters: z.array(z.string()) }))
      .check(z.describe('Values with characters that cannot be printed; each must be written otherwise.')),
  }),
});

export const printApi = { printCard, printLetter, previewLetter } as const;
