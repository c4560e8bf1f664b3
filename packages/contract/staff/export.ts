// What a government that leaves takes home: its files, and a link to each. For its own manager.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

const FileName = z.string().check(z.maxLength(60), z.regex(/^[\w.-]+$/));

export const ExportView = z.object({
  ready: z
    .optional(z.string())
    .check(z.describe('Since when it can be fetched; absent when there is nothing.')),
  sealed: z.int().check(z.describe('Values whose key was destroyed before: nobody can open them.')),
  count: z.int().check(z.describe('Files in all.')),
  left: z.int().check(z.describe('Files that nobody has fetched yet.')),
  next: z.optional(z.string()).check(z.describe('There are more: ask for what comes after this name.')),
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      rows: z.int(),
      fetched: z.optional(z.object({ by: z.string(), at: z.string() })).check(z.describe('The last time.')),
    }),
  ),
});
export type ExportView = z.infer<typeof ExportView>;

export const listExport = operation({
  method: 'GET',
  path: '/staff/export',
  summary: 'The files of a government that leaves, by name, some hundred at a time, and who fetched which.',
  params: NoParams,
  query: z.object({ after: z.optional(FileName) }),
  body: NoBody,
  response: ExportView,
});

export const fetchExport = operation({
  method: 'POST',
  name: 'fetch-export',
  repeats: 'each-time',
  path: '/staff/export/files/:name/fetch',
  summary: 'A link to one file, good for five minutes; noted.',
  params: z.object({ name: FileName }),
  query: NoQuery,
  body: NoBody,
  response: z.object({ url: z.string() }),
});
