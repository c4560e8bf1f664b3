// JSON that a stranger gave, read by a schema of ours.
import { parseJsonText } from '@layan/domain/kernel/json-text';
import { outOfBounds } from '@layan/domain/standard/document-bounds';
import { problemsIn } from '@layan/domain/standard/parse-standard';
import type * as z from 'zod/mini';
import { UsageError } from '../errors.ts';
import type { Surroundings } from '../surroundings.ts';
import { readText } from './read-text.ts';

/** A document of ours that is not a standard: a tenant, a script. What does not fit is bad usage. */
export const readDocument = async <T>(
  surroundings: Surroundings,
  path: string,
  schema: z.ZodMiniType<T>,
  what: string,
): Promise<T> => {
  const text = await readText(surroundings, path);
  const json = parseJsonText(text);
  if (!json.ok) throw new UsageError('file-not-json', `Berkas "${path}" tidak dapat dibaca.`, json.error);
  const excess = outOfBounds(json.value);
  const parsed = excess ? undefined : schema.safeParse(json.value);
  if (parsed?.success) return parsed.data;
  const problems = excess ? [excess] : parsed ? problemsIn(json.value, parsed.error) : [];
  throw new UsageError('file-unfit', `Berkas "${path}" bukan ${what} yang benar.`, problems);
};
