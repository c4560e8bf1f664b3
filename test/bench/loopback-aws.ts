// AWS for measurements of a start: DynamoDB, KMS and STS answer over loopback at once, from a map. It checks nothing;
// that is what the local host is for.
import { createServer } from 'node:http';
import * as z from 'zod/mini';

const Item = z.record(z.string(), z.record(z.string(), z.unknown()));
const Call = z.object({
  Key: z.optional(Item),
  ExpressionAttributeValues: z.optional(Item),
  TransactItems: z.optional(
    z.array(z.object({ Put: z.optional(z.object({ Item })), Delete: z.optional(z.object({ Key: Item })) })),
  ),
});
type Call = z.infer<typeof Call>;
type Item = z.infer<typeof Item>;

export interface LoopbackAws {
  readonly url: string;
  /** Operations asked for since the last time. */
  taken(): readonly string[];
  close(): void;
}

const text = (value: Item[string] | undefined): string => String(value?.S ?? '');

const session = `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>LOOPBACK</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
const aKey = Buffer.alloc(32, 7).toString('base64');

export async function startLoopbackAws(): Promise<LoopbackAws> {
  const items = new Map<string, Item>();
  const calls: string[] = [];
  const nameOf = (key: Item) => `${text(key.pk)}\n${text(key.sk)}`;

  const transact = ({ TransactItems = [] }: Call): object => {
    for (const { Put, Delete } of TransactItems) {
      if (Put) items.set(nameOf(Put.Item), Put.Item);
      if (Delete) items.delete(nameOf(Delete.Key));
    }
    return {};
  };
  const query = ({ ExpressionAttributeValues: values = {} }: Call): object => {
    const [from, to] = [text(values[':from']), values[':to']];
    const Items = [...items.values()]
      .filter(({ pk }) => text(pk) === text(values[':pk']))
      .filter(({ sk }) => text(sk) >= from && (to === undefined || text(sk) <= text(to)))
      .sort((a, b) => (text(a.sk) < text(b.sk) ? -1 : 1));
    return { Items, Count: Items.length };
  };
  const answers: Readonly<Record<string, (call: Call) => object>> = {
    GetItem: ({ Key = {} }) => {
      const found = items.get(nameOf(Key));
      return found ? { Item: found } : {};
    },
    Query: query,
    TransactWriteItems: transact,
    Decrypt: () => ({ Plaintext: aKey }),
    GenerateDataKeyWithoutPlaintext: () => ({ CiphertextBlob: aKey }),
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const target = request.headers['x-amz-target'];
    const operation = typeof target === 'string' ? (target.split('.')[1] ?? '') : 'AssumeRole';
    calls.push(operation);
    if (target === undefined) return response.writeHead(200, { 'content-type': 'text/xml' }).end(session);
    const answer = answers[operation];
    if (!answer) throw new Error(`Nobody answers ${operation}.`);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    return response.end(JSON.stringify(answer(Call.parse(JSON.parse(body)))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    taken: () => calls.splice(0),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
