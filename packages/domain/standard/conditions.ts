// A small closed algebra over typed facts. No scripts: overlap and gaps between conditions can be decided.
import * as z from 'zod/mini';
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

const fact = ElementId.check(z.describe('An ordinary fact. Unknown facts leave the statement undecided.'));

export const Condition: z.ZodMiniType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ fact, is: scalar.check(z.describe('The value it has.')) }),
      z.strictObject({
        fact,
        in: z
          .array(z.union([z.string(), z.number()]))
          .check(z.minLength(1), z.describe('One of these values.')),
      }),
      z.strictObject({ fact, atLeast: z.number().check(z.describe('For numbers: this or more.')) }),
      z.strictObject({ fact, atMost: z.number().check(z.describe('For numbers: this or less.')) }),
      z.strictObject({ known: ElementId.check(z.describe('Holds when the fact has been told; any fact.')) }),
      z.strictObject({ all: z.array(Condition).check(z.minLength(1), z.describe('All of these hold.')) }),
      z.strictObject({
        any: z.array(Condition).check(z.minLength(1), z.describe('At least one of these holds.')),
      }),
      z.strictObject({ not: z.lazy(() => Condition).check(z.describe('This does not hold.')) }),
    ]),
  )
  // A check would give its id to every copy as well.
  .register(z.globalRegistry, {
    id: 'Condition',
    description: 'A statement about facts that are not personal (privacy class "ordinary").',
  });
