// Advice reckoned from the answers to a form. It may look at personal facts, which conditions never do, and so it never
// decides anything: a person does, and says why (UU 27/2022 art. 10).
import * as z from 'zod/mini';
import { Basis, ElementId } from './basis.ts';

export type Criterion =
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly atMost: number }
  /** More than this share of another fact, or less per unit of it. */
  | { readonly fact: string; readonly per: string; readonly above: number }
  | { readonly fact: string; readonly per: string; readonly below: number }
  | { readonly all: readonly Criterion[] }
  | { readonly any: readonly Criterion[] }
  | { readonly not: Criterion };

const fact = ElementId.check(z.describe('A fact; while it is unknown the criterion is undecided.'));
const per = ElementId.check(z.describe('A number the fact is divided by.'));

export const Criterion: z.ZodMiniType<Criterion> = z
  .lazy(() =>
    z.union([
      z.strictObject({
        fact,
        in: z
          .array(z.string())
          .check(z.minLength(1), z.describe('One of these; for multichoice, any of these was named.')),
      }),
      z.strictObject({ fact, atLeast: z.number().check(z.describe('This or more.')) }),
      z.strictObject({ fact, atMost: z.number().check(z.describe('This or less.')) }),
      z.strictObject({ fact, per, above: z.number().check(z.describe('The quotient is more than this.')) }),
      z.strictObject({ fact, per, below: z.number().check(z.describe('The quotient is less than this.')) }),
      z.strictObject({ all: z.array(Criterion).check(z.minLength(1), z.describe('All of these hold.')) }),
      z.strictObject({
        any: z.array(Criterion).check(z.minLength(1), z.describe('At least one of these holds.')),
      }),
      z.strictObject({ not: z.lazy(() => Criterion).check(z.describe('This does not hold.')) }),
    ]),
  )
  .register(z.globalRegistry, { id: 'Criterion', description: 'A statement about the answers to a form.' });

/** A criterion without parts: it looks at one fact. */
export type Statement = Extract<Criterion, { readonly fact: string }>;

/** The simple statements a criterion is made of. */
export const statementsOf = (criterion: Criterion): readonly Statement[] => {
  if ('all' in criterion) return criterion.all.flatMap(statementsOf);
  if ('any' in criterion) return criterion.any.flatMap(statementsOf);
  return 'not' in criterion ? statementsOf(criterion.not) : [criterion];
};

export const Score = z.strictObject({
  id: ElementId.check(z.describe('Id of the score.')),
  label: z.string().check(z.minLength(1), z.describe('Name, e.g. "14 kriteria BPS".')),
  form: ElementId.check(z.describe('Form whose answers it looks at.')),
  criteria: z
    .array(
      z.strictObject({
        id: ElementId.check(z.describe('Id of the criterion, unique within the score.')),
        label: z.string().check(z.minLength(1), z.describe('What it says when it holds.')),
        when: z.lazy(() => Criterion).check(z.describe('When it holds.')),
        decisive: z.optional(z.literal(true)).check(z.describe('This one alone reaches the threshold.')),
      }),
    )
    .check(z.minLength(1), z.describe('What is counted.')),
  threshold: z.int().check(z.positive(), z.describe('So many criteria make the advice `reached`.')),
  reached: z.string().check(z.minLength(1), z.describe('Advice when the threshold is reached.')),
  missed: z.string().check(z.minLength(1), z.describe('Advice when it cannot be reached any more.')),
  basis: Basis,
});
export type Score = z.infer<typeof Score>;
