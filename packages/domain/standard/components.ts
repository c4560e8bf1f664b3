// The text layer: the fourteen components of a standar pelayanan, sentence by sentence, as published.
// Source: UU 25/2009 art. 21; PermenPANRB 15/2014 (grouping into delivery and management).
import * as z from 'zod/mini';
import { SentenceId } from './basis.ts';

export const deliveryComponents = [
  'requirements',
  'procedure',
  'processingTime',
  'fee',
  'product',
  'complaintHandling',
] as const;

export const managementComponents = [
  'legalBasis',
  'facilities',
  'staffCompetence',
  'internalOversight',
  'staffCount',
  'serviceGuarantee',
  'safetyGuarantee',
  'performanceEvaluation',
] as const;

export const ComponentKey = z.enum([...deliveryComponents, ...managementComponents]);
export type ComponentKey = z.infer<typeof ComponentKey>;

export const Sentence = z.strictObject({
  id: SentenceId.check(z.describe('Stable id that process elements cite.')),
  label: z.optional(z.string()).check(z.describe('The numbering printed in the source, e.g. "2.1".')),
  text: z
    .string()
    .check(
      z.minLength(1),
      z.describe('Verbatim official text, spelling kept; only white space is normalised.'),
    ),
  source: z.string().check(z.describe('Id of the published document the text is taken from.')),
});
export type Sentence = z.infer<typeof Sentence>;

export const Component = z.strictObject({
  key: ComponentKey.check(z.describe('Which of the fourteen components this is.')),
  title: z.string().check(z.describe('Heading as printed in the source.')),
  sentences: z.array(Sentence).check(z.minLength(1), z.describe('The text of the component, in order.')),
  alternates: z
    .optional(z.array(Sentence))
    .check(
      z.describe('What another published document says where it differs; kept, not followed unless cited.'),
    ),
});
export type Component = z.infer<typeof Component>;
