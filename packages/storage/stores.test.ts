import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { caseStoreContract } from '@layan/testing/contract/case-store';
import { figureStoreContract } from '@layan/testing/contract/figure-store';
import { fileStoresContract } from '@layan/testing/contract/file-stores';
import { standardStoreContract } from '@layan/testing/contract/standard-store';
import { tenantRegisterContract, tenantStoresContract } from '@layan/testing/contract/tenant-stores';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { caseStore } from './case-store.ts';
import { documentStore } from './document-store.ts';
import { figureStore } from './figure-store.ts';
import { filingStore } from './filing-store.ts';
import { tenantKeysKey } from './keys.ts';
import { staffStore } from './staff-store.ts';
import { standardStore } from './standard-store.ts';
import { openTable } from './table/table.ts';
import { tenantDirectory } from './tenant-directory.ts';
import { tenantRegister } from './tenant-register.ts';
import { tenantKeys } from './tenant-secrets.ts';
import { unmaskingLog } from './unmasking-log.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);
const documents = DynamoDBDocumentClient.from(dynamo.client);
const freshTable = async () => openTable(documents, await dynamo.tenantTable());

const files = async () => {
  const clock = fixedClock();
  const table = await freshTable();
  return {
    clock,
    cases: caseStore(table, clock),
    filings: filingStore(table, clock),
    documents: documentStore(table),
    figures: figureStore(table),
  };
};

caseStoreContract('DynamoDB', files);
fileStoresContract('DynamoDB', files);
figureStoreContract('DynamoDB', files);
standardStoreContract('DynamoDB', async () => standardStore(await freshTable()));
tenantStoresContract('DynamoDB', async () => {
  const table = await freshTable();
  return {
    staff: staffStore(table),
    directory: tenantDirectory(table, fixedClock()),
    unmaskings: unmaskingLog(table),
  };
});
tenantRegisterContract('DynamoDB', async () =>
  tenantRegister(openTable(documents, await dynamo.controlTable())),
);

describe('the keys of a tenant', () => {
  it('stay those of the first when two runs make them at once', async () => {
    const table = await freshTable();
    let made = 0;
    const kms = async <T>(_operation: string, _input: object, answer: z.ZodMiniType<T>) => {
      made += 1;
      return answer.parse({ CiphertextBlob: Buffer.from(`key ${made}`).toString('base64') });
    };
    await tenantKeys(TENANT, { table, kms }).ensure('arn:key');
    const first = await table.get(tenantKeysKey);
    // The second run looked before the first one wrote.
    await tenantKeys(TENANT, { table: { ...table, get: async () => undefined }, kms }).ensure('arn:key');
    expect(made).toBe(4);
    expect(await table.get(tenantKeysKey)).toEqual(first);
  });
});
