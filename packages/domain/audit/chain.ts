// A tenant's own chains beside those of its cases: administrative acts, and looks at unmasked values. Each entry carries
// the hash of the one before, so that none can be altered, taken out, put in or moved unnoticed.
import * as z from 'zod/mini';
import { Sealed } from '../case/facts.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { InstantText } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { ContentHash } from '../standard/content-hash.ts';

export const ChainName = z.enum(['administration', 'unmasking']);
export type ChainName = z.infer<typeof ChainName>;

/** What somebody did. */
export const ChainAct = z.strictObject({
  at: InstantText,
  by: z.discriminatedUnion('party', [
    z.strictObject({ party: z.literal('staff'), id: z.string(), name: z.string() }),
    z.strictObject({ party: z.literal('central-admin'), id: z.string() }),
    z.strictObject({ party: z.literal('system') }),
  ]),
  act: z.string().check(z.describe('Name of the operation, as in `change-member`.')),
  about: z
    .string()
    .check(z.describe('Id of what it was done to: a case, a member, a standard. Never personal data.')),
  detail: z
    .optional(z.string().check(z.maxLength(200)))
    .check(z.describe('What of it: a fact, a state, a setting. Never personal data.')),
  reason: z.optional(Sealed).check(z.describe('What people typed is sealed.')),
});
export type ChainAct = z.infer<typeof ChainAct>;

export const ChainEntry = z.strictObject({
  chain: ChainName,
  seq: z.int().check(z.positive()),
  previous: z.nullable(ContentHash),
  act: ChainAct,
  hash: ContentHash,
});
export type ChainEntry = z.infer<typeof ChainEntry>;

/** Where a chain stands. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: ContentHash;
}

type Hash = (canonical: string) => ContentHash;

const hashOf = (entry: Omit<ChainEntry, 'hash'>, hash: Hash) => hash(canonicalJson(entry));

/** The entry that follows `head`; the first of its chain without one. */
export function nextEntry(
  chain: ChainName,
  head: ChainHead | undefined,
  act: ChainAct,
  hash: Hash,
): ChainEntry {
  const entry = { chain, seq: (head?.seq ?? 0) + 1, previous: head?.hash ?? null, act };
  return { ...entry, hash: hashOf(entry, hash) };
}

export interface BrokenEntry {
  readonly at: number;
  readonly why: 'chain' | 'sequence' | 'previous' | 'content';
}

function faultOf(
  entry: ChainEntry,
  chain: ChainName,
  before: ChainHead | undefined,
  hash: Hash,
): BrokenEntry['why'] | undefined {
  const { hash: written, ...unhashed } = entry;
  if (entry.chain !== chain) return 'chain';
  if (entry.seq !== (before?.seq ?? 0) + 1) return 'sequence';
  if (entry.previous !== (before?.hash ?? null)) return 'previous';
  return hashOf(unhashed, hash) === written ? undefined : 'content';
}

/** Checks a stretch of a chain, oldest first, that follows `before`; gives the head it leads to. */
export function verifyEntries(
  chain: ChainName,
  entries: readonly ChainEntry[],
  before: ChainHead | undefined,
  hash: Hash,
): Result<ChainHead | undefined, BrokenEntry> {
  let head = before;
  for (const entry of entries) {
    const why = faultOf(entry, chain, head, hash);
    if (why) return err({ at: entry.seq, why });
    head = { seq: entry.seq, hash: entry.hash };
  }
  return ok(head);
}
