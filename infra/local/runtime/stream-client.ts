// Reads the streams of DynamoDB Local in the JSON that Lambda hands to functions.
import * as z from 'zod';
import { REGION } from '../cloud.ts';

const Shard = z.object({ ShardId: z.string(), ParentShardId: z.string().optional() });
const Description = z.object({ StreamDescription: z.object({ Shards: z.array(Shard) }) });
const Iterator = z.object({ ShardIterator: z.string() });
export const StreamRecord = z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) });
export type StreamRecord = z.infer<typeof StreamRecord>;
const Page = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.string().nullish() });

export type Position =
  | { readonly type: 'TRIM_HORIZON' | 'LATEST' }
  | { readonly type: 'AFTER_SEQUENCE_NUMBER'; readonly sequence: string };

export interface StreamClient {
  /** Parents before children. */
  shards(streamArn: string): Promise<readonly string[]>;
  iterator(streamArn: string, shardId: string, position: Position): Promise<string>;
  /** `next` is missing once the shard is closed and read. */
  read(
    iterator: string,
  ): Promise<{ readonly records: readonly StreamRecord[]; readonly next: string | undefined }>;
}

/** The stream no longer has what the iterator points to, or the iterator is too old: take a new one. */
export class LostIterator extends Error {}

export function createStreamClient(endpoint: string, accessKeyId: string): StreamClient {
  const call = async (operation: string, input: object): Promise<unknown> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    if (/TrimmedDataAccess|ExpiredIterator/.test(text)) throw new LostIterator(text);
    throw new Error(`${operation}: ${text.slice(0, 300)}`);
  };
  return {
    async shards(streamArn) {
      const { StreamDescription } = Description.parse(await call('DescribeStream', { StreamArn: streamArn }));
      return StreamDescription.Shards.map((shard) => shard.ShardId).sort();
    },
    async iterator(streamArn, shardId, position) {
      const answer = await call('GetShardIterator', {
        StreamArn: streamArn,
        ShardId: shardId,
        ShardIteratorType: position.type,
        ...(position.type === 'AFTER_SEQUENCE_NUMBER' && { SequenceNumber: position.sequence }),
      });
      return Iterator.parse(answer).ShardIterator;
    },
    async read(iterator) {
      const page = Page.parse(await call('GetRecords', { ShardIterator: iterator, Limit: 1000 }));
      return { records: page.Records, next: page.NextShardIterator ?? undefined };
    },
  };
}
