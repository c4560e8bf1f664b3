// What the citizen receives, and what may happen to it later.
import * as z from 'zod/mini';
import { ProductChange } from '../product/product-state.ts';
import { Basis, ElementId } from './basis.ts';
import { idOf, Note, notify } from './element.ts';
import { Letter } from './letter.ts';

/** What may be done to a product that was issued. While its case runs, only a lost copy may be replaced. */
export const ProductAction = z.strictObject({
  id: idOf('action'),
  label: z.string().check(z.minLength(1), z.describe('Verb on the button, e.g. "Ganti kartu yang hilang".')),
  change: ProductChange.check(z.describe('What it does to the product; replace: for a lost copy.')),
  role: ElementId.check(z.describe('Who may do it.')),
  note: Note,
  citizen: z.optional(z.string()).check(z.describe('What the citizen’s timeline says when this happens.')),
  notify,
  basis: Basis,
});
export type ProductAction = z.infer<typeof ProductAction>;

export const Product = z.strictObject({
  id: idOf('product'),
  kind: z.enum(['card', 'letter']).check(z.describe('What the citizen receives.')),
  label: z.string().check(z.minLength(1), z.describe('Name of the product.')),
  exclusive: z
    .optional(
      z.strictObject({
        group: ElementId.check(z.describe('Products of the same group exclude each other.')),
        by: z
          .array(ElementId)
          .check(
            z.minLength(1),
            z.describe(
              'Facts that identify the holder. Each one known in the case counts; unknown ones do not.',
            ),
          ),
      }),
    )
    .check(z.describe('At most one product of the group is in force per holder.')),
  numbering: z
    .optional(
      z.strictObject({
        pattern: z
          .string()
          .check(
            z.regex(/\{seq:0+\}/),
            z.describe(
              'Official number: `{seq:000000}`, `{year}`, `{romanMonth}`, `{class}` and `{unit}` (unit code of the agency) are filled in.',
            ),
          ),
        classification: z
          .optional(z.string().check(z.regex(/^[0-9]+(\.[0-9]+)*$/)))
          .check(z.describe('Code of the subject for `{class}`, e.g. "400.9.14" (Permendagri 83/2022).')),
        register: z
          .optional(ElementId)
          .check(
            z.describe(
              'Register of the agency that the sequence runs through, e.g. "surat-keluar"; one of the product’s own when absent.',
            ),
          ),
      }),
    )
    .check(z.describe('Numbered without gaps, anew each year.')),
  validMonths: z
    .optional(z.int().check(z.positive(), z.lte(1_200)))
    .check(z.describe('Expires so many months after it was issued; never when absent.')),
  card: z
    .optional(
      z.strictObject({
        holder: z
          .array(ElementId)
          .check(z.minLength(1), z.describe('Facts that name the holder; the first known one is printed.')),
        lines: z.array(ElementId).check(z.describe('Facts printed below the name; identifiers masked.')),
        back: z.array(z.string()).check(z.describe('Sentences on the back.')),
      }),
    )
    .check(z.describe('What is printed, for kind "card".')),
  letter: z
    .optional(Letter)
    .check(
      z.describe('What is printed, for kind "letter". It is frozen, then signed, and only then issued.'),
    ),
  actions: z.optional(z.array(ProductAction)).check(z.describe('What may happen to it later.')),
  basis: Basis,
});
export type Product = z.infer<typeof Product>;
