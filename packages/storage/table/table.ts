// One table as the stores see it: read one item, read a range, write several or none. There is no scan.
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Result } from '@layan/domain/kernel/result';
import type { Key } from '../keys.ts';
import { parseItem, type StoredItem } from './item.ts';
import { type Guarded, transact } from './transact.ts';

export interface Range {
  readonly index?: 'inbox' | 'due';
  readonly partition: string;
  /** Bounds of the sort key, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Key of the item after which reading goes on. */
  readonly after?: Readonly<Record<string, string>>;
  readonly limit?: number;
  readonly newestFirst?: boolean;
}

export interface Table {
  get(key: Key): Promise<StoredItem | undefined>;
  /** All items of the range, or the first `limit`; further pages are read where one holds too little. */
  query(range: Range): Promise<readonly StoredItem[]>;
  /** All or nothing. What stood in the way comes in the order of the writes. */
  transact<Failure>(writes: readonly Guarded<Failure>[]): Promise<Result<void, readonly Failure[]>>;
}

export function openTable(client: DynamoDBDocumentClient, name: string): Table {
  return {
    get: async (key) => {
      // Nearly every read is followed by a decision or shown to somebody who has just written.
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: { ...key }, ConsistentRead: true }),
      );
      return Item && parseItem(Item);
    },
    query: async (range) => {
      const items: StoredItem[] = [];
      let start = range.after;
      do {
        const page = await client.send(new QueryCommand(queryOf(name, range, start, items.length)));
        for (const item of page.Items ?? []) items.push(parseItem(item));
        start = page.LastEvaluatedKey;
      } while (start && items.length < (range.limit ?? Number.POSITIVE_INFINITY));
      return items;
    },
    transact: (writes) => transact(client, name, writes),
  };
}

function queryOf(
  name: string,
  { index, partition, from, to, limit, newestFirst }: Range,
  start: Readonly<Record<string, string>> | undefined,
  alreadyRead: number,
) {
  const [pk, sk] = index ? [`${index}Pk`, `${index}Sk`] : ['pk', 'sk'];
  const bound =
    from !== undefined && to !== undefined
      ? '#sk BETWEEN :from AND :to'
      : from !== undefined
        ? '#sk >= :from'
        : to !== undefined
          ? '#sk <= :to'
          : undefined;
  return {
    TableName: name,
    // An index lags behind its table by nature.
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    KeyConditionExpression: ['#pk = :pk', ...(bound ? [bound] : [])].join(' AND '),
    ExpressionAttributeNames: { '#pk': pk, ...(bound ? { '#sk': sk } : {}) },
    ExpressionAttributeValues: {
      ':pk': partition,
      ...(from === undefined ? {} : { ':from': from }),
      ...(to === undefined ? {} : { ':to': to }),
    },
    ...(newestFirst ? { ScanIndexForward: false } : {}),
    ...(start ? { ExclusiveStartKey: { ...start } } : {}),
    ...(limit === undefined ? {} : { Limit: limit - alreadyRead }),
  };
}
