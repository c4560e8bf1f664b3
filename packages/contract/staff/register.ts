// Cards: looking them up, the registers they stand in, and taking over the register an agency kept before.
import { ProductState } from '@layan/domain/product/product-state';
import { ColumnMapping, RegisterField } from '@layan/domain/register/register-fields';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { ProductActionView } from './case.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

export const CardSummary = z.object({
  id: z.string(),
  label: z.string(),
  number: z.string(),
  state: ProductState,
  holder: z.optional(z.string()).check(z.describe('In initials: "W••• U•••".')),
  issued: z.string().check(z.describe('Day of issue, in words.')),
});
export type CardSummary = z.infer<typeof CardSummary>;

export const CardView = z.extend(CardSummary, {
  since: z.string().check(z.describe('Since when the state is as it is, in words.')),
  validUntil: z.optional(z.string()),
  origin: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('case'),
      caseId: z.optional(z.string()).check(z.describe('Present for those with a part in the case.')),
      ticket: z.optional(z.string()),
    }),
    z.object({
      kind: z.literal('imported'),
      fileName: z.string(),
      when: z.string(),
      by: z.string(),
      revision: z.int(),
      guarded: z
        .boolean()
        .check(z.describe('False: nothing is known by which a second card would be noticed.')),
    }),
  ]),
  history: z.array(
    z.object({ when: z.string(), who: z.string(), what: z.string(), note: z.optional(z.string()) }),
  ),
  actions: z
    .array(ProductActionView)
    .check(z.describe('What may be done to a card without a case; cards of cases change on their case.')),
});
export type CardView = z.infer<typeof CardView>;

const CardParam = z.object({ cardId: z.string() });

export const findCard = operation({
  method: 'POST',
  name: 'find-card',
  repeats: 'each-time',
  path: '/staff/cards/find',
  summary: 'Find cards by number, NIK, family card number or the link of a scanned code; logged.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(3000)) }),
  response: z.object({ cards: z.array(CardSummary) }),
});

export const getCard = operation({
  method: 'GET',
  path: '/staff/cards/:cardId',
  summary: 'A card: how it stands, where it comes from, what happened to it.',
  params: CardParam,
  query: NoQuery,
  body: NoBody,
  response: CardView,
});

export const changeImportedCard = operation({
  method: 'POST',
  name: 'change-imported-card',
  repeats: 'recorded',
  path: '/staff/cards/:cardId/actions/:action',
  summary: 'Do something to a card that was issued before the system, as its standard allows.',
  params: z.extend(CardParam, { action: z.string() }),
  query: NoQuery,
  body: z.strictObject({
    revision: z.int().check(z.positive()),
    note: z.optional(z.string().check(z.maxLength(1000))),
  }),
  response: CardView,
});

export const listRegisters = operation({
  method: 'GET',
  path: '/staff/registers',
  summary: 'The registers my agency keeps, by product and year.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    registers: z.array(z.object({ id: z.string(), label: z.string(), years: z.array(z.int()) })),
  }),
});

export const listRegister = operation({
  method: 'GET',
  path: '/staff/registers/:product/:year',
  summary: 'A page of a register, the newest first; year `lama` is what was taken over.',
  params: z.object({ product: z.string(), year: z.string() }),
  query: z.object({ after: z.optional(z.string().check(z.minLength(1), z.maxLength(240))) }),
  body: NoBody,
  response: z.object({ rows: z.array(CardSummary), next: z.optional(z.string()) }),
});

const count = z.int();

export const ImportView = z.object({
  id: z.string(),
  standard: z.string(),
  fileName: z.string(),
  rows: count,
  done: count.check(z.describe('Rows are taken in order; so many are done.')),
  counts: z.object({ taken: count, unguarded: count, unchanged: count, problems: count }),
  mapping: ColumnMapping,
  by: z.string(),
  started: z.string(),
});
export type ImportView = z.infer<typeof ImportView>;

const obstacle = {
  kind: z.enum(['invalid', 'duplicate', 'number-taken']),
  problems: z.array(z.string()).check(z.describe('Sentences: what is wrong.')),
  held: z
    .optional(z.object({ id: z.string(), label: z.string(), number: z.string(), state: ProductState }))
    .check(z.describe('The card that stands in the way.')),
};

const Cells = z.partialRecord(RegisterField, z.string().check(z.maxLength(500)));

export const ImportRowView = z.object({
  ...obstacle,
  position: count,
  line: count.check(z.describe('As the spreadsheet counts.')),
  revision: count,
  cells: Cells.check(z.describe('Identifiers are masked.')),
  ways: z.array(z.enum(['skip', 'no-longer-in-force', 'try-again'])),
  settled: z.optional(
    z.object({ how: z.enum(['skipped', 'no-longer-in-force', 'taken']), when: z.string(), by: z.string() }),
  ),
});
export type ImportRowView = z.infer<typeof ImportRowView>;

const ImportParam = z.object({ importId: z.string().check(z.maxLength(60)) });

export const listImports = operation({
  method: 'GET',
  path: '/staff/imports',
  summary: 'What can be taken over, and what has been, the newest first.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    today: z.string(),
    services: z.array(
      z.object({
        standard: z.string(),
        service: z.string(),
        products: z.array(z.object({ id: z.string(), label: z.string() })),
      }),
    ),
    imports: z.array(ImportView),
  }),
});

export const startImport = operation({
  method: 'POST',
  name: 'start-import',
  repeats: 'recorded',
  path: '/staff/imports',
  summary: 'Begin to take a register over; the same file, read the same way, goes on where it was stopped.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    standard: z.string().check(z.maxLength(60)),
    fileName: z.string().check(z.minLength(1), z.maxLength(200)),
    fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/), z.describe('SHA-256 of the file.')),
    rows: z.int().check(z.positive(), z.maximum(20_000)),
    mapping: ColumnMapping,
  }),
  response: ImportView,
});

export const importRows = operation({
  method: 'POST',
  name: 'import-rows',
  repeats: 'by-identity',
  path: '/staff/imports/:importId/rows',
  summary: 'Take the next rows over. Sent twice, they change nothing.',
  params: ImportParam,
  query: NoQuery,
  body: z.strictObject({
    from: z.int().check(z.positive(), z.describe('Position of the first of these rows.')),
    rows: z
      .array(z.strictObject({ line: z.int().check(z.positive()), cells: Cells }))
      .check(z.minLength(1), z.maxLength(25)),
  }),
  response: z.object({
    record: ImportView,
    rows: z.array(
      z.object({
        position: count,
        line: count,
        outcome: z.enum(['taken', 'completed', 'unchanged', 'invalid', 'duplicate', 'number-taken']),
        unguarded: z.boolean(),
        obstacle: z.optional(z.object(obstacle)),
      }),
    ),
  }),
});

export const listImportProblems = operation({
  method: 'GET',
  path: '/staff/imports/:importId/problems',
  summary: 'Rows that a person has to look at, in the order of the file.',
  params: ImportParam,
  query: z.object({ after: z.optional(z.string().check(z.regex(/^\d{1,6}$/))) }),
  body: NoBody,
  response: z.object({ record: ImportView, rows: z.array(ImportRowView), next: z.optional(count) }),
});

export const settleImportRow = operation({
  method: 'POST',
  name: 'settle-import-row',
  repeats: 'resumed',
  path: '/staff/imports/:importId/problems/:position/settle',
  summary: 'Leave a row out, take it over as no longer in force, or try it again.',
  params: z.extend(ImportParam, { position: z.string() }),
  query: NoQuery,
  body: z.strictObject({ way: z.enum(['skip', 'no-longer-in-force', 'try-again']) }),
  response: ImportRowView,
});
