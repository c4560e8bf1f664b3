// Letters of a case and how they are signed, the registers of letters, and how an agency writes official documents.
import { ProductState } from '@layan/domain/product/product-state';
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { CaseIdParam, NoBody, NoParams, NoQuery, PreparedUpload } from './common.ts';
import { SignatoryView, SigningMethod } from './letter-view.ts';

const letterParams = z.extend(CaseIdParam, { letterId: z.string() });

export const openLetter = operation({
  method: 'POST',
  name: 'open-letter',
  repeats: 'each-time',
  path: '/staff/cases/:caseId/letters/:letterId/open',
  summary: 'A link to the PDF of a frozen or signed letter, good for a minute; logged.',
  params: letterParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ url: z.string() }),
});

export const prepareLetterUpload = operation({
  method: 'POST',
  name: 'prepare-letter-upload',
  repeats: 'recorded',
  path: '/staff/cases/:caseId/letters/:letterId/uploads',
  summary:
    'A form by which the browser sends the signed copy of a letter straight to storage; it answers 201.',
  params: letterParams,
  query: NoQuery,
  body: NoBody,
  response: PreparedUpload,
});

export const listSignatories = operation({
  method: 'GET',
  path: '/staff/cases/:caseId/letters/:letterId/signatories',
  summary: 'Who may sign a frozen letter, and who of them is away.',
  params: letterParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    signatories: z.array(
      z.extend(SignatoryView, {
        role: z.string(),
        away: z.optional(z.string()).check(z.describe('Until when, in words.')),
        chosen: z.boolean().check(z.describe('It is made out to them now.')),
      }),
    ),
  }),
});

export const chooseSignatory = operation({
  method: 'POST',
  name: 'choose-signatory',
  repeats: 'with-the-case',
  path: '/staff/cases/:caseId/letters/:letterId/signatory',
  summary: 'Make a frozen letter out to somebody else; its number stays. Send an `Idempotency-Key`.',
  params: letterParams,
  query: NoQuery,
  body: z.strictObject({
    expectedSeq: z.int().check(z.positive(), z.describe('`seq` of the case as it was seen.')),
    to: z.string().check(z.maxLength(80), z.describe('Member who signs.')),
  }),
  response: z.object({ seq: z.int() }),
});

export const LetterRow = z.object({
  id: z.string(),
  sequence: z.int(),
  number: z.string(),
  date: z.string().check(z.describe('`YYYY-MM-DD`')),
  dateWords: z.string(),
  label: z.string(),
  holder: z.optional(z.string()).check(z.describe('In initials.')),
  state: ProductState,
  reason: z.optional(z.string()).check(z.describe('Of a cancelled number: why.')),
  ticket: z.optional(z.string()).check(z.describe('With `caseId`, for those with a part in the case.')),
  caseId: z.optional(z.string()),
});
export type LetterRow = z.infer<typeof LetterRow>;

export const listLetterRegisters = operation({
  method: 'GET',
  path: '/staff/letter-registers',
  summary: 'The registers of outgoing letters my agency keeps, by year.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    registers: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        labels: z.array(z.string()).check(z.describe('Letters that are numbered in it.')),
        years: z.array(z.int()),
      }),
    ),
  }),
});

const registerParams = z.object({ register: z.string(), year: z.string() });

export const listLetterRegister = operation({
  method: 'GET',
  path: '/staff/letter-registers/:register/:year',
  summary: 'A page of a register of letters, the newest first; with `text`, what fits it.',
  params: registerParams,
  query: z.object({
    after: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    text: z
      .optional(z.string().check(z.maxLength(120)))
      .check(z.describe('Part of the number or of the name of the letter, or a date `YYYY-MM-DD`.')),
  }),
  body: NoBody,
  response: z.object({
    rows: z.array(LetterRow),
    next: z.optional(z.string()),
  }),
});

export const getLetterMonth = operation({
  method: 'GET',
  path: '/staff/letter-registers/:register/:year/months/:month',
  summary: 'All rows of a month in the order of their numbers, to be printed.',
  params: z.extend(registerParams, { month: z.string() }),
  query: NoQuery,
  body: NoBody,
  response: z.object({ label: z.string(), month: z.string(), rows: z.array(LetterRow) }),
});

/** How my agency writes official documents. */
export const LetterSettings = z.object({
  unitCode: z.optional(z.string()),
  place: z.optional(z.string()),
  letterhead: z.array(z.string()),
  signing: SigningMethod,
  bsre: z.boolean(),
});
export type LetterSettings = z.infer<typeof LetterSettings>;

export const LetterSettingsView = z.extend(LetterSettings, {
  revision: z.int(),
  head: z
    .object({
      government: z.string(),
      agency: z.string(),
      address: z.string(),
      contact: z.optional(z.string()).check(z.describe('"Telepon (0285) … · Surel …"')),
      place: z.string().check(z.describe('Where letters are dated when `place` is not set.')),
    })
    .check(z.describe('What stands above the lines of the letterhead: it belongs to the tenant.')),
});
export type LetterSettingsView = z.infer<typeof LetterSettingsView>;

export const getLetterSettings = operation({
  method: 'GET',
  path: '/staff/letter-settings',
  summary: 'Unit code, letterhead and way of signing of my agency.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: LetterSettingsView,
});

export const changeLetterSettings = operation({
  method: 'PUT',
  name: 'change-letter-settings',
  repeats: 'recorded',
  path: '/staff/letter-settings',
  summary: 'Change how my agency writes official documents; letters that are frozen stay as they are.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    revision: z.int(),
    unitCode: z.optional(z.string().check(z.maxLength(40))),
    place: z.optional(z.string().check(z.maxLength(60))),
    letterhead: z.array(z.string().check(z.maxLength(160))).check(z.maxLength(3)),
    signing: SigningMethod,
    bsre: z.boolean(),
  }),
  response: LetterSettingsView,
});
