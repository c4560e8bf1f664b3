// `layan schema`: the formats as JSON Schema, for editors and for whoever reads the answers of the command.
import { documentSchemas } from '@layan/domain/standard/json-schema';
import * as z from 'zod/mini';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { resultSchemas } from '../results/schemas.ts';
import { suggestion } from '../words/nearest.ts';

const known = [...Object.keys(documentSchemas), ...Object.keys(resultSchemas)];

const schemaOf = (name: string): Readonly<Record<string, unknown>> => {
  const document = Object.entries(documentSchemas).find(([id]) => id === name);
  if (document) return document[1]();
  const result = Object.entries(resultSchemas).find(([id]) => id === name);
  if (!result)
    throw new UsageError('unknown-name', `Bentuk "${name}" tidak dikenal.${suggestion(name, known)}`);
  return { ...z.toJSONSchema(result[1], { reused: 'inline' }), title: `Answer of "layan ${name} --json"` };
};

export const schema: Command = {
  name: 'schema',
  usage: 'schema [NAMA]',
  summary:
    'Mencetak bentuk dokumen sebagai JSON Schema: standard (bawaan), tenant, script, atau jawaban perintah.',
  about: `NAMA: ${known.join(', ')}.
"error" adalah jawaban --json bila hasil akhirnya 2, atau bila standarnya tidak dapat dipakai.`,
  operands: { least: 0, most: 1 },
  options: {},
  examples: ['schema > standar.schema.json', 'schema tenant', 'schema deadline'],
  run: async (given: Arguments): Promise<Answer> => {
    const json = schemaOf(given.operands[0] ?? 'standard');
    return { exit: 0, json, text: JSON.stringify(json, null, 2) };
  },
};
