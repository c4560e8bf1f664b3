// One link of a chain, as it lies in a store and whatever it holds: does it follow the one before, and is it what was
// written? Looked at as plain JSON, so that what a schema would pass over or throw at is a finding like any other.
import { canonicalJson } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { ContentHash } from '../standard/content-hash.ts';
import type { ChainHead } from './chain.ts';

export type LinkFault =
  /** It holds nothing that could be a link. */
  | 'unreadable'
  /** It was written for another chain. */
  | 'elsewhere'
  /** Another number than the one that follows: something was taken out, put in or moved. */
  | 'sequence'
  /** It follows another than the one before it. */
  | 'previous'
  /** It is not what its hash was made of. */
  | 'content';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sameText = (content: Readonly<Record<string, unknown>>, owner: Readonly<Record<string, string>>) =>
  Object.entries(owner).every(([name, value]) => content[name] === value);

/** `owner`: what every link of this chain says, as the case it belongs to. */
export function checkLink(
  content: unknown,
  before: ChainHead | undefined,
  owner: Readonly<Record<string, string>>,
  hash: (canonical: string) => ContentHash,
): Result<ChainHead, LinkFault> {
  if (!isRecord(content)) return err('unreadable');
  const { hash: stated, ...unhashed } = content;
  const written = ContentHash.safeParse(stated);
  if (!written.success) return err('unreadable');
  if (!sameText(content, owner)) return err('elsewhere');
  const seq = (before?.seq ?? 0) + 1;
  if (content.seq !== seq) return err('sequence');
  if (content.previous !== (before?.hash ?? null)) return err('previous');
  return hash(canonicalJson(unhashed)) === written.data ? ok({ seq, hash: written.data }) : err('content');
}
