// Villages of the tenant, for forms that ask for one.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

export const listPlaces = operation({
  method: 'GET',
  path: '/staff/places',
  summary: 'Every village of the tenant, by the name that tells it from others.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ places: z.array(z.object({ code: z.string(), name: z.string() })) }),
});
