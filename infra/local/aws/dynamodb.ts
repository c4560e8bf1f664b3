// DynamoDB: decides a request, then passes it to DynamoDB Local unchanged.
import * as z from 'zod';
import { ACCOUNT, type Cloud, REGION, type Table } from '../cloud.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { SessionPrincipal } from './contract.ts';
import { accessOf, type HashKeyOf, WRITES } from './dynamodb-access.ts';
import type { DynamoLocal } from './dynamodb-local.ts';
import { cloudArns } from './dynamodb-tables.ts';
import type { KeyService } from './kms.ts';
import { readInput, unsupported } from './service-call.ts';

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
  readonly deleteTable: (table: string) => Promise<void>;
  readonly onTableWrite: (table: string) => void;
}): DynamoHandler {
  const { cloud, access, kms, local } = options;
  const arnOf = (table: string) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}`;

  const deleteTable = async (arn: string, name: string) => {
    if (cloud.tables.get(arn)?.protected)
      throw new AwsError(
        'ValidationException',
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      );
    await options.deleteTable(name);
    cloud.tables.delete(arn);
    return asAnswer({ TableDescription: { TableName: name, TableStatus: 'DELETING' } });
  };

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
      if (keyArn && !ABOUT_TABLES.has(operation))
        await kms.useVia(caller, 'dynamodb', 'Decrypt', keyArn, {
          'aws:dynamodb:tableName': table,
          'aws:dynamodb:subscriberId': ACCOUNT,
        });
    }
    const [first = ''] = tables;
    if (operation === 'UpdateTable') return setProtection(cloud, arnOf(first), parse(body));
    if (operation === 'DeleteTable') return deleteTable(arnOf(first), first);
    const answer = await local.forward(operation, body);
    if (answer.status === 200 && WRITES.has(operation))
      for (const table of tables) options.onTableWrite(table);
    if (operation !== 'DescribeTable' || answer.status !== 200) return answer;
    return {
      ...answer,
      body: described(cloudArns(answer.body.toString('utf8')), cloud.tables.get(arnOf(first))),
    };
  };
}

/** Decided by the right to the table alone. */
const ABOUT_TABLES = new Set(['DescribeTable', 'UpdateTable', 'DeleteTable']);
const Update = z.strictObject({ TableName: z.string(), DeletionProtectionEnabled: z.boolean() });

const asAnswer = (answer: object) => ({ status: 200, body: Buffer.from(JSON.stringify(answer)) });

function setProtection(cloud: Cloud, arn: string, input: unknown) {
  const { TableName, DeletionProtectionEnabled } = readInput(Update, input);
  const table = cloud.tables.get(arn);
  if (!table) throw new AwsError('ResourceNotFoundException', `Table ${TableName} not found.`);
  cloud.tables.set(arn, { ...table, protected: DeletionProtectionEnabled });
  return asAnswer({ TableDescription: { TableName, TableStatus: 'ACTIVE', DeletionProtectionEnabled } });
}

/** DynamoDB Local knows no protection; the host does. */
function described(text: string, table: Table | undefined): Buffer {
  const Description = z.looseObject({ Table: z.looseObject({}) });
  const { Table: own, ...rest } = Description.parse(JSON.parse(text));
  return Buffer.from(
    JSON.stringify({ ...rest, Table: { ...own, DeletionProtectionEnabled: table?.protected ?? false } }),
  );
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON.');
  }
}
