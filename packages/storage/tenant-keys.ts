// Provisioning of a tenant's keys: the two that seal, made once and kept wrapped, and the list of those it signs with.
// For the provisioner; nobody else makes keys.
import { createPublicKey } from 'node:crypto';
import type { TenantKeys } from '@layan/application/ports/tenants';
import type { Result } from '@layan/domain/kernel/result';
import { keyIdOf, PublicKey } from '@layan/domain/product/public-key';
import * as z from 'zod/mini';
import type { KeyParts } from './key-parts.ts';
import { signingKeysKey, tenantKeysKey } from './keys.ts';
import { type KeptSigningKey, KeptSigningKeys } from './signing-keys.ts';
import { body, parseBody } from './table/item.ts';
import { absent } from './table/transact.ts';
import { contextOf, type WrappedKeys } from './tenant-secrets.ts';

const Wrapped = z.object({ CiphertextBlob: z.base64() });
const Published = z.object({ PublicKey: z.base64() });

const ATTEMPTS = 3;

export function tenantKeys(parts: KeyParts): TenantKeys {
  const { tenant, table } = parts;
  return {
    ensure: async (keyArn) => {
      if (await table.get(tenantKeysKey)) return;
      const make = () => wrappedKey(parts, keyArn);
      const [data, index, markKey] = await Promise.all([make(), make(), make()]);
      const since = parts.clock.now();
      const keys: WrappedKeys = {
        keyArn,
        dataKeys: [{ id: '1', wrapped: data, since }],
        indexKeys: [{ id: '1', wrapped: index, since }],
        markKey,
      };
      const put = { ...tenantKeysKey, ...body(keys), revision: 1 };
      // Of two runs at once the first one's keys stay: values may be sealed under them already.
      await table.transact([{ write: { put, when: absent }, otherwise: () => 'made-before' as const }]);
    },
    ensureSigning: async (keyArn) => {
      for (let attempt = 1; ; attempt += 1) {
        const added = await addSigningKey(parts, keyArn);
        if (added.ok) return;
        if (attempt === ATTEMPTS) throw new Error(`The signing keys of ${tenant} changed again and again.`);
      }
    },
  };
}

export async function wrappedKey({ tenant, kms }: KeyParts, keyArn: string): Promise<string> {
  const input = { KeyId: keyArn, KeySpec: 'AES_256', ...contextOf(tenant) };
  return (await kms('GenerateDataKeyWithoutPlaintext', input, Wrapped)).CiphertextBlob;
}

async function addSigningKey(
  { table, kms, clock, kept }: KeyParts,
  keyArn: string,
): Promise<Result<void, unknown>> {
  const item = await table.get(signingKeysKey);
  const known = item ? parseBody(KeptSigningKeys, item).keys : [];
  if (known.at(-1)?.keyArn === keyArn) return { ok: true, value: undefined };
  // Keys are only ever added: going back to an earlier one would need a decision, not a repeat.
  if (known.some((key) => key.keyArn === keyArn)) throw new Error(`${keyArn} was replaced by a later key.`);
  const { PublicKey: spki } = await kms('GetPublicKey', { KeyId: keyArn }, Published);
  const jwk = publicKeyOf(spki);
  const now = clock.now();
  const keys: KeptSigningKey[] = [
    ...known.map((key) => (key.until === undefined ? { ...key, until: now } : key)),
    { kid: await keyIdOf(jwk), keyArn, jwk, from: now },
  ];
  const put = { ...signingKeysKey, ...body({ keys }), count: keys.length };
  const when =
    known.length === 0
      ? absent
      : { expression: '#count = :count', names: { '#count': 'count' }, values: { ':count': known.length } };
  const written = await table.transact([{ write: { put, when }, otherwise: () => 'changed-meanwhile' }]);
  kept.forget();
  return written;
}

function publicKeyOf(spki: string): PublicKey {
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
  const { kty, crv, x, y } = key.export({ format: 'jwk' });
  return PublicKey.parse({ kty, crv, x, y });
}
