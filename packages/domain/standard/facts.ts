// What a case can know, and the forms that ask for it.
import * as z from 'zod';
import { Basis, ElementId } from './basis.ts';
import { Condition } from './conditions.ts';

export const FactType = z
  .enum([
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
  ])
  .describe('What kind of answer is expected; decides how it is asked, checked and shown.');
export type FactType = z.infer<typeof FactType>;

export const PrivacyClass = z
  .enum(['ordinary', 'identifying', 'specific'])
  .describe(
    'ordinary: may stand in conditions and lists. identifying, specific (UU 27/2022 art. 4(2)): sealed, masked, never in conditions.',
  );
export type PrivacyClass = z.infer<typeof PrivacyClass>;

export const Fact = z.strictObject({
  id: ElementId.describe('Id of the fact.'),
  label: z.string().min(1).describe('Question or label that people read.'),
  type: FactType,
  privacy: PrivacyClass,
  options: z
    .array(
      z.strictObject({
        value: z.string().min(1).describe('What is kept.'),
        label: z.string().min(1).describe('What people read.'),
      }),
    )
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
  fact: ElementId.describe('Fact that is asked.'),
  required: z.boolean().describe('Whether an answer is needed when the field is asked.'),
  when: Condition.optional().describe('Asked only when this holds.'),
  hint: z.string().optional().describe('One sentence below the label.'),
});
export type Field = z.infer<typeof Field>;

export const FormPage = z.strictObject({
  id: ElementId.describe('Id of the page, unique within its form; part of its address.'),
  title: z.string().min(1).describe('The one thing this page asks.'),
  intro: z.string().optional().describe('A sentence or two above the fields.'),
  fields: z.array(Field).min(1).describe('Skipped as a whole when no field is asked.'),
});
export type FormPage = z.infer<typeof FormPage>;

export const Form = z.strictObject({
  id: ElementId.describe('Id of the form.'),
  title: z.string().min(1).describe('Heading of the form.'),
  pages: z.array(FormPage).min(1).describe('One page per thing asked; the console shows them together.'),
});
export type Form = z.infer<typeof Form>;
