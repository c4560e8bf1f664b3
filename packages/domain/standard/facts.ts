// What a case can know, and the forms that ask for it.
import * as z from 'zod/mini';
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
    'rupiah',
    'boolean',
    'choice',
    'multichoice',
    'region',
    'geo',
  ])
  .check(
    z.describe(
      'What kind of answer is expected; decides how it is asked, checked and shown. multichoice: values joined by commas, in the order of the options. rupiah: whole rupiah. geo: "latitude,longitude" in degrees.',
    ),
  );
export type FactType = z.infer<typeof FactType>;

export const PrivacyClass = z
  .enum(['ordinary', 'identifying', 'specific'])
  .check(
    z.describe(
      'ordinary: may stand in conditions and lists. identifying, specific (UU 27/2022 art. 4(2)): sealed, masked, never in conditions.',
    ),
  );
export type PrivacyClass = z.infer<typeof PrivacyClass>;

export const Fact = z.strictObject({
  id: ElementId.check(z.describe('Id of the fact.')),
  label: z.string().check(z.minLength(1), z.describe('Question or label that people read.')),
  type: FactType,
  privacy: PrivacyClass,
  options: z
    .optional(
      z
        .array(
          z.strictObject({
            value: z.string().check(z.minLength(1), z.describe('What is kept.')),
            label: z.string().check(z.minLength(1), z.describe('What people read.')),
            from: z
              .optional(z.iso.date())
              .check(z.describe('Offered for dates from this one on, see `datedBy`.')),
            until: z
              .optional(z.iso.date())
              .check(z.describe('Offered for dates up to this one, see `datedBy`.')),
          }),
        )
        .check(z.minLength(2)),
    )
    .check(z.describe('For types "choice" and "multichoice".')),
  datedBy: z
    .optional(ElementId)
    .check(z.describe('Date fact that decides which options were in force, where options have dates.')),
  min: z.optional(z.number()).check(z.describe('For types "integer" and "rupiah".')),
  max: z.optional(z.number()).check(z.describe('For types "integer" and "rupiah".')),
  maxLength: z
    .optional(z.int().check(z.positive()))
    .check(z.describe('For text; 120 when absent, 1,000 for longText.')),
  basis: Basis,
});
export type Fact = z.infer<typeof Fact>;

export const Field = z.strictObject({
  fact: ElementId.check(z.describe('Fact that is asked.')),
  required: z.boolean().check(z.describe('Whether an answer is needed when the field is asked.')),
  when: z.optional(Condition).check(z.describe('Asked only when this holds.')),
  hint: z.optional(z.string()).check(z.describe('One sentence below the label.')),
});
export type Field = z.infer<typeof Field>;

export const FormPage = z.strictObject({
  id: ElementId.check(z.describe('Id of the page, unique within its form; part of its address.')),
  title: z.string().check(z.minLength(1), z.describe('The one thing this page asks.')),
  intro: z.optional(z.string()).check(z.describe('A sentence or two above the fields.')),
  fields: z.array(Field).check(z.minLength(1), z.describe('Skipped as a whole when no field is asked.')),
});
export type FormPage = z.infer<typeof FormPage>;

export const Form = z.strictObject({
  id: ElementId.check(z.describe('Id of the form.')),
  title: z.string().check(z.minLength(1), z.describe('Heading of the form.')),
  pages: z
    .array(FormPage)
    .check(z.minLength(1), z.describe('One page per thing asked; the console shows them together.')),
  atLeastOne: z
    .optional(z.array(z.array(ElementId).check(z.minLength(2))).check(z.minLength(1)))
    .check(z.describe('Of each of these groups of facts at least one is answered, e.g. phone or e-mail.')),
});
export type Form = z.infer<typeof Form>;
