// The route table of the renderer: what staff print.
import * as z from 'zod/mini';
import { operation } from './operation.ts';

export const printCard = operation({
  method: 'POST',
  path: '/print/cards/:productId/prints',
  summary: 'Print a card: signed as it stands now, counted, and opened by a link for a minute.',
  params: z.object({ productId: z.string() }),
  query: z.object({}),
  body: z.strictObject({
    layout: z
      .enum(['card', 'a4', 'f4'])
      .check(z.describe('card: two pages of card size; a4, f4: a sheet for an ordinary printer.')),
  }),
  response: z.object({
    url: z.string().check(z.describe('Opens the PDF, for a minute.')),
    copy: z.int().check(z.positive(), z.describe('Which print of this card it is.')),
    kind: z
      .enum(['original', 'copy'])
      .check(z.describe('The second and later prints say that they are copies.')),
  }),
});

export const printApi = { printCard } as const;
