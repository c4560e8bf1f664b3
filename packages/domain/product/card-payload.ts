// What the QR of a product says, signed by the tenant: enough to see offline which product it is, whose, and where its
// status is told. Names are short because the code is printed small.
import * as z from 'zod/mini';

export const CardPayload = z.strictObject({
  iss: z.string().check(z.describe('Slug of the tenant.')),
  jti: z.string().check(z.describe('Id of the product, unguessable.')),
  sub: z.string().check(z.describe('Holder as printed on the product: whoever reads it compares the two.')),
  prd: z.string().check(z.describe('Name of the product, e.g. "Kartu Bestari".')),
  num: z.string().check(z.describe('Official number.')),
  iat: z.int().check(z.describe('Issued at, seconds since 1970.')),
  exp: z
    .optional(z.int())
    .check(z.describe('Valid until, seconds since 1970; absent when it does not expire.')),
  status: z.strictObject({
    list: z.string().check(z.describe('Status list: `<agency>.<product>/<year>` below `/status/`.')),
    idx: z
      .int()
      .check(z.positive(), z.describe('Position in the list: the sequence number in the register.')),
  }),
});
export type CardPayload = z.infer<typeof CardPayload>;
