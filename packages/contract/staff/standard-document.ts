// A version of a standard as a document: to read, to print, to hand on.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody } from './common.ts';
import { versionParams } from './standards.ts';

export const DocumentKind = z
  .enum(['official', 'sippn', 'flowchart', 'json'])
  .check(
    z.describe(
      'official: the whole document; sippn: the sheet of six components; flowchart: the picture alone; json: the standard itself, canonical.',
    ),
  );
export type DocumentKind = z.infer<typeof DocumentKind>;

export const getStandardDocument = operation({
  method: 'GET',
  path: '/staff/standards/:standardId/versions/:version/document',
  summary: 'A version of a standard as a document.',
  params: versionParams,
  query: z.strictObject({ as: DocumentKind }),
  body: NoBody,
  response: z.object({
    fileName: z.string().check(z.describe('"ultpk-v1.html"')),
    type: z.enum(['text/html', 'image/svg+xml', 'application/json']),
    content: z.string().check(z.describe('The file, complete in itself; nothing in it runs.')),
    words: z.optional(z.array(z.string())).check(z.describe('Of a picture: the same in sentences.')),
  }),
});
