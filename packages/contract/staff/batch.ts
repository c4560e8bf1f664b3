// Batches: cases that wait to be gathered, starting a batch of them, and deciding on its lines.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { CaseIdParam, FieldView, NoBody, NoParams, NoQuery } from './common.ts';

const count = z.int();

/** Lines decided on in one command. */
export const decisionsAtMost = 100;

const Column = z.object({ fact: z.string(), label: z.string() });

const Cells = z
  .record(z.string(), z.string())
  .check(
    z.describe(
      'By fact; identifiers and what is kept from this member are masked, a column that the case does not know is absent.',
    ),
  );

const Place = z.object({ code: z.string(), label: z.string() });

const LineDecision = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(['proceed', 'return', 'refuse']),
  note: z.enum(['none', 'optional', 'required']),
  drops: z.optional(z.literal(true)).check(z.describe('The line leaves the batch, at once and for good.')),
});

export const BatchSummary = z.object({
  caseId: z.string(),
  ticket: z.string(),
  service: z.string(),
  area: z.optional(Place),
  about: z.array(z.string()).check(z.describe('What its form says, in words: "Periode: 2026-03".')),
  waitsFor: z.array(z.string()).check(z.describe('Labels of the steps that wait; none once it has ended.')),
  ended: z.optional(z.string()).check(z.describe('Label of its ending.')),
  lines: z.object({ all: count, in: count }),
  since: z.string().check(z.describe('When it was started, in words.')),
});
export type BatchSummary = z.infer<typeof BatchSummary>;

/** What somebody can gather: one for each published batch of the agency of which they hold the gathering role. */
export const Gathering = z.object({
  standard: z.string(),
  service: z.string().check(z.describe('Title of the batch.')),
  of: z.string().check(z.describe('Title of the service whose cases are gathered.')),
  ofStandard: z.string(),
  line: z.string().check(z.describe('What a line is: "calon penerima".')),
  atMost: count,
  columns: z.array(Column),
  areas: z.array(Place).check(z.describe('Areas of this member; none: every area.')),
  fields: z.array(FieldView).check(z.describe('What is asked when a batch is started: its period.')),
});
export type Gathering = z.infer<typeof Gathering>;

export const listBatches = operation({
  method: 'GET',
  path: '/staff/batches',
  summary: 'What I may gather, and the batches of my agency and areas that run.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ gatherings: z.array(Gathering), running: z.array(BatchSummary) }),
});

const StandardParam = z.object({ standard: z.string() });

export const WaitingLine = z.object({
  caseId: z.string(),
  ticket: z.string(),
  area: z.optional(Place),
  since: z.string().check(z.describe('Since when it waits to be gathered, in words.')),
  cells: Cells,
});
export type WaitingLine = z.infer<typeof WaitingLine>;

export const listWaitingLines = operation({
  method: 'GET',
  path: '/staff/batches/gather/:standard',
  summary:
    'Cases that wait to be gathered into a batch, in an area, those that wait longest first; 100 a page.',
  params: StandardParam,
  query: z.object({
    area: z.optional(z.string().check(z.maxLength(20))),
    after: z.optional(z.string().check(z.minLength(1), z.maxLength(240))),
  }),
  body: NoBody,
  response: z.object({
    columns: z.array(Column),
    rows: z.array(WaitingLine),
    next: z.optional(z.string()),
  }),
});

export const startBatch = operation({
  method: 'POST',
  name: 'start-batch',
  repeats: 'with-the-case',
  path: '/staff/batches/gather/:standard',
  summary: 'Start a batch with cases that wait: those chosen, or all of the area.',
  params: StandardParam,
  query: NoQuery,
  body: z.strictObject({
    area: z.optional(z.string().check(z.maxLength(20))),
    cases: z.union([
      z.literal('all'),
      z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(1000)),
    ]),
    facts: z
      .record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(4000)))
      .check(z.describe('Answers to its form as typed.')),
  }),
  response: z.object({
    caseId: z.string(),
    ticket: z.string(),
    lines: count,
    left: count.check(z.describe('Cases that wait on, because a batch takes no more.')),
  }),
});

export const BatchView = z.extend(BatchSummary, {
  seq: count,
  columns: z.array(Column),
  line: z.string(),
  told: z
    .object({ done: count, of: count, held: count })
    .check(
      z.describe(
        'How many of its cases know all that has happened in it; held: on hold, told when they go on. Ask again while done + held < of.',
      ),
    ),
  deciding: z
    .array(
      z.object({
        step: z.string(),
        label: z.string(),
        decisions: z.array(LineDecision),
        every: z.boolean().check(z.describe('No outcome that proceeds before each line is decided.')),
        mayDecide: z.boolean(),
        decided: z.record(z.string(), count).check(z.describe('How many lines that are in, by decision.')),
        undecided: count,
      }),
    )
    .check(z.describe('Steps that wait and decide on lines.')),
  mayRead: z.boolean().check(z.describe('Whether this member may read the lines in clear, which is logged.')),
});
export type BatchView = z.infer<typeof BatchView>;

export const getBatch = operation({
  method: 'GET',
  path: '/staff/batches/:caseId',
  summary: 'A batch: how many lines, what is decided, how many of its cases were told.',
  params: CaseIdParam,
  query: NoQuery,
  body: NoBody,
  response: BatchView,
});

export const BatchLine = z.object({
  position: count.check(z.describe('1, 2, 3 … as in the batch; it never changes.')),
  caseId: z.string(),
  ticket: z.string(),
  cells: Cells,
  decided: z
    .array(
      z.object({
        step: z.string(),
        stepLabel: z.string(),
        decision: z.string(),
        label: z.string(),
        tone: z.enum(['proceed', 'return', 'refuse']),
      }),
    )
    .check(z.describe('The last decision of each step on it.')),
  out: z.optional(z.object({ when: z.string(), why: z.string().check(z.describe('As people read it.')) })),
});
export type BatchLine = z.infer<typeof BatchLine>;

const LinesPage = z.object({
  columns: z.array(Column),
  rows: z.array(BatchLine),
  next: z.optional(count).check(z.describe('Position after which the next page begins.')),
});

export const listLines = operation({
  method: 'GET',
  path: '/staff/batches/:caseId/lines',
  summary: 'Lines of a batch, masked; 100 a page.',
  params: CaseIdParam,
  query: z.object({ after: z.optional(z.coerce.number().check(z.multipleOf(1), z.nonnegative())) }),
  body: NoBody,
  response: LinesPage,
});

export const readLines = operation({
  method: 'POST',
  name: 'read-lines',
  repeats: 'each-time',
  path: '/staff/batches/:caseId/lines/read',
  summary: 'The same in clear, for who works on it; the batch is logged as one act.',
  params: CaseIdParam,
  query: NoQuery,
  body: z.strictObject({ after: z.optional(z.int().check(z.nonnegative())) }),
  response: LinesPage,
});

export const decideLines = operation({
  method: 'POST',
  name: 'decide-lines',
  repeats: 'with-the-case',
  path: '/staff/batches/:caseId/steps/:step/lines',
  summary: 'Decide on lines; a decision made again replaces the one before, until the step is done.',
  params: z.extend(CaseIdParam, { step: z.string() }),
  query: NoQuery,
  body: z.strictObject({
    expectedSeq: z.int().check(z.positive()),
    decisions: z
      .array(
        z.strictObject({
          caseId: z.string().check(z.maxLength(40)),
          decision: z.string().check(z.maxLength(80)),
          note: z.optional(z.string().check(z.maxLength(300))),
        }),
      )
      .check(z.minLength(1), z.maxLength(decisionsAtMost)),
  }),
  response: BatchView,
});

const byFact = z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(200)));

export const SheetLayout = z.object({
  columns: byFact.check(
    z.describe('By fact: heading of its column, in sheets that come and in those that go.'),
  ),
  same: byFact.check(z.describe('Answers that are the same in every row, by fact, as typed.')),
  saved: z.optional(z.object({ by: z.string(), when: z.string() })),
  maySave: z.boolean(),
});
export type SheetLayout = z.infer<typeof SheetLayout>;

export const getSheetLayout = operation({
  method: 'GET',
  path: '/staff/batches/gather/:standard/layout',
  summary: 'How the spreadsheets of a batch are laid out, as the agency set it down.',
  params: StandardParam,
  query: NoQuery,
  body: NoBody,
  response: SheetLayout,
});

export const saveSheetLayout = operation({
  method: 'PUT',
  name: 'save-sheet-layout',
  repeats: 'recorded',
  path: '/staff/batches/gather/:standard/layout',
  summary: 'Set it down, for those who take in what all areas send, and managers.',
  params: StandardParam,
  query: NoQuery,
  body: z.strictObject({ columns: byFact, same: byFact }),
  response: SheetLayout,
});
