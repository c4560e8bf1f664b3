// Every text that a record of a case may hold in clear, by name. What is not in the list below is sealed, or it is red
// here: who adds a text that people type, or that says who somebody is, seals it.
import { ChainEntry } from '@layan/domain/audit/chain';
import { CaseEvent } from '@layan/domain/case/event';
import { expect, it } from 'vitest';
import type * as z from 'zod/mini';
import {
  CaseRecordSchema,
  DocumentSchema,
  FilingSchema,
  IdempotencySchema,
  InboxRowSchema,
  StatusSchema,
} from './case-schemas.ts';
import { RegisteredProductSchema, RegisterRowSchema } from './product-schemas.ts';

const records = {
  CaseRecordSchema,
  DocumentSchema,
  FilingSchema,
  IdempotencySchema,
  InboxRowSchema,
  StatusSchema,
  RegisterRowSchema,
  RegisteredProductSchema,
  CaseEvent,
  ChainEntry,
};

type Path = readonly string[];

const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value;

/** Paths of plain texts: not of those that are instants, or names that a schema fixes. */
function textsIn(schema: unknown, path: Path = []): readonly Path[] {
  if (!isSchema(schema)) return [];
  const { def } = schema._zod;
  const inside: readonly (readonly [unknown, Path])[] = Object.entries(def).flatMap(([name, value]) => {
    if (name === 'shape' && typeof value === 'object')
      return Object.entries(value ?? {}).map(([key, field]): [unknown, Path] => [field, [...path, key]]);
    if (name === 'options' && Array.isArray(value)) return value.map((one): [unknown, Path] => [one, path]);
    if (['element', 'valueType', 'innerType', 'in'].includes(name)) return [[value, path]];
    return [];
  });
  if (def.type === 'string') return 'format' in def && def.format === 'datetime' ? [] : [path];
  return inside.flatMap(([field, where]) => textsIn(field, where));
}

/** Ids, codes of the standard, hashes, tickets, numbers of letters, places that divide the work, times and days. */
const names = new Set(
  `id caseId lastHash hash sha256 seal qr document prepared of codes previous chain fingerprint key secretIndex sessionIndex
  standard agency channel ticket ending product replaces number register step task role timer promise suspension
  interruption outcome action decision requirement requirements papers shown pagesSeen dropped facts marking workers
  choices as area as date time agreed until within limitedBy pausedFor place from to dueAt fact seenBy importId about
  next labels asks by unread taken decided`.split(/\s+/),
);

/** Words that come from the standard or from us. */
const ours = new Set(
  `text what label service stepLabel initials sentence kind verbatim why missing returned act detail reason as result
  lateEntryReason`.split(/\s+/),
);

/** Who works for the agency, in what they did in their office; who signed, as it stands in the signed file. */
const staff = new Set(['name', 'subject', 'issuer']);

/** Facts: in clear where their standard calls them ordinary, sealed otherwise (application/sealing). */
const values = new Set(['value']);

it.each(Object.entries(records))('%s holds no text in clear that nobody thought about', (_, schema) => {
  const unknown = textsIn(schema)
    .filter((path) => path.at(-1) !== 'sealed')
    .filter((path) => {
      const last = path.at(-1) ?? '';
      return !names.has(last) && !ours.has(last) && !staff.has(last) && !values.has(last);
    });
  expect(unknown.map((path) => path.join('.'))).toEqual([]);
});

it('finds the texts of a record at all', () => {
  expect(textsIn(FilingSchema)).toContainEqual(['ticket']);
  expect(textsIn(FilingSchema)).toContainEqual(['secret', 'sealed']);
  expect(textsIn(FilingSchema)).not.toContainEqual(['receivedOnPaper', 'text']);
});
