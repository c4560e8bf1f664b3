// The formats of standards, tenants and scripts as JSON Schema, for editors and other languages. Published beside the
// standards.
import * as z from 'zod/mini';
import { ScriptFile } from './script-file.ts';
import { Standard } from './standard.ts';
import { TenantFile } from './tenant-file.ts';

export const standardJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(Standard, { reused: 'inline' }),
  $id: 'layan.standard-1.schema.json',
  title: 'Layan service standard, format 1',
});

/** Every kind of document that people write. */
export const documentSchemas = {
  standard: standardJsonSchema,
  tenant: () => ({
    ...z.toJSONSchema(TenantFile, { reused: 'inline' }),
    $id: 'layan.tenant-1.schema.json',
    title: 'Tenant of the layan command, format 1',
  }),
  script: () => ({
    ...z.toJSONSchema(ScriptFile, { reused: 'inline' }),
    $id: 'layan.script-1.schema.json',
    title: 'Script of the layan command, format 1',
  }),
} as const satisfies Record<string, () => Readonly<Record<string, unknown>>>;
