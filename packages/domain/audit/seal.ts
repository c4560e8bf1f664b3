// A seal: where the chains of a tenant stood at a moment, signed, and kept where nobody can change it. Each holds the hash
// of the seal before, so that all seals are one chain too. It names cases by their ids and holds nothing personal.
import * as z from 'zod/mini';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { CaseId, InstantText, TenantId } from '../kernel/ids.ts';
import { ContentHash } from '../standard/content-hash.ts';
import type { ChainHead } from './chain.ts';

/** As many as one transaction can note as sealed, beside the seal itself. */
export const MOST_HEADS = 99;

/** Where a case stands. */
export const CaseHead = z.strictObject({
  caseId: CaseId,
  seq: z.int().check(z.positive()),
  hash: ContentHash,
});
export type CaseHead = z.infer<typeof CaseHead>;

const ChainPlace = z.nullable(z.strictObject({ seq: z.int().check(z.positive()), hash: ContentHash }));

export const Seal = z.strictObject({
  format: z.literal('layan.seal/1'),
  tenant: TenantId,
  number: z.int().check(z.positive(), z.describe('Without gaps, from 1.')),
  previous: z.nullable(ContentHash).check(z.describe('SHA-256 of the file of the seal before.')),
  at: InstantText,
  cases: z.array(CaseHead).check(z.maxLength(MOST_HEADS), z.describe('Those that changed since.')),
  administration: ChainPlace,
  unmasking: ChainPlace,
});
export type Seal = z.infer<typeof Seal>;

/** What the tenant's table remembers of a seal. */
export const SealRow = z.strictObject({
  number: z.int().check(z.positive()),
  at: InstantText,
  hash: ContentHash.check(z.describe('SHA-256 of its file.')),
  cases: z.int().check(z.nonnegative()),
  administration: ChainPlace,
  unmasking: ChainPlace,
});
export type SealRow = z.infer<typeof SealRow>;

/** As it is signed: the same seal is the same text. */
export const sealPayload = (seal: Seal): object => JSON.parse(canonicalJson(seal));

const SealFile = z.strictObject({ payload: z.string(), protected: z.string(), signature: z.string() });

/** The file of a seal: a JWS in its flattened JSON form (RFC 7515, 7.2.2), so that any JOSE tool can check it. */
export function sealFile(compact: string): string {
  const [head = '', payload = '', signature = ''] = compact.split('.');
  return canonicalJson({ payload, protected: head, signature });
}

/** The compact form of a file; undefined for what is no such file, to the byte. */
export function compactIn(file: string): string | undefined {
  try {
    const { payload, protected: head, signature } = SealFile.parse(JSON.parse(file));
    const compact = `${head}.${payload}.${signature}`;
    return sealFile(compact) === file ? compact : undefined;
  } catch {
    return undefined;
  }
}

export const rowOf = (seal: Seal, hash: ContentHash): SealRow => ({
  number: seal.number,
  at: seal.at,
  hash,
  cases: seal.cases.length,
  administration: seal.administration,
  unmasking: seal.unmasking,
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A seal a day, and some time to make good what failed. */
export const LATEST_MILLISECONDS = 26 * HOUR;

const passed = (since: InstantText, now: InstantText, span: number) =>
  Math.floor(Date.parse(now) / span) > Math.floor(Date.parse(since) / span);

/** Whether the next seal may be written: an hour began, or the last one could not hold everything. */
export const mayFollow = (last: SealRow | undefined, now: InstantText): boolean =>
  !last || last.cases >= MOST_HEADS || passed(last.at, now, HOUR);

/** What a seal says of a tenant. */
export interface SealedState extends Pick<Seal, 'at' | 'administration' | 'unmasking'> {
  readonly cases: readonly CaseHead[];
}

const samePlace = (one: ChainHead | null, other: ChainHead | null) =>
  one?.seq === other?.seq && one?.hash === other?.hash;

/** Whether there is something to say: a change, or a new day without one. */
export const saysSomething = (last: SealRow | undefined, next: SealedState): boolean =>
  !last ||
  next.cases.length > 0 ||
  !samePlace(last.administration, next.administration) ||
  !samePlace(last.unmasking, next.unmasking) ||
  passed(last.at, next.at, DAY);
