// Event source mappings that read tables' streams: filtered, in order, remembered on disk, polled when a table is
// written to and now and then besides.
import * as z from 'zod';
import { type Cloud, type Mapping, REGION } from '../cloud.ts';
import { messageOf } from '../json.ts';
import type { Store } from '../store.ts';
import { deliverInOrder, type Sequenced } from './batch.ts';
import type { Functions } from './functions.ts';
import { matchesPattern } from './pattern.ts';
import type { RefusalOf } from './sources.ts';
import { LostIterator, type Position, type StreamClient, type StreamRecord } from './stream-client.ts';

export interface StreamsOptions {
  readonly cloud: Cloud;
  readonly store: Store;
  readonly client: StreamClient;
  readonly localArn: (streamArn: string) => string;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly send: (queueArn: string, body: string) => void;
  readonly refusalOf?: RefusalOf;
  readonly safetyMilliseconds?: number;
  readonly retryMilliseconds?: number;
}

export interface Streams {
  /** Call after a write to a table. */
  wake(tableName: string): void;
  /** Call when mappings came or went. */
  reconcile(): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const Checkpoint = z.object({ sequence: z.string().optional(), closed: z.boolean() });

export function createStreams(options: StreamsOptions): Streams {
  const checkpoints = options.store.collection('stream-checkpoints', Checkpoint);
  const iterators = new Map<string, string>();
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const seen = new Set<string>();
  let stopped = false;

  const isMine = (mapping: Mapping) => mapping.enabled && mapping.sourceArn.startsWith('arn:aws:dynamodb:');
  const alive = (mapping: Mapping) => !stopped && options.cloud.mappings.has(mapping.id);

  const poll = (mapping: Mapping) => {
    if (stopped) return;
    if (running.has(mapping.id)) return void again.add(mapping.id);
    const run = drain(mapping)
      .catch((error: unknown) => {
        if (alive(mapping)) console.error(`Stream of ${mapping.sourceArn}: ${messageOf(error)}`);
      })
      .finally(() => {
        running.delete(mapping.id);
        if (again.delete(mapping.id)) poll(mapping);
      });
    running.set(mapping.id, run);
  };

  const drain = async (mapping: Mapping) => {
    const refusal = await options.refusalOf?.(mapping);
    if (refusal) throw new Error(refusal);
    const arn = options.localArn(mapping.sourceArn);
    for (const shardId of await options.client.shards(arn)) {
      const id = `${mapping.id}/${shardId}`;
      if (!checkpoints.get(id)?.closed) await drainShard(mapping, arn, shardId, id);
    }
  };

  const drainShard = async (mapping: Mapping, arn: string, shardId: string, id: string) => {
    let losses = 0;
    while (alive(mapping)) {
      try {
        const iterator =
          iterators.get(id) ?? (await options.client.iterator(arn, shardId, position(mapping, id, losses)));
        const { records, next } = await options.client.read(iterator);
        await deliver(mapping, id, records);
        if (!alive(mapping)) return;
        if (next) iterators.set(id, next);
        else {
          iterators.delete(id);
          checkpoints.set(id, { ...checkpoints.get(id), closed: true });
        }
        if (records.length === 0 || !next) return;
      } catch (error) {
        iterators.delete(id);
        losses += 1;
        if (!(error instanceof LostIterator) || losses > 3) throw error;
      }
    }
  };

  const position = (mapping: Mapping, id: string, losses: number): Position => {
    const sequence = checkpoints.get(id)?.sequence;
    // What the checkpoint points to may itself be gone: then the oldest that is left is next.
    if (sequence && losses < 2) return { type: 'AFTER_SEQUENCE_NUMBER', sequence };
    return { type: sequence ? 'TRIM_HORIZON' : mapping.startingPosition };
  };

  const deliver = async (mapping: Mapping, id: string, records: readonly StreamRecord[]) => {
    const done = (sequence: string) => checkpoints.set(id, { sequence, closed: false });
    const wanted = records
      .filter((record) => passes(mapping, record))
      .map((record) => toEvent(mapping, record));
    await deliverInOrder(wanted, {
      mapping,
      invoke: (batch) => options.functions.invoke(mapping.functionArn, { Records: batch }),
      onDone: done,
      onGivenUp: (lost, reason) => giveUp(mapping, lost, reason),
      pause: (attempt) => pause(Math.min(10_000, (options.retryMilliseconds ?? 200) * 2 ** (attempt - 1))),
      stopped: () => !alive(mapping),
    });
    const last = records.at(-1);
    if (last && alive(mapping)) done(last.dynamodb.SequenceNumber);
  };

  const giveUp = (mapping: Mapping, lost: readonly Sequenced[], reason: string) => {
    console.error(`${mapping.functionArn} failed on ${lost.length} stream records: ${reason}`);
    if (!mapping.onFailureArn) return;
    const info = {
      batchSize: lost.length,
      startSequenceNumber: lost[0]?.sequence,
      endSequenceNumber: lost.at(-1)?.sequence,
      streamArn: mapping.sourceArn,
    };
    const requestContext = { functionArn: mapping.functionArn, condition: 'RetryAttemptsExhausted' };
    options.send(
      mapping.onFailureArn,
      JSON.stringify({ version: '1.0', requestContext, DDBStreamBatchInfo: info }),
    );
  };

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => void setTimeout(resolve, stopped ? 0 : milliseconds).unref());

  const pollAll = () => {
    for (const mapping of options.cloud.mappings.values()) if (isMine(mapping)) poll(mapping);
  };
  const safety = setInterval(pollAll, options.safetyMilliseconds ?? 30_000);
  safety.unref();

  return {
    wake(tableName) {
      for (const mapping of options.cloud.mappings.values())
        if (isMine(mapping) && mapping.sourceArn.includes(`:table/${tableName}/stream/`)) poll(mapping);
    },
    reconcile() {
      for (const mapping of options.cloud.mappings.values()) {
        if (seen.has(mapping.id) || !isMine(mapping)) continue;
        seen.add(mapping.id);
        poll(mapping);
      }
    },
    async idle() {
      while (running.size > 0) await Promise.all(running.values());
    },
    async stop() {
      stopped = true;
      clearInterval(safety);
      await Promise.all(running.values());
    },
  };
}

export function passes(mapping: Pick<Mapping, 'filters'>, record: unknown): boolean {
  return mapping.filters.length === 0 || mapping.filters.some((pattern) => matchesPattern(pattern, record));
}

function toEvent(mapping: Mapping, record: StreamRecord): Sequenced {
  const event = {
    ...record,
    awsRegion: REGION,
    eventSource: 'aws:dynamodb',
    eventSourceARN: mapping.sourceArn,
  };
  return { sequence: record.dynamodb.SequenceNumber, event };
}
