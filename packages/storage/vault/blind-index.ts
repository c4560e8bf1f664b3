// Keyed blind index: HMAC-SHA-256 under the tenant's index key, cut to 128 bits. Equal values of one kind meet; without
// the key nobody can try out the few numbers that exist.
import { createHmac } from 'node:crypto';
import type { IndexKind } from '@layan/application/ports/vault';
import { readCrockford } from '@layan/domain/kernel/crockford';

const INDEX_BYTES = 16;

const digits = (value: string) => value.replace(/[\s.-]/g, '');

/** People write the same value in several ways; what machines make has one way. */
const normalised = {
  nik: digits,
  familyCardNumber: digits,
  secret: readCrockford,
  session: (value) => value,
  fingerprint: (value) => value,
  origin: (value) => value,
} as const satisfies Record<IndexKind, (value: string) => string>;

export function blindIndex(indexKey: Buffer, tenant: string, kind: IndexKind, value: string): string {
  const text = JSON.stringify(['v1', tenant, kind, normalised[kind](value)]);
  return createHmac('sha256', indexKey).update(text).digest().subarray(0, INDEX_BYTES).toString('base64url');
}
