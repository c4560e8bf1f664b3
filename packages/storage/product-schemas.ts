// How issued products look when they come back from the table.
import type { RegisteredProduct, RegisterRow } from '@layan/application/ports/products';
import { RegisterPlace, Signature, SigningMethod, StandardRef } from '@layan/domain/case/event';
import { FactValue, Sealed } from '@layan/domain/case/facts';
import { AgencyId, CaseId, InstantText, StandardId } from '@layan/domain/kernel/ids';
import { ProductState } from '@layan/domain/product/product-state';
import * as z from 'zod/mini';

const ImportedChangeSchema = z.strictObject({
  at: InstantText,
  by: z.string(),
  action: z.string(),
  state: ProductState,
  note: z.exactOptional(Sealed),
});

const OriginSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('case'),
    caseId: CaseId,
    version: StandardRef,
    place: RegisterPlace,
  }),
  z.strictObject({
    kind: z.literal('imported'),
    importId: z.string(),
    facts: z.record(z.string(), Sealed),
    history: z.array(ImportedChangeSchema),
    revision: z.int().check(z.positive()),
  }),
]);

const LetterSchema = z.strictObject({
  date: z.string(),
  method: z.exactOptional(SigningMethod),
  signature: z.exactOptional(
    z.strictObject({
      method: Signature.shape.method,
      file: Signature.shape.file,
      certificate: Signature.shape.certificate,
      seal: Signature.shape.seal,
      at: InstantText,
    }),
  ),
  cancelled: z.exactOptional(
    z.strictObject({ reason: z.exactOptional(z.string()), note: z.exactOptional(Sealed) }),
  ),
});

export const RegisteredProductSchema = z.strictObject({
  id: z.string(),
  agency: AgencyId,
  standard: StandardId,
  product: z.string(),
  label: z.string(),
  number: z.string(),
  state: ProductState,
  issuedAt: InstantText,
  changedAt: InstantText,
  validUntil: z.exactOptional(InstantText),
  letter: z.exactOptional(LetterSchema),
  displayName: Sealed,
  unnamed: z.exactOptional(z.literal(true)),
  holder: z.exactOptional(z.strictObject({ fact: z.string(), value: FactValue })),
  key: z.string().check(z.minLength(1)),
  origin: OriginSchema,
}) satisfies z.ZodMiniType<RegisteredProduct>;

export const RegisterRowSchema = z.strictObject({
  id: z.string(),
  number: z.string(),
  sequence: z.int(),
  letter: z.exactOptional(z.strictObject({ date: z.string(), label: z.string() })),
}) satisfies z.ZodMiniType<RegisterRow>;
