// What stands on an official document: a template whose placeholders are facts. Letterhead, unit code and the names of who
// signs belong to the tenant; parts and their order are those of Permendagri 1/2023.
import * as z from 'zod/mini';
import { ElementId } from './basis.ts';
import { Condition } from './conditions.ts';

/** `{fact}`, `{fact|format}` or `{@special}`; every brace belongs to one of them. */
const LetterText = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(2_000),
    z.describe(
      'Text with placeholders: `{fact}` or `{fact|format}` with format date, words, money, moneyWords or upper; `{@number}`, `{@date}`, `{@ticket}`, `{@agency}`, `{@government}`, `{@lineCount}`; `{@outside}` is a dotted line that is filled in by hand outside the agency. A value that is not known is an error before the document is frozen, never a blank.',
    ),
  );

const when = z
  .optional(Condition)
  .check(z.describe('Stands on the document only when this holds; always when absent.'));

export const LetterBlock = z
  .union([
    z.strictObject({ paragraph: LetterText.check(z.describe('A paragraph.')), when }),
    z.strictObject({
      list: z.array(LetterText).check(z.minLength(1), z.describe('Points, numbered 1, 2, 3.')),
      when,
    }),
    z.strictObject({
      table: z
        .array(
          z.strictObject({
            label: z.string().check(z.minLength(1), z.describe('Left of the colon.')),
            value: LetterText,
            when,
          }),
        )
        .check(z.minLength(1), z.describe('Labels and values in two columns, e.g. of a person.')),
      when,
    }),
    z.strictObject({
      lines: z
        .array(
          z.strictObject({
            label: z.string().check(z.minLength(1), z.describe('Heading of the column.')),
            value: z
              .union([ElementId, z.enum(['@no', '@ticket', '@decision', '@note'])])
              .check(
                z.describe(
                  'Column of `process.lines` by its fact; or the running number, the ticket, the decision on the line with its note.',
                ),
              ),
          }),
        )
        .check(
          z.minLength(1),
          z.describe('Of a batch: one row for each line, over as many pages as it takes.'),
        ),
      decided: z
        .optional(
          z.strictObject({
            step: ElementId.check(z.describe('Step that decided on the lines …')),
            decisions: z
              .array(ElementId)
              .check(z.minLength(1), z.describe('… and the decisions whose lines are listed.')),
          }),
        )
        .check(z.describe('Lists these lines only; those that are still in the batch when absent.')),
      when,
    }),
  ])
  .check(z.describe('A part of the body of a document.'));
export type LetterBlock = z.infer<typeof LetterBlock>;

export const Letter = z.strictObject({
  documentClass: z
    .enum(['correspondence', 'special', 'decree'])
    .check(
      z.describe(
        'Decides how the signer is written (Permendagri 1/2023 art. 44): with titles in correspondence and special documents, without in a decree; NIP and rank unless it is the head, deputy or secretary of the region.',
      ),
    ),
  layout: z
    .enum(['letter', 'statement', 'minutes'])
    .check(
      z.describe(
        'letter: number, nature, annex and subject at the left, addressee below; statement and minutes: title and number in the middle.',
      ),
    ),
  paper: z.enum(['a4', 'f4']).check(z.describe('Size of the paper.')),
  title: z
    .optional(z.string())
    .check(z.describe('Of a statement or minutes: the heading; the product’s label when absent.')),
  nature: z.optional(z.string()).check(z.describe('Of a letter: "Sifat", e.g. "Biasa".')),
  annex: z.optional(LetterText).check(z.describe('Of a letter: "Lampiran", e.g. "1 (satu) berkas".')),
  subject: z.optional(LetterText).check(z.describe('Of a letter: "Hal".')),
  to: z
    .optional(z.array(LetterText).check(z.minLength(1)))
    .check(z.describe('Of a letter: lines of the addressee, after "Yth.".')),
  body: z.array(LetterBlock).check(z.minLength(1), z.describe('Opening, content and closing.')),
  annexes: z
    .optional(
      z.array(
        z.strictObject({
          title: LetterText,
          body: z.array(LetterBlock).check(z.minLength(1), z.describe('What the annex says.')),
        }),
      ),
    )
    .check(z.describe('Each begins on a new page, after the signature.')),
  signatory: z
    .strictObject({
      office: z
        .optional(z.string().check(z.minLength(1)))
        .check(
          z.describe(
            'Office as it is printed, e.g. "Bupati Lumajang"; as the signer’s own position when absent.',
          ),
        ),
      outside: z
        .optional(z.literal(true))
        .check(
          z.describe(
            'Signed by somebody outside the agency: their name is left to them, and what comes back is entered with a scan or a signed file.',
          ),
        ),
      others: z
        .optional(z.array(z.string().check(z.minLength(1))))
        .check(z.describe('Who signs beside them by hand, e.g. the members of a deliberation.')),
    })
    .check(z.describe('Who signs.')),
  copies: z.optional(z.array(LetterText).check(z.minLength(1))).check(z.describe('"Tembusan".')),
});
export type Letter = z.infer<typeof Letter>;
