// DynamoDB: decides a request, then passes it to DynamoDB Local unchanged.
import { ACCOUNT, type Cloud, REGION } from '../cloud.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { SessionPrincipal } from './contract.ts';
import { accessOf, type HashKeyOf, WRITES } from './dynamodb-access.ts';
import type { DynamoLocal } from './dynamodb-local.ts';
import { cloudArns } from './dynamodb-tables.ts';
import type { KeyService } from './kms.ts';
import { unsupported } from './service-call.ts';

export type DynamoHandler = (
  operation: string,
  body: Buffer,
  caller: SessionPrincipal,
) => Promise<{ status: number; body: Buffer }>;

export function createDynamo(options: {
  readonly cloud: Cloud;
  readonly access: Authorizer;
  readonly kms: KeyService;
  readonly local: DynamoLocal;
  readonly hashKeyOf: HashKeyOf;
  readonly onTableWrite: (table: string) => void;
}): DynamoHandler {
  const { cloud, access, kms, local } = options;
  const arnOf = (table: string) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}`;

  return async (operation, body, caller) => {
    const accesses = accessOf(operation, parse(body), options.hashKeyOf);
    if (!accesses) throw unsupported('DynamoDB', operation);
    for (const { action, table, index, context } of accesses)
      await access.require(
        caller,
        `dynamodb:${action}`,
        `${arnOf(table)}${index === undefined ? '' : `/index/${index}`}`,
        context,
      );
    const tables = new Set(accesses.map(({ table }) => table));
    for (const table of tables) {
      const keyArn = cloud.tables.get(arnOf(table))?.keyArn;
      // A table under a customer's key is read and written with the caller's right to use that key.
      if (keyArn && operation !== 'DescribeTable')
        await kms.useVia(caller, 'dynamodb', 'Decrypt', keyArn, {
          'aws:dynamodb:tableName': table,
          'aws:dynamodb:subscriberId': ACCOUNT,
        });
    }
    const answer = await local.forward(operation, body);
    if (answer.status === 200 && WRITES.has(operation))
      for (const table of tables) options.onTableWrite(table);
    if (operation !== 'DescribeTable') return answer;
    return { ...answer, body: Buffer.from(cloudArns(answer.body.toString('utf8'))) };
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON.');
  }
}
