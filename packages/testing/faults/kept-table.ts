// A table as it stood, to come back to: what a run changed is told, and undone.
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;
/** Items by their keys. */
export type Content = ReadonlyMap<string, Item>;

const page = (client: DynamoDBClient, TableName: string, from: Item | undefined) =>
  client.send(
    new ScanCommand({ TableName, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
  );
const keyOf = ({ pk, sk }: Item) => ({ pk: { S: pk?.S ?? '' }, sk: { S: sk?.S ?? '' } });
const nameOf = (item: Item): string => `${item.pk?.S} ${item.sk?.S}`;

export async function contentOf(client: DynamoDBClient, table: string): Promise<Content> {
  const content = new Map<string, Item>();
  let from: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await page(client, table, from);
    for (const item of Items) content.set(nameOf(item), item);
    from = LastEvaluatedKey;
  } while (from);
  return content;
}

/** What stands there is compared run after run: it is written out once. */
const texts = new WeakMap<Item, string>();
const textOf = (item: Item): string => {
  const text = texts.get(item) ?? JSON.stringify(item);
  texts.set(item, text);
  return text;
};

const same = (one: Item, other: Item | undefined): boolean =>
  other !== undefined && textOf(one) === textOf(other);

/** What of `now` is not as it was `before`; what is gone is named by its key alone. */
export const changedSince = (before: Content, now: Content) => ({
  written: [...now].filter(([name, item]) => !same(item, before.get(name))).map(([, item]) => item),
  gone: [...before].filter(([name]) => !now.has(name)).map(([, item]) => keyOf(item)),
});

const AT_ONCE = 25;

export async function bringBack(
  client: DynamoDBClient,
  table: string,
  before: Content,
  now: Content,
): Promise<void> {
  const { written, gone } = changedSince(now, before);
  const requests = [
    ...written.map((Item) => ({ PutRequest: { Item } })),
    ...gone.map((Key) => ({ DeleteRequest: { Key } })),
  ];
  for (let at = 0; at < requests.length; at += AT_ONCE) {
    const some = requests.slice(at, at + AT_ONCE);
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: some } }),
    );
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('Not all was brought back.');
  }
}
