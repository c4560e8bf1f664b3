// Shapes that several staff operations share.
import * as z from 'zod/mini';

export const CaseIdParam = z.object({ caseId: z.string() });

export const NoQuery = z.object({});
export const NoBody = z.undefined();
export const NoParams = z.object({});

export const PromiseView = z
  .object({
    id: z.string(),
    label: z.string().check(z.describe('What was promised.')),
    kind: z
      .enum(['promise', 'target', 'norm'])
      .check(z.describe('norm: internal, the citizen does not see it.')),
    verbatim: z.string().check(z.describe('The official sentence.')),
    state: z.enum(['conditional', 'running', 'paused', 'kept', 'broken', 'dropped']),
    dueAt: z.string(),
    words: z
      .string()
      .check(z.describe('The promise in words, by the same function everywhere: "sisa 2 hari kerja".')),
    due: z.string().check(z.describe('Due date in words: "Rabu, 25 Maret 2026, 14.05 WIB".')),
    caution: z.optional(z.string()).check(z.describe('Present when the date is an estimate, and why.')),
    ledger: z
      .array(z.object({ at: z.string(), when: z.string(), what: z.string() }))
      .check(z.describe('Every turn of its clock with its reason, oldest first.')),
  })
  .check(z.describe('A promise of a case.'));
export type PromiseView = z.infer<typeof PromiseView>;

export const FieldView = z.object({
  fact: z.string(),
  label: z.string(),
  hint: z.optional(z.string()),
  type: z.enum([
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
  ]),
  required: z.boolean(),
  options: z.optional(
    z.array(
      z.object({
        value: z.string(),
        label: z.string(),
        from: z.optional(z.string()).check(z.describe('Offered for dates from this one on.')),
        until: z.optional(z.string()).check(z.describe('Offered for dates up to this one.')),
      }),
    ),
  ),
  datedBy: z.optional(z.string()).check(z.describe('Date fact that decides which options are offered.')),
  when: z
    .optional(z.unknown())
    .check(z.describe('Condition of the standard; evaluated by the client with the domain’s own function.')),
  agrees: z.optional(z.string()).check(z.describe('The promise that this date becomes once it is agreed.')),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  maxLength: z.optional(z.number()),
});
export type FieldView = z.infer<typeof FieldView>;

export const FormPageView = z
  .object({
    id: z.string(),
    title: z.string(),
    intro: z.optional(z.string()),
    facts: z.array(z.string()).check(z.describe('Facts asked on this page, in order.')),
  })
  .check(z.describe('A section of a form.'));
export type FormPageView = z.infer<typeof FormPageView>;

/** A form by which the browser sends one scan straight to storage. */
export const PreparedUpload = z.object({
  documentId: z.string(),
  url: z.string(),
  fields: z
    .record(z.string(), z.string())
    .check(z.describe('Sent in this order, before the file, which is named `file`.')),
  maxBytes: z.int(),
});
