// The books of the channels that staff enter, month by month, and the log of a suggestion box.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

const ChannelKind = z.enum([
  'portal',
  'counter',
  'letter',
  'box',
  'phone',
  'email',
  'chat',
  'socialMedia',
  'national',
  'other',
]);
export type ChannelKind = z.infer<typeof ChannelKind>;

const BookParams = z.object({ standardId: z.string(), channel: z.string() });

export const BookPage = z.object({
  service: z.string(),
  channel: z.string(),
  kind: ChannelKind,
  agency: z.string(),
  month: z.string().check(z.describe('`YYYY-MM`')),
  rows: z.array(
    z.object({
      number: z.int().check(z.describe('Place in the book of the month, by order of entry.')),
      ticket: z.string(),
      caseId: z.optional(z.string()).check(z.describe('Absent for what I may not open.')),
      receivedAt: z.string(),
      received: z.string(),
      from: z.string(),
      about: z.string(),
      state: z.string(),
      ended: z.optional(z.string()),
      workers: z.array(z.string()),
    }),
  ),
  next: z.optional(z.string()),
});
export type BookPage = z.infer<typeof BookPage>;

export const OpeningsView = z.object({
  service: z.string(),
  channel: z.string(),
  zone: z.string(),
  openings: z.array(
    z.object({
      id: z.string(),
      openedAt: z.string(),
      opened: z.string().check(z.describe('In words.')),
      by: z.string(),
      witness: z.string(),
      letters: z.int(),
      entered: z.int().check(z.describe('Letters that were entered since.')),
    }),
  ),
});
export type OpeningsView = z.infer<typeof OpeningsView>;

export const listBooks = operation({
  method: 'GET',
  path: '/staff/books',
  summary: 'The books I may look into: one per channel that staff enter.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    books: z.array(
      z.object({
        standard: z.string(),
        service: z.string(),
        channel: z.string(),
        label: z.string(),
        kind: ChannelKind,
      }),
    ),
  }),
});

export const listBook = operation({
  method: 'GET',
  path: '/staff/books/:standardId/:channel',
  summary: 'One month of the book of a channel.',
  params: BookParams,
  query: z.object({ month: z.optional(z.string()), after: z.optional(z.string()) }),
  body: NoBody,
  response: BookPage,
});

export const listOpenings = operation({
  method: 'GET',
  path: '/staff/books/:standardId/:channel/openings',
  summary: 'The last openings of a suggestion box, with how many letters are still to be entered.',
  params: BookParams,
  query: NoQuery,
  body: NoBody,
  response: OpeningsView,
});

export const recordOpening = operation({
  method: 'POST',
  name: 'record-opening',
  repeats: 'recorded',
  path: '/staff/books/:standardId/:channel/openings',
  summary: 'Record that the box was opened: when, how many letters, before whom.',
  params: BookParams,
  query: NoQuery,
  body: z.strictObject({
    opened: z.strictObject({
      date: z.string().check(z.maxLength(10)),
      time: z.string().check(z.maxLength(5)),
      confirmed: z.optional(z.boolean()),
    }),
    letters: z.int().check(z.nonnegative(), z.maximum(200)),
    witness: z.string().check(z.trim(), z.minLength(3), z.maxLength(80)),
  }),
  response: OpeningsView,
});
