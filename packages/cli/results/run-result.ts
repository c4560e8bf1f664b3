// What `layan run --json` answers: the case as the story left it.
import * as z from 'zod/mini';
import { At, Instant, Local, Named } from './told.ts';

const ToldPromise = z.strictObject({
  id: z.string(),
  kind: z.enum(['promise', 'target', 'norm']),
  label: z.string(),
  state: z
    .enum(['conditional', 'running', 'paused', 'kept', 'broken', 'dropped'])
    .check(z.describe('How the clock stands at the end of the story.')),
  words: z.string(),
  from: z.extend(At, {}).check(z.describe('When the clock started.')),
  due: z.extend(At, {}),
  caution: z
    .optional(z.string())
    .check(z.describe('Present where the due date is an estimate: holidays are not decreed yet.')),
  ledger: z
    .array(z.strictObject({ at: Instant, local: Local, turn: z.string(), words: z.string() }))
    .check(z.describe('Every turn of the clock, oldest first.')),
});

export const RunResult = z.strictObject({
  command: z.literal('run'),
  file: z.string(),
  standard: Named,
  story: z.string().check(z.describe('Script file, or id of the example.')),
  zone: z.string(),
  completed: z.boolean().check(z.describe('Every turn was taken, and what was expected came about.')),
  refused: z
    .optional(
      z.strictObject({
        turn: z.int().check(z.describe('1 is the first of `turns`; 0 is the filing.')),
        what: z.string(),
        code: z.string(),
        message: z.string(),
      }),
    )
    .check(z.describe('The turn that was not taken; what stands below is the case before it.')),
  unexpected: z
    .array(z.strictObject({ what: z.string(), expected: z.unknown(), found: z.unknown() }))
    .check(z.describe('Where the story came out otherwise than the script expects.')),
  received: z.optional(At),
  anonymous: z.optional(z.literal(true)).check(z.describe('The applicant stays anonymous.')),
  confidential: z.optional(z.literal(true)).check(z.describe('The content is confidential.')),
  events: z.array(
    z.strictObject({
      seq: z.int(),
      at: Instant,
      local: Local,
      by: z.enum(['applicant', 'staff', 'system']),
      role: z.optional(z.string()),
      type: z.string(),
      words: z.string(),
      body: z.record(z.string(), z.unknown()).check(z.describe('The event as it is kept.')),
    }),
  ),
  ending: z.nullable(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      citizen: z.string(),
      at: Instant,
      local: Local,
    }),
  ),
  waiting: z
    .array(z.strictObject({ step: z.string(), label: z.string(), role: z.string() }))
    .check(z.describe('Work that is open at the end of the story.')),
  facts: z.record(z.string(), z.unknown()).check(z.describe('What is known; personal facts are stand-ins.')),
  products: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      state: z.string(),
      number: z.optional(z.string()),
      issued: At,
      validUntil: z.optional(At),
      cancelled: z
        .optional(z.array(z.string()))
        .check(z.describe('Numbers of earlier letters that nobody signed; they stay in the register.')),
    }),
  ),
  lines: z
    .optional(
      z.array(
        z.strictObject({
          line: z.int().check(z.describe('1 is the first.')),
          ticket: z.string(),
          decisions: z.array(z.strictObject({ step: z.string(), decision: z.string(), words: z.string() })),
          in: z.boolean().check(z.describe('False for a line that has left the batch.')),
        }),
      ),
    )
    .check(z.describe('Of a batch: the cases that it gathers.')),
  promises: z.array(ToldPromise),
  messages: z.array(z.strictObject({ at: Instant, local: Local, text: z.string() })),
  timeline: z
    .array(z.strictObject({ at: Instant, local: Local, text: z.string() }))
    .check(z.describe('What the citizen reads, messages included.')),
  time: z.array(
    z.strictObject({
      party: z
        .enum(['applicant', 'staff', 'external', 'service'])
        .check(z.describe('service: a sub-case; then the role is the id of its standard.')),
      role: z.string(),
      label: z.string(),
      workingMinutes: z.number().check(z.describe('Working minutes that the case waited for them.')),
    }),
  ),
});
export type RunResult = z.infer<typeof RunResult>;
