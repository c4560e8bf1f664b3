// What a case can know, and the forms that ask for it.
import * as z from 'zod';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';

export const FactType = z.enum([
  'text',
  'longText',
  'nik',
  'familyCardNumber',
  'phone',
  'email',
  'date',
  'integer',
  'boolean',
  'choice',
  'region',
]);
export type FactType = z.infer<typeof FactType>;

/** ordinary: may stand in conditions and lists. identifying, specific (UU 27/2022 art. 4(2)): sealed, masked, never in conditions. */
export const PrivacyClass = z.enum(['ordinary', 'identifying', 'specific']);
export type PrivacyClass = z.infer<typeof PrivacyClass>;

export const Fact = z.strictObject({
  id: ElementId,
  label: z.string().min(1).describe('Question or label that people read.'),
  type: FactType,
  privacy: PrivacyClass,
  options: z
    .array(z.strictObject({ value: z.string().min(1), label: z.string().min(1) }))
    .min(2)
    .optional()
    .describe('For type "choice".'),
  min: z.number().optional().describe('For type "integer".'),
  max: z.number().optional().describe('For type "integer".'),
  maxLength: z.int().positive().optional().describe('For text; 120 when absent, 1,000 for longText.'),
  basis: Basis,
});
export type Fact = z.infer<typeof Fact>;

export const Field = z.strictObject({
  fact: ElementId,
  required: z.boolean(),
  when: Condition.optional().describe('Asked only when this holds.'),
  hint: z.string().optional().describe('One sentence below the label.'),
});
export type Field = z.infer<typeof Field>;

export const FormPage = z.strictObject({
  id: ElementId,
  title: z.string().min(1),
  intro: z.string().optional(),
  fields: z.array(Field).min(1),
});
export type FormPage = z.infer<typeof FormPage>;

export const Form = z.strictObject({
  id: ElementId,
  title: z.string().min(1),
  pages: z.array(FormPage).min(1).describe('One page per thing asked; the console shows them together.'),
});
export type Form = z.infer<typeof Form>;
