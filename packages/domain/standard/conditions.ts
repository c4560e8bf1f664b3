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

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .union([
      z.strictObject({ fact: ElementId, is: scalar }),
      z.strictObject({ fact: ElementId, in: z.array(z.union([z.string(), z.number()])).min(1) }),
      z.strictObject({ fact: ElementId, atLeast: z.number() }),
      z.strictObject({ fact: ElementId, atMost: z.number() }),
      z.strictObject({ known: ElementId }),
      z.strictObject({ all: z.array(Condition).min(1) }),
      z.strictObject({ any: z.array(Condition).min(1) }),
      z.strictObject({ not: Condition }),
    ])
    .describe('A statement about facts that are not personal (privacy class "ordinary").'),
);
