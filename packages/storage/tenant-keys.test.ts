import { generateKeyPairSync, type KeyObject, sign, webcrypto } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { JsonService } from './aws/json-service.ts';
import { signingKeysKey, tenantKeysKey } from './keys.ts';
import { kmsSigner } from './signer.ts';
import { keptSigningKeys, signingKeys } from './signing-keys.ts';
import { openTable } from './table/table.ts';
import { tenantKeys } from './tenant-keys.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const documents = DynamoDBDocumentClient.from(dynamo.client);

const Signing = z.object({ KeyId: z.string(), Message: z.base64(), MessageType: z.enum(['RAW', 'DIGEST']) });

/** KMS in small: a key for every ARN it is asked about. */
function smallKms() {
  const pairs = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>();
  const pairOf = (arn: string) => {
    const pair = pairs.get(arn) ?? generateKeyPairSync('ec', { namedCurve: 'P-256' });
    pairs.set(arn, pair);
    return pair;
  };
  const calls: string[] = [];
  const answers: Record<string, (input: object) => object> = {
    GenerateDataKeyWithoutPlaintext: () => ({
      CiphertextBlob: Buffer.from(webcrypto.randomUUID()).toString('base64'),
    }),
    GetPublicKey: (input) => {
      const { KeyId } = z.object({ KeyId: z.string() }).parse(input);
      const spki = pairOf(KeyId).publicKey.export({ type: 'spki', format: 'der' });
      return { PublicKey: spki.toString('base64') };
    },
    Sign: (input) => {
      const { KeyId, Message, MessageType } = Signing.parse(input);
      // What cannot be signed here as a hash is left to the local front's own test.
      if (MessageType === 'DIGEST') throw new Error('no digests');
      const signature = sign('sha256', Buffer.from(Message, 'base64'), pairOf(KeyId).privateKey);
      return { Signature: signature.toString('base64') };
    },
  };
  const kms: JsonService = async (operation, input, schema) => {
    calls.push(operation);
    return schema.parse(answers[operation]?.(input));
  };
  return { kms, calls };
}

async function parts() {
  const clock = fixedClock();
  const table = openTable(documents, await dynamo.tenantTable());
  const { kms, calls } = smallKms();
  return { tenant: TENANT, clock, table, kms, calls, kept: keptSigningKeys(table, clock) };
}

describe('the keys a tenant seals with', () => {
  it('stay those of the first when two runs make them at once', async () => {
    const own = await parts();
    await tenantKeys(own).ensure('arn:key');
    const first = await own.table.get(tenantKeysKey);
    // The second run looked before the first one wrote.
    const blind = { ...own, table: { ...own.table, get: async () => undefined } };
    await tenantKeys(blind).ensure('arn:key');
    expect(own.calls).toHaveLength(6);
    expect(await own.table.get(tenantKeysKey)).toEqual(first);
  });
});

describe('the keys a tenant signs with', () => {
  it('are listed once when two runs add the same key at once', async () => {
    const own = await parts();
    const keys = tenantKeys(own);
    await Promise.all([keys.ensureSigning('arn:a'), keys.ensureSigning('arn:a')]);
    expect(await signingKeys(own.kept).list()).toHaveLength(1);
    expect(await own.table.get(signingKeysKey)).toMatchObject({ count: 1 });
  });

  it('are read once a minute, also by who signs', async () => {
    const own = await parts();
    await tenantKeys(own).ensureSigning('arn:a');
    let gets = 0;
    const table = {
      ...own.table,
      get: (key: Parameters<typeof own.table.get>[0]) => {
        gets += 1;
        return own.table.get(key);
      },
    };
    const kept = keptSigningKeys(table, own.clock);
    const signer = kmsSigner({ ...own, table, kept });
    await signer.sign('layan-card', { n: 1 });
    await signer.sign('layan-card', { n: 2 });
    await signingKeys(kept).list();
    expect(gets).toBe(1);
    own.clock.advance(60_000);
    await signer.sign('layan-card', { n: 3 });
    expect(gets).toBe(2);
  });
});
