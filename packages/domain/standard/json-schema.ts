// The format of standards as JSON Schema, for editors and other languages. Published beside the standards.
import * as z from 'zod/mini';
import { Standard } from './standard.ts';

export const standardJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(Standard, { reused: 'inline' }),
  $id: 'layan.standard-1.schema.json',
  title: 'Layan service standard, format 1',
});
