// The stores of a tenant on a table of DynamoDB Local, and all that the table holds.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '@layan/domain/kernel/clock';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { awsSettings } from '@layan/storage/aws/settings';
import { lateBooks } from '@layan/storage/late-books';
import { lateImports } from '@layan/storage/late-imports';
import { openTable } from '@layan/storage/table/table';
import { openStores } from '@layan/storage/tenant-ports';
import type { LocalDynamo } from './dynamodb-local.ts';

export async function storesOnDynamo(dynamo: LocalDynamo, clock: Clock) {
  const name = await dynamo.tenantTable();
  const aws = awsSettings({
    ...{ AWS_REGION: 'ap-southeast-3', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    AWS_ENDPOINT_URL: dynamo.endpoint,
  });
  const table = openTable(dynamoClient(aws, aws.credentials), name);
  const storesOn = openStores(table, { clock, books: lateBooks, imports: lateImports });
  return {
    table,
    storesOn,
    stores: storesOn(table),
    /** As one text, with the quotes of what is JSON within. */
    dump: async (): Promise<string> => {
      const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: name }));
      return JSON.stringify(Items).replaceAll('\\"', '"');
    },
  };
}
