// Executable examples: short stories inside a standard that must run as written before it is published.
import * as z from 'zod/mini';
import { ElementId } from './basis.ts';

const Facts = z
  .record(ElementId, z.union([z.string(), z.number(), z.boolean()]))
  .check(
    z.describe(
      'Ordinary facts only. Personal ones, scans and notes that a turn needs are filled in by the runner.',
    ),
  );

export const Turn = z
  .union([
    z.strictObject({
      step: ElementId.check(z.describe('Task or supply step that is completed.')),
      outcome: ElementId.check(z.describe('Outcome that is chosen.')),
      facts: z.optional(Facts),
    }),
    z.strictObject({ interruption: ElementId.check(z.describe('Interruption that happens.')) }),
    z.strictObject({ timer: ElementId.check(z.describe('Timer whose time has passed.')) }),
  ])
  .check(z.describe('What happens next. Routes run by themselves.'));
export type Turn = z.infer<typeof Turn>;

export const Example = z.strictObject({
  id: ElementId.check(z.describe('Id of the example.')),
  title: z.string().check(z.minLength(1), z.describe('The story in one sentence.')),
  channel: ElementId.check(z.describe('How the case is filed.')),
  facts: Facts,
  turns: z.array(Turn).check(z.describe('What happens, in order.')),
  ending: z.optional(ElementId).check(z.describe('Ending reached; absent when the example stops earlier.')),
  products: z
    .optional(z.record(ElementId, z.enum(['provisional', 'active', 'suspended', 'revoked'])))
    .check(z.describe('State of each product afterwards; a product not named must not exist.')),
});
export type Example = z.infer<typeof Example>;
