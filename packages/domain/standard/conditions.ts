// A small closed algebra over typed facts. No scripts: overlap and gaps between conditions can be decided.
import * as z from 'zod';
import { ElementId } from './basis.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

export type Condition =
  | { readonly fact: string; readonly is: string | number | boolean }
  | { readonly fact: string; readonly in: readonly (string | number)[] }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly atMost: number }
  | { readonly known: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const fact = ElementId.describe('An ordinary fact. Unknown facts leave the statement undecided.');

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ fact, is: scalar.describe('The value it has.') }),
      z.strictObject({
        fact,
        in: z
          .array(z.union([z.string(), z.number()]))
          .min(1)
          .describe('One of these values.'),
      }),
      z.strictObject({ fact, atLeast: z.number().describe('For numbers: this or more.') }),
      z.strictObject({ fact, atMost: z.number().describe('For numbers: this or less.') }),
      z.strictObject({ known: ElementId.describe('Holds when the fact has been told; any fact.') }),
      z.strictObject({ all: z.array(Condition).min(1).describe('All of these hold.') }),
      z.strictObject({ any: z.array(Condition).min(1).describe('At least one of these holds.') }),
      z.strictObject({ not: Condition.describe('This does not hold.') }),
    ]),
  )
  .meta({
    id: 'Condition',
    description: 'A statement about facts that are not personal (privacy class "ordinary").',
  });
