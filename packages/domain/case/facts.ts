// Values a case knows. Personal ones arrive sealed: the domain carries them and never looks inside.
import * as z from 'zod/mini';

/** Ciphertext of one value, bound to tenant, case and fact. Opened outside the domain only. */
export const Sealed = z.strictObject({ sealed: z.string().check(z.minLength(1)) });
export type Sealed = z.infer<typeof Sealed>;

export const PlainValue = z.union([z.string(), z.number(), z.boolean()]);
export type PlainValue = z.infer<typeof PlainValue>;

export const FactValue = z.union([PlainValue, Sealed]);
export type FactValue = z.infer<typeof FactValue>;

export const FactValues = z.record(z.string(), FactValue);
export type FactValues = z.infer<typeof FactValues>;

export const isSealed = (value: FactValue | undefined): value is Sealed => typeof value === 'object';
