import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyCloud, type Mapping } from '../cloud.ts';
import { openStore } from '../store.ts';
import type { Outcome } from './function-worker.ts';
import { LostIterator, type Position, type StreamClient } from './stream-client.ts';
import { createStreams, type Streams } from './streams.ts';

const table = 'layan.test.kota-uji';
const streamArn = `arn:aws:dynamodb:ap-southeast-3:000000000000:table/${table}/stream/1`;
const mapping: Mapping = {
  id: 'm1',
  sourceArn: streamArn,
  functionArn: 'arn:relay',
  batchSize: 10,
  startingPosition: 'TRIM_HORIZON',
  filters: [],
  reportsFailures: false,
  retries: -1,
  bisects: false,
  enabled: true,
};
const running: Streams[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((streams) => streams.stop()));
});

/** A stream of one shard, held in memory; iterators are places in it. */
function fakeStream() {
  const records: { eventName: string; dynamodb: { SequenceNumber: string; Keys: object } }[] = [];
  const positions: Position[] = [];
  let loses = 0;
  let afterEmpty: (() => void) | undefined;
  const client: StreamClient = {
    shards: async () => ['shard-1'],
    async iterator(arn, _shard, position) {
      if (arn !== `local ${streamArn}`) throw new Error(`not the local ARN: ${arn}`);
      positions.push(position);
      if (position.type === 'LATEST') return String(records.length);
      if (position.type !== 'AFTER_SEQUENCE_NUMBER') return '0';
      return String(records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === position.sequence) + 1);
    },
    async read(iterator) {
      if (loses > 0) {
        loses -= 1;
        throw new LostIterator('TrimmedDataAccessException');
      }
      const page = { records: records.slice(Number(iterator)), next: String(records.length) };
      if (page.records.length === 0) {
        afterEmpty?.();
        afterEmpty = undefined;
      }
      return page;
    },
  };
  return {
    client,
    positions,
    lose: (times: number) => {
      loses = times;
    },
    onceAfterEmpty: (act: () => void) => {
      afterEmpty = act;
    },
    write(pk: string) {
      const SequenceNumber = String(1000 + records.length);
      records.push({ eventName: 'INSERT', dynamodb: { SequenceNumber, Keys: { pk: { S: pk } } } });
    },
  };
}

function around(
  stream: ReturnType<typeof fakeStream>,
  options: { mapping?: Partial<Mapping>; dir?: string; answer?: (call: number) => Outcome } = {},
) {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'layan-streams-'));
  const cloud = emptyCloud();
  cloud.mappings.set('m1', { ...mapping, ...options.mapping });
  const batches: string[][] = [];
  const events: unknown[] = [];
  const sent: [string, string][] = [];
  const streams = createStreams({
    cloud,
    store: openStore(dir),
    client: stream.client,
    localArn: (arn) => `local ${arn}`,
    functions: {
      async invoke(functionArn, event) {
        const records: { dynamodb: { Keys: { pk: { S: string } } } }[] = Object(event).Records;
        events.push({ functionArn, event });
        batches.push(records.map(({ dynamodb }) => dynamodb.Keys.pk.S));
        return options.answer?.(batches.length) ?? { ok: true, payload: 'null' };
      },
    },
    send: (arn, body) => sent.push([arn, body]),
    retryMilliseconds: 1,
    safetyMilliseconds: 60_000,
  });
  running.push(streams);
  return { streams, batches, events, sent, dir, cloud };
}

describe('a stream that feeds a function', () => {
  it('hands over raw records under the ARN of the cloud as soon as a table was written to', async () => {
    const stream = fakeStream();
    const { streams, events } = around(stream);
    stream.write('OUTBOX#1');

    streams.wake(table);
    await streams.idle();

    expect(events).toEqual([
      {
        functionArn: 'arn:relay',
        event: {
          Records: [
            {
              eventName: 'INSERT',
              eventSource: 'aws:dynamodb',
              eventSourceARN: streamArn,
              awsRegion: 'ap-southeast-3',
              dynamodb: { SequenceNumber: '1000', Keys: { pk: { S: 'OUTBOX#1' } } },
            },
          ],
        },
      },
    ]);
  });

  it('passes on only what the filter lets through, and does not look at the rest again', async () => {
    const stream = fakeStream();
    const filters = [{ dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } } }];
    const { streams, batches, dir } = around(stream, { mapping: { filters } });
    for (const pk of ['CASE#1', 'OUTBOX#1', 'OUTBOX#2', 'CASE#2']) stream.write(pk);

    streams.wake(table);
    await streams.idle();
    await streams.stop();
    const next = around(stream, { mapping: { filters }, dir });
    stream.write('OUTBOX#3');
    next.streams.wake(table);
    await next.streams.idle();

    expect(batches).toEqual([['OUTBOX#1', 'OUTBOX#2']]);
    expect(next.batches).toEqual([['OUTBOX#3']]);
    expect(stream.positions.at(-1)).toEqual({ type: 'AFTER_SEQUENCE_NUMBER', sequence: '1003' });
  });

  it('stays asleep for writes to other tables, even to one whose name begins the same', async () => {
    const stream = fakeStream();
    const { streams, batches } = around(stream);
    stream.write('OUTBOX#1');

    streams.wake('layan.test.kota-uj');
    streams.wake(`${table}-timur`);
    await streams.idle();

    expect(batches).toEqual([]);
  });

  it('does not miss a write that happens while it is busy', async () => {
    const stream = fakeStream();
    const { streams, batches } = around(stream, {
      answer(call) {
        if (call === 1) {
          stream.write('OUTBOX#2');
          streams.wake(table);
        }
        return { ok: true, payload: 'null' };
      },
    });
    stream.write('OUTBOX#1');

    streams.wake(table);
    await streams.idle();

    expect(batches).toEqual([['OUTBOX#1'], ['OUTBOX#2']]);
  });

  it('does not miss a write between its last look and its rest', async () => {
    const stream = fakeStream();
    const { streams, batches } = around(stream);
    stream.onceAfterEmpty(() => {
      stream.write('OUTBOX#late');
      streams.wake(table);
    });

    streams.wake(table);
    await streams.idle();

    expect(batches).toEqual([['OUTBOX#late']]);
  });

  it.each([
    ['its first read loses the iterator, as on an empty stream', 1],
    ['it loses it twice', 2],
  ])('loses nothing when %s', async (_name, times) => {
    const stream = fakeStream();
    const { streams, batches } = around(stream);
    stream.write('OUTBOX#1');
    stream.lose(times);

    streams.wake(table);
    await streams.idle();

    expect(batches).toEqual([['OUTBOX#1']]);
  });

  it('tries again until the function has done it, without going past it', async () => {
    const stream = fakeStream();
    const { streams, batches } = around(stream, {
      mapping: { batchSize: 1 },
      answer: (call) =>
        call < 3 ? { ok: false, reason: 'error', type: 'E', message: 'no' } : { ok: true, payload: 'null' },
    });
    stream.write('OUTBOX#1');
    stream.write('OUTBOX#2');

    streams.wake(table);
    await streams.idle();

    expect(batches).toEqual([['OUTBOX#1'], ['OUTBOX#1'], ['OUTBOX#1'], ['OUTBOX#2']]);
  });

  it('leaves a note where the template wants it when it has to give up', async () => {
    const stream = fakeStream();
    const { streams, sent } = around(stream, {
      mapping: { retries: 0, onFailureArn: 'arn:aws:sqs:r:1:dead' },
      answer: () => ({ ok: false, reason: 'error', type: 'E', message: 'no' }),
    });
    stream.write('OUTBOX#1');

    streams.wake(table);
    await streams.idle();

    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]?.[1] ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', functionArn: 'arn:relay' },
      DDBStreamBatchInfo: { startSequenceNumber: '1000', endSequenceNumber: '1000', batchSize: 1, streamArn },
    });
  });

  it('begins with what comes next when the mapping starts at the latest', async () => {
    const stream = fakeStream();
    stream.write('OUTBOX#old');
    const { streams, batches } = around(stream, { mapping: { startingPosition: 'LATEST' } });
    streams.reconcile();
    await streams.idle();

    stream.write('OUTBOX#new');
    streams.wake(table);
    await streams.idle();

    expect(batches).toEqual([['OUTBOX#new']]);
  });

  it('begins by itself when a mapping appears, and ends when it is gone', async () => {
    const stream = fakeStream();
    const { streams, batches, cloud } = around(stream);
    stream.write('OUTBOX#1');
    streams.reconcile();
    await streams.idle();

    cloud.mappings.clear();
    stream.write('OUTBOX#2');
    streams.wake(table);
    await streams.idle();

    expect(batches).toEqual([['OUTBOX#1']]);
  });
});
