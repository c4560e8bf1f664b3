import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CaseId } from '@layan/domain/kernel/ids';
import { leftChangesContract } from '@layan/testing/contract/left-changes';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll } from 'vitest';
import { leftChanges } from './left-changes.ts';
import { openTable } from './table/table.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

leftChangesContract('DynamoDB', async () => {
  const name = await dynamo.tenantTable();
  const table = openTable(DynamoDBDocumentClient.from(dynamo.client), name);
  return {
    leftChanges: leftChanges(table, fixedClock()),
    pointed: async () =>
      (await dynamo.outbox(name)).map(({ pk }) => CaseId.parse(pk.slice('OUTBOX#'.length))),
  };
});
