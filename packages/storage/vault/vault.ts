// The vault of one tenant: a key per person and case seals values, the tenant's data key wraps those keys, and KMS wraps
// the tenant's. So a case costs no call to KMS, a person is erased with one key, and a tenant with another.
import { randomBytes } from 'node:crypto';
import type { IndexKind, KeyOwner, SealContext, Vault, WrappedKey } from '@layan/application/ports/vault';
import type { TenantId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { blindIndex } from './blind-index.ts';
import { decrypt, encrypt, KEY_BYTES } from './cipher.ts';
import { wrapForm, wrappedBy } from './wrapped-by.ts';

/** A key of the tenant in clear, and the name it goes by. */
export interface SecretKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface IndexKey extends SecretKey {
  /** Absent where links and locks are kept under it. Otherwise they are only taken away: not yet kept, or not any more. */
  readonly stage?: 'coming' | 'leaving';
}

/** The tenant's keys in clear; they live in memory only. */
export interface TenantSecrets {
  /** Oldest first. The last one wraps; what an older one wrapped still opens. */
  readonly dataKeys: readonly SecretKey[];
  /** Of what people are found by, oldest first: two while everything is indexed anew. */
  readonly indexKeys: readonly IndexKey[];
  /** Of what nobody could index anew: secrets that only citizens know, sessions, fingerprints, ids that follow from others. */
  readonly markKey: Buffer;
}

export interface SecretSource {
  /** As known for a few minutes. */
  get(): Promise<TenantSecrets>;
  /** As they are now: somebody uses a key that was made since. */
  renewed(): Promise<TenantSecrets>;
}

const VALUE = 'v1';

/** Not of the alphabet of an index: what a mark key made never looks like it. */
export const indexTag = (id: string): string => `${id}.`;

const isIdentifier = {
  nik: true,
  familyCardNumber: true,
  secret: false,
  session: false,
  fingerprint: false,
  origin: false,
} as const satisfies Record<IndexKind, boolean>;

export function createVault(tenant: TenantId, secrets: SecretSource): Vault {
  const keyBinding = (id: string, owner: KeyOwner) => ({ form: wrapForm(id), place: ['key', tenant, owner] });
  const valueBinding = ({ caseId, field }: SealContext) => ({
    form: VALUE,
    place: ['value', tenant, caseId, field],
  });

  const wrap = async (owner: KeyOwner, key: Buffer): Promise<WrappedKey> => {
    const { id, key: dataKey } = newest((await secrets.get()).dataKeys);
    return encrypt(dataKey, keyBinding(id, owner), key);
  };
  const dataKeyOf = async (id: string) => {
    const named = ({ dataKeys }: TenantSecrets) => dataKeys.find((one) => one.id === id);
    return named(await secrets.get()) ?? named(await secrets.renewed());
  };
  const unwrap = async (key: WrappedKey, owner: KeyOwner): Promise<Result<Buffer, 'unreadable'>> => {
    const id = wrappedBy(key);
    const dataKey = id === undefined ? undefined : await dataKeyOf(id);
    return dataKey ? decrypt(dataKey.key, keyBinding(dataKey.id, owner), key) : err('unreadable');
  };

  const keptKeys = ({ indexKeys }: TenantSecrets) => indexKeys.filter(({ stage }) => stage === undefined);
  /** An index says which key made it: so it can be told that nothing is left of an older one. */
  const tagged = ({ id, key }: SecretKey, kind: IndexKind, value: string) =>
    `${indexTag(id)}${blindIndex(key, tenant, kind, value)}`;
  return {
    newKey: (owner) => wrap(owner, randomBytes(KEY_BYTES)),
    rewrap: async (key, owner) => {
      const unwrapped = await unwrap(key, owner);
      return unwrapped.ok ? ok(await wrap(owner, unwrapped.value)) : unwrapped;
    },
    seal: async (key, context, value) => {
      const unwrapped = await unwrap(key, context.caseId);
      // Sealing happens under a key just made or just loaded with its case; that it does not open is damage, not an answer.
      if (!unwrapped.ok) throw new Error(`The data key of case ${context.caseId} does not open.`);
      return { sealed: encrypt(unwrapped.value, valueBinding(context), Buffer.from(value, 'utf8')) };
    },
    open: async (key, context, { sealed }) => {
      const unwrapped = await unwrap(key, context.caseId);
      if (!unwrapped.ok) return err('unreadable');
      const value = decrypt(unwrapped.value, valueBinding(context), sealed);
      return value.ok ? ok(value.value.toString('utf8')) : value;
    },
    index: async (kind, value) => {
      const known = await secrets.get();
      return isIdentifier[kind]
        ? tagged(newest(keptKeys(known)), kind, value)
        : blindIndex(known.markKey, tenant, kind, value);
    },
    indexes: async (kind, value) =>
      keptKeys(await secrets.get())
        .toReversed()
        .map((one) => tagged(one, kind, value)),
    everyIndex: async (kind, value) =>
      (await secrets.get()).indexKeys.toReversed().map((one) => tagged(one, kind, value)),
  };
}

function newest(keys: readonly SecretKey[]): SecretKey {
  const last = keys.at(-1);
  if (!last) throw new Error('A tenant without keys seals nothing.');
  return last;
}
