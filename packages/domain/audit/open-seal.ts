// Opens the file of a seal: whole, signed with a key of this tenant that was in use, and the seal that was asked for.
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { InstantText, TenantId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type PublicKey, publishedKey } from '../product/public-key.ts';
import { verifyJws } from '../product/verify-jws.ts';
import { compactIn, Seal } from './seal.ts';

export type SealFault =
  /** Not the file of a seal. */
  | 'unreadable'
  /** The signature is not that of what the file says. */
  | 'signature'
  /** Signed with a key that the tenant never published, or not at that time. */
  | 'key'
  /** The seal of another tenant, or of another number. */
  | 'elsewhere';

export interface KnownKey {
  readonly kid: string;
  readonly jwk: PublicKey;
  readonly from: InstantText;
  readonly until?: InstantText;
}

/** Other machines' clocks and the moment a new key takes over. */
const TOLERANCE = 15 * 60_000;

const inUse = ({ from, until }: KnownKey, at: InstantText): boolean =>
  Date.parse(at) >= Date.parse(from) - TOLERANCE &&
  (until === undefined || Date.parse(at) <= Date.parse(until) + TOLERANCE);

export async function openSeal(
  file: string,
  expected: { readonly tenant: TenantId; readonly number: number },
  keys: readonly KnownKey[],
): Promise<Result<Seal, SealFault>> {
  const compact = compactIn(file);
  if (compact === undefined) return err('unreadable');
  const reading = await verifyJws(compact, 'layan-audit', {
    keys: keys.map(({ jwk, kid }) => publishedKey(jwk, kid)),
  });
  if (!reading.ok) {
    if (reading.code === 'unknown-key') return err('key');
    return err(reading.code === 'bad-signature' ? 'signature' : 'unreadable');
  }
  const seal = Seal.safeParse(reading.payload);
  if (!seal.success || canonicalJson(seal.data) !== canonicalJson(reading.payload)) return err('unreadable');
  const { tenant, number, at } = seal.data;
  if (tenant !== expected.tenant || number !== expected.number) return err('elsewhere');
  const key = keys.find(({ kid }) => kid === reading.kid);
  return key && inUse(key, at) ? ok(seal.data) : err('key');
}
