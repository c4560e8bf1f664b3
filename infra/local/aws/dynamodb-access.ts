// Which IAM actions a DynamoDB request needs, and on which tables: a transaction is decided item by item, a query
// on an index by the index, and partition keys are stated wherever the request shows them.
import * as z from 'zod';
import type { ContextKeys } from './contract.ts';
import { readInput } from './service-call.ts';

export interface TableAccess {
  readonly action: string;
  readonly table: string;
  readonly index?: string;
  readonly context: ContextKeys;
}

/** The partition key's attribute name of a table, or of one of its indexes. */
export type HashKeyOf = (table: string, index?: string) => string | undefined;

const Value = z.record(z.string(), z.unknown());
const Item = z.record(z.string(), Value);
const Names = z.record(z.string(), z.string()).optional();
// DynamoDB Local knows tables by name only, so an ARN here would be another table than the one decided on.
const TableName = z.string().regex(/^[\w.-]{3,255}$/, 'the local host takes table names, not ARNs');
const One = z.object({ TableName, Key: Item.optional(), Item: Item.optional() });
const Querying = z.object({
  TableName,
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: Names,
  ExpressionAttributeValues: Item.optional(),
  Select: z.string().optional(),
});
const Transaction = z.object({
  TransactItems: z.array(
    z.object({
      Put: One.optional(),
      Update: One.optional(),
      Delete: One.optional(),
      ConditionCheck: One.optional(),
      Get: One.optional(),
    }),
  ),
});
const TRANSACT = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
} as const;
const BatchGet = z.object({ RequestItems: z.record(TableName, z.object({ Keys: z.array(Item) })) });
const BatchWrite = z.object({
  RequestItems: z.record(
    TableName,
    z.array(
      z.object({
        PutRequest: z.object({ Item }).optional(),
        DeleteRequest: z.object({ Key: Item }).optional(),
      }),
    ),
  ),
});

export const WRITES = new Set([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
]);

/** Undefined for an operation that the local host does not carry. */
export function accessOf(operation: string, body: unknown, hashKeyOf: HashKeyOf): TableAccess[] | undefined {
  const leading = (table: string, items: readonly (z.infer<typeof Item> | undefined)[]): ContextKeys => {
    const hash = hashKeyOf(table);
    const values = items.map((item) => (hash === undefined ? undefined : scalar(item?.[hash])));
    // Half-known keys would let ForAllValues pass on the known half.
    return values.some((value) => value === undefined)
      ? {}
      : { 'dynamodb:LeadingKeys': [...new Set(values.filter((v) => v !== undefined))] };
  };

  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem': {
      const { TableName: table, Key, Item: item } = readInput(One, body);
      const attributes: ContextKeys = item ? { 'dynamodb:Attributes': Object.keys(item) } : {};
      return [{ action: operation, table, context: { ...leading(table, [Key ?? item]), ...attributes } }];
    }
    case 'TransactWriteItems':
    case 'TransactGetItems': {
      const { TransactItems } = readInput(Transaction, body);
      return TransactItems.flatMap((entry) =>
        Object.entries(TRANSACT).flatMap(([kind, action]) => {
          const one = entry[kindOf(kind)];
          if (!one) return [];
          const context = { ...leading(one.TableName, [one.Key ?? one.Item]) };
          return [
            {
              action,
              table: one.TableName,
              context: { ...context, 'dynamodb:EnclosingOperation': operation },
            },
          ];
        }),
      );
    }
    case 'BatchGetItem':
      return Object.entries(readInput(BatchGet, body).RequestItems).map(([table, { Keys }]) => ({
        action: operation,
        table,
        context: leading(table, Keys),
      }));
    case 'BatchWriteItem':
      return Object.entries(readInput(BatchWrite, body).RequestItems).map(([table, writes]) => ({
        action: operation,
        table,
        context: leading(
          table,
          writes.map((write) => write.PutRequest?.Item ?? write.DeleteRequest?.Key),
        ),
      }));
    case 'Query':
    case 'Scan': {
      const query = readInput(Querying, body);
      const { TableName: table, IndexName: index, Select } = query;
      const key = operation === 'Query' ? queriedKey(query, hashKeyOf(table, index)) : undefined;
      return [
        {
          action: operation,
          table,
          ...(index === undefined ? {} : { index }),
          context: {
            ...(key === undefined ? {} : { 'dynamodb:LeadingKeys': [key] }),
            ...(Select === undefined ? {} : { 'dynamodb:Select': Select }),
            ...(operation === 'Scan' ? { 'dynamodb:FullTableScan': 'true' } : {}),
          },
        },
      ];
    }
    case 'DescribeTable':
    case 'UpdateTable':
    case 'DeleteTable':
      return [{ action: operation, table: readInput(z.object({ TableName }), body).TableName, context: {} }];
    default:
      return undefined;
  }
}

const kindOf = (kind: string) => z.enum(['Put', 'Update', 'Delete', 'ConditionCheck', 'Get']).parse(kind);

function scalar(value: z.infer<typeof Value> | undefined): string | undefined {
  const [first] = Object.values(value ?? {});
  return typeof first === 'string' ? first : undefined;
}

/** The value the partition key must equal, as far as the expression says so in its plain form. */
function queriedKey(query: z.infer<typeof Querying>, hash: string | undefined): string | undefined {
  for (const [, name = '', value = ''] of (query.KeyConditionExpression ?? '').matchAll(
    /([#\w.-]+)\s*=\s*(:\w+)/g,
  )) {
    const attribute = query.ExpressionAttributeNames?.[name] ?? name;
    if (attribute === hash) return scalar(query.ExpressionAttributeValues?.[value]);
  }
  return undefined;
}
