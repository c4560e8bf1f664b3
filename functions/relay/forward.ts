// Forwards pointers to every queue in the order of the stream; at the first that one of them does not take it stops and
// says where to go on. Those behind it that another queue took are sent there again: consumers do nothing twice.
import type { Logger } from '@layan/observability/logger';
import * as z from 'zod/mini';
import { type Pointer, pointerOf, StreamRecord } from './pointers.ts';

const StreamEvent = z.object({ Records: z.array(StreamRecord) });

/** Sends up to ten messages; gives the places of those that were not taken. */
export type SendBatch = (messages: readonly Pointer[]) => Promise<readonly number[]>;

export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

const BATCH = 10;

export const createForward =
  (queues: readonly SendBatch[], logger: Logger) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const { Records: records } = StreamEvent.parse(event);
    for (let start = 0; start < records.length; start += BATCH) {
      const batch = records.slice(start, start + BATCH);
      const pointers = batch.map(pointerOf);
      const refused = (await Promise.all(queues.map((send) => send(pointers)))).flat();
      const first = batch[Math.min(...refused)];
      if (first !== undefined)
        return { batchItemFailures: [{ itemIdentifier: first.dynamodb.SequenceNumber }] };
    }
    logger.log('L201', { count: records.length });
    return { batchItemFailures: [] };
  };
