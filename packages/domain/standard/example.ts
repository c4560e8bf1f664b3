// Executable examples: short stories inside a standard that must run as written before it is published.
import * as z from 'zod';
import { ElementId } from './basis.ts';

const Facts = z
  .record(ElementId, z.union([z.string(), z.number(), z.boolean()]))
  .describe(
    'Ordinary facts only. Personal ones, scans and notes that a turn needs are filled in by the runner.',
  );

export const Turn = z
  .union([
    z.strictObject({
      step: ElementId.describe('Task or supply step that is completed.'),
      outcome: ElementId.describe('Outcome that is chosen.'),
      facts: Facts.optional(),
    }),
    z.strictObject({ interruption: ElementId.describe('Interruption that happens.') }),
    z.strictObject({ timer: ElementId.describe('Timer whose time has passed.') }),
  ])
  .describe('What happens next. Routes run by themselves.');
export type Turn = z.infer<typeof Turn>;

export const Example = z.strictObject({
  id: ElementId.describe('Id of the example.'),
  title: z.string().min(1).describe('The story in one sentence.'),
  channel: ElementId.describe('How the case is filed.'),
  facts: Facts,
  turns: z.array(Turn).describe('What happens, in order.'),
  ending: ElementId.optional().describe('Ending reached; absent when the example stops earlier.'),
  products: z
    .record(ElementId, z.enum(['provisional', 'active', 'suspended', 'revoked']))
    .optional()
    .describe('State of each product afterwards; a product not named must not exist.'),
});
export type Example = z.infer<typeof Example>;
