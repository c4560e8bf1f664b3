// Event source mappings that read queues: batches, partial failures; visibility and dead letters are the queue's own.
import type { QueueManagement, QueueMessage } from '../aws/contract.ts';
import { type Cloud, type Mapping, REGION } from '../cloud.ts';
import { reportedFailures } from './batch.ts';
import type { Functions } from './functions.ts';
import type { RefusalOf } from './sources.ts';

export interface QueuesOptions {
  readonly cloud: Cloud;
  readonly sqs: Pick<QueueManagement, 'receive' | 'remove' | 'onMessage'>;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly refusalOf?: RefusalOf;
  readonly concurrency?: number;
  readonly safetyMilliseconds?: number;
}

export interface Queues {
  /** Call when mappings came or went. */
  reconcile(): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createQueues(options: QueuesOptions): Queues {
  const running = new Map<string, Set<Promise<void>>>();
  let stopped = false;

  const mappingsOf = (queueArn?: string) =>
    [...options.cloud.mappings.values()].filter(
      ({ enabled, sourceArn }) =>
        enabled && (queueArn === undefined ? sourceArn.startsWith('arn:aws:sqs:') : sourceArn === queueArn),
    );
  const poll = (mapping: Mapping) => {
    const runs = running.get(mapping.id) ?? new Set();
    running.set(mapping.id, runs);
    while (!stopped && runs.size < (options.concurrency ?? 2)) {
      const messages = options.sqs.receive(mapping.sourceArn, Math.min(10, mapping.batchSize));
      if (messages.length === 0) return;
      const run = handle(mapping, messages)
        .catch((error: unknown) => console.error(`Queue ${mapping.sourceArn}:`, error))
        .finally(() => {
          runs.delete(run);
          poll(mapping);
        });
      runs.add(run);
    }
  };
  const handle = async (mapping: Mapping, messages: readonly QueueMessage[]) => {
    const refusal = await options.refusalOf?.(mapping);
    if (refusal) throw new Error(refusal);
    const Records = messages.map((message) => toRecord(mapping, message));
    const outcome = await options.functions.invoke(mapping.functionArn, { Records });
    if (!outcome.ok) return;
    const failed = mapping.reportsFailures ? reportedFailures(outcome.payload) : [];
    // A report that names a message which was not there cannot be trusted: the whole batch counts as failed.
    if (failed.some((id) => !messages.some((message) => message.messageId === id))) return;
    for (const message of messages)
      if (!failed.includes(message.messageId)) options.sqs.remove(mapping.sourceArn, message.receiptHandle);
  };
  const pollAll = () => mappingsOf().forEach(poll);
  const unsubscribe = options.sqs.onMessage((queueArn) => mappingsOf(queueArn).forEach(poll));
  const safety = setInterval(pollAll, options.safetyMilliseconds ?? 20_000);
  safety.unref();
  const all = () => [...running.values()].flatMap((runs) => [...runs]);

  return {
    reconcile: pollAll,
    async idle() {
      while (all().length > 0) await Promise.all(all());
    },
    async stop() {
      stopped = true;
      unsubscribe();
      clearInterval(safety);
      await Promise.all(all());
    },
  };
}

function toRecord(mapping: Mapping, message: QueueMessage): Record<string, unknown> {
  const attributes = Object.entries(message.messageAttributes).map(([name, value]) => [
    name,
    {
      dataType: value.DataType,
      stringListValues: [],
      binaryListValues: [],
      ...(value.StringValue !== undefined && { stringValue: value.StringValue }),
      ...(value.BinaryValue !== undefined && { binaryValue: value.BinaryValue }),
    },
  ]);
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: message.attributes,
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.md5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: mapping.sourceArn,
    awsRegion: REGION,
  };
}
