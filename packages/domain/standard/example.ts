// Executable examples: short stories inside a standard that must run as written before it is published. A script of the
// command line is such a story without what is expected of it.
import * as z from 'zod/mini';
import { ElementId } from './basis.ts';

const Facts = z
  .record(ElementId, z.union([z.string(), z.number(), z.boolean()]))
  .check(
    z.describe(
      'Ordinary facts only. Personal ones, scans and notes that a turn needs are filled in by the runner.',
    ),
  );

const Moment = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/),
    z.describe('Local date and time of the agency, "2026-03-02T09:15".'),
  );

const at = z
  .optional(Moment)
  .check(z.describe('When it happens; at the moment of the turn before when absent.'));

export const Turn = z
  .union([
    z.strictObject({
      step: ElementId.check(z.describe('Task or supply step that is completed.')),
      outcome: ElementId.check(z.describe('Outcome that is chosen.')),
      facts: z.optional(Facts),
      as: z
        .optional(ElementId)
        .check(z.describe('Role of a delegate who does it; the role of the step when absent.')),
      happenedAt: z
        .optional(Moment)
        .check(
          z.describe(
            'Of a step with `enteredBy`: when it was done outside; `at` is when it is entered. The moment of entry when absent.',
          ),
        ),
      at,
    }),
    z.strictObject({ interruption: ElementId.check(z.describe('Interruption that happens.')), at }),
    z.strictObject({
      timer: ElementId.check(z.describe('Timer whose time has passed; the runner waits for it.')),
    }),
    z.strictObject({ suspend: ElementId.check(z.describe('Suspension that begins.')), at }),
    z.strictObject({ resume: z.literal(true).check(z.describe('The suspended case goes on.')), at }),
    z.strictObject({ extend: ElementId.check(z.describe('Deadline that is extended.')), at }),
    z.strictObject({
      subcase: ElementId.check(z.describe('Step whose sub-case ends …')),
      ending: ElementId.check(z.describe('… with this ending of its own standard.')),
      facts: z.optional(Facts).check(z.describe('Facts of ours that it feeds back.')),
      at,
    }),
    z.strictObject({
      decide: ElementId.check(z.describe('Of a batch: step that decides on lines …')),
      decision: ElementId.check(z.describe('… in this way; until the step is done it may be decided again.')),
      lines: z
        .optional(z.union([z.literal('all'), z.array(z.int().check(z.positive())).check(z.minLength(1))]))
        .check(z.describe('Which lines, counted from 1; all that are still in when absent.')),
      at,
    }),
    z.strictObject({
      line: ElementId.check(z.describe('Step of kind "line" at which the batch …')),
      outcome: ElementId.check(z.describe('… brings about this outcome.')),
      at,
    }),
  ])
  .check(z.describe('What happens next. Routes run by themselves.'));
export type Turn = z.infer<typeof Turn>;

/** How a case is filed and what then happens. */
export const Script = z.strictObject({
  channel: ElementId.check(z.describe('How the case is filed.')),
  at: z
    .optional(Moment)
    .check(z.describe('When it is filed; Monday, 2 March 2026 at 9 o’clock when absent.')),
  received: z
    .optional(Moment)
    .check(
      z.describe(
        'Of a channel with `receipt`: the moment noted on the letter, or at which the box was opened. As `at`, when it is entered, where absent.',
      ),
    ),
  facts: Facts,
  lines: z
    .optional(z.int().check(z.positive(), z.lte(1_000)))
    .check(z.describe('Of a batch: how many cases it gathers; 3 when absent.')),
  anonymous: z.optional(z.literal(true)).check(z.describe('The applicant asks to stay anonymous.')),
  confidential: z.optional(z.literal(true)).check(z.describe('The applicant asks for confidentiality.')),
  turns: z.array(Turn).check(z.describe('What happens, in order.')),
});
export type Script = z.infer<typeof Script>;

export const Example = z.extend(Script, {
  id: ElementId.check(z.describe('Id of the example.')),
  title: z.string().check(z.minLength(1), z.describe('The story in one sentence.')),
  ending: z.optional(ElementId).check(z.describe('Ending reached; absent when the example stops earlier.')),
  products: z
    .optional(
      z.record(ElementId, z.enum(['frozen', 'provisional', 'active', 'suspended', 'revoked', 'cancelled'])),
    )
    .check(z.describe('State of each product afterwards; a product not named must not exist.')),
  promises: z
    .optional(
      z.record(ElementId, z.enum(['conditional', 'running', 'paused', 'kept', 'broken', 'dropped', 'none'])),
    )
    .check(z.describe('State of these deadlines afterwards; "none" for one that never started.')),
  messages: z
    .optional(z.array(z.string()))
    .check(z.describe('Sentences that went out to the citizen, in order; not looked at when absent.')),
});
export type Example = z.infer<typeof Example>;
