// Every text that a stored record may hold in clear, by name, and what people type by where it is. What is not in the list below is sealed, or it is red
// here: who adds a text that people type, or that says who somebody is, seals it.
import { ChainEntry } from '@layan/domain/audit/chain';
import { CaseEvent } from '@layan/domain/case/event';
import { expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { WaitingCaseSchema } from './batch-store.ts';
import { BookRowSchema } from './book-store.ts';
import {
  CaseRecordSchema,
  DocumentSchema,
  FilingSchema,
  IdempotencySchema,
  InboxRowSchema,
  StatusSchema,
} from './case-schemas.ts';
import { ReadingSchema } from './emergency-readings.ts';
import { ImportRowSchema, ImportSchema } from './import-store.ts';
import { OpeningSchema } from './opening-log.ts';
import { PracticeSpaceSchema } from './practice-register.ts';
import { BreachRecordSchema } from './privacy-breaches.ts';
import { RequestRecordSchema } from './privacy-requests.ts';
import { RegisteredProductSchema, RegisterRowSchema } from './product-schemas.ts';
import { HoldSchema, PlannedSchema } from './retention-store.ts';
import { MembershipSchema } from './staff-store.ts';
import { UnmaskingSchema } from './unmasking-log.ts';

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
  BookRowSchema,
  BreachRecordSchema,
  HoldSchema,
  ImportRowSchema,
  ImportSchema,
  MembershipSchema,
  OpeningSchema,
  PlannedSchema,
  PracticeSpaceSchema,
  ReadingSchema,
  RequestRecordSchema,
  UnmaskingSchema,
  WaitingCaseSchema,
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
  next labels asks by unread taken decided state heldBy columns cases roles areas request affects`.split(
    /\s+/,
  ),
);

/** Words that come from the standard or from us. */
const ours = new Set('label service stepLabel initials kind verbatim missing returned act part'.split(/\s+/));

/** Names under which people type as well as we do: judged by where they are, each for its own reason. */
const mayBeTyped = new Set(
  `text what sentence why detail reason result note lateEntryReason witness position nameWithTitles rank`.split(
    /\s+/,
  ),
);
const judged: Readonly<Record<string, string>> = {
  'CaseEvent body.lateEntryReason':
    'words of ours for a power cut; what a clerk types is the sealed one of the two',
  'CaseEvent body.reason': 'a code, or the public reason why an agency moves a promise of all its cases',
  'CaseRecordSchema snapshot.lastChange.what': 'a label of the standard',
  'CaseRecordSchema snapshot.lines.out.why': 'a label of the standard',
  'CaseRecordSchema snapshot.products.cancelled.reason':
    'a choice of the standard; the note beside it is sealed',
  'CaseRecordSchema snapshot.promises.ledger.reason':
    'the public reason of a change of the calendar or of a standard',
  'CaseRecordSchema snapshot.timeline.text': 'a sentence of the standard',
  'StatusSchema status.ended.sentence': 'a sentence of the standard',
  'StatusSchema status.promises.ledger.reason': 'as in the snapshot',
  'StatusSchema status.timeline.text': 'as in the snapshot',
  'RegisteredProductSchema letter.cancelled.reason': 'a choice of the standard; the note beside it is sealed',
  'ChainEntry act.detail': 'codes, numbers and hashes; a reason of the chain is sealed',
  'IdempotencySchema result': 'what the API answered: ids, tickets and numbers of a case',
  'UnmaskingSchema reason': 'words of ours for a search; what is typed is the sealed one of the two',
  'MembershipSchema official.position': 'an office, as it is printed on letters',
  'MembershipSchema official.nameWithTitles': 'of an official, as it is printed on letters',
  'MembershipSchema official.rank': 'of an official, as it is printed on letters',
};

/** Who works for the agency, in what they did in their office; who signed, as it stands in the signed file. */
const staff = new Set(['name', 'subject', 'issuer', 'email', 'nip', 'confirmedBy']);

/** Facts: in clear where their standard calls them ordinary, sealed otherwise (application/sealing). */
const values = new Set(['value']);

const clear = (record: string, schema: unknown) =>
  textsIn(schema)
    .filter((path) => path.at(-1) !== 'sealed')
    .map((path) => ({ last: path.at(-1) ?? '', place: `${record} ${path.join('.')}` }));

it.each(Object.entries(records))('%s holds no text in clear that nobody thought about', (record, schema) => {
  const unknown = clear(record, schema).filter(({ last, place }) =>
    mayBeTyped.has(last)
      ? judged[place] === undefined
      : ![names, ours, staff, values].some((known) => known.has(last)),
  );
  expect(unknown.map(({ place }) => place)).toEqual([]);
});

it('judges no place that is not there', () => {
  const places = new Set(
    Object.entries(records).flatMap(([record, schema]) => clear(record, schema).map(({ place }) => place)),
  );
  expect(Object.keys(judged).filter((place) => !places.has(place))).toEqual([]);
});

it('finds the texts of a record at all', () => {
  expect(textsIn(FilingSchema)).toContainEqual(['ticket']);
  expect(textsIn(FilingSchema)).toContainEqual(['secret', 'sealed']);
  expect(textsIn(FilingSchema)).not.toContainEqual(['receivedOnPaper', 'text']);
});
