// The keys a tenant signs with, in memory: real ones, so that what they sign is checked as any other.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Signer, SigningKey, SigningKeys } from '@layan/application/ports/signing-keys';
import type { StatusListStore } from '@layan/application/ports/status-lists';
import type { TenantKeys } from '@layan/application/ports/tenants';
import type { Clock } from '@layan/domain/kernel/clock';
import { err, ok } from '@layan/domain/kernel/result';
import { compactForm, signingInput } from '@layan/domain/product/jws';
import { keyIdOf, PublicKey } from '@layan/domain/product/public-key';
import { byText, copy } from './memory-table.ts';

export interface MemorySigning {
  readonly signingKeys: SigningKeys;
  readonly signer: Signer;
  readonly ensureSigning: TenantKeys['ensureSigning'];
}

interface MemoryKey {
  readonly arn: string;
  readonly secret: KeyObject;
  readonly key: SigningKey;
}

export function memorySigning(clock: Clock): MemorySigning {
  let made: readonly MemoryKey[] = [];
  return {
    signingKeys: { list: async () => copy(made.map(({ key }) => key)) },
    signer: {
      sign: async (typ, payload) => {
        const newest = made.at(-1);
        if (!newest) throw new Error('This tenant has no key to sign with yet.');
        const input = signingInput({ kid: newest.key.kid, typ }, payload);
        const key = { key: newest.secret, dsaEncoding: 'ieee-p1363' as const };
        return compactForm(input, sign('sha256', Buffer.from(input), key));
      },
    },
    ensureSigning: async (arn) => {
      if (made.at(-1)?.arn === arn) return;
      if (made.some((earlier) => earlier.arn === arn)) throw new Error(`${arn} was replaced by a later key.`);
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const jwk = PublicKey.parse(publicKey.export({ format: 'jwk' }));
      const from = clock.now();
      const kid = await keyIdOf(jwk);
      made = [
        ...made.map(({ key, ...rest }) => ({ ...rest, key: { until: from, ...key } })),
        { arn, secret: privateKey, key: { kid, jwk, from } },
      ];
    },
  };
}

export function memoryStatusLists(): StatusListStore {
  const lists = new Map<string, NonNullable<Awaited<ReturnType<StatusListStore['find']>>>>();
  return {
    find: async (name) => copy(lists.get(name)),
    save: async (name, list, before) => {
      if (lists.get(name)?.revision !== before) return err('changed-meanwhile');
      lists.set(name, copy(list));
      return ok(undefined);
    },
    list: async () =>
      [...lists].map(([name, { issuedAt }]) => ({ name, issuedAt })).sort((a, b) => byText(a.name, b.name)),
  };
}
