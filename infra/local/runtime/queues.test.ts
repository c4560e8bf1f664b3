import { afterEach, describe, expect, it } from 'vitest';
import type { QueueMessage } from '../aws/contract.ts';
import { emptyCloud, type Mapping } from '../cloud.ts';
import type { Outcome } from './function-worker.ts';
import { createQueues, type Queues } from './queues.ts';

const queueArn = 'arn:aws:sqs:ap-southeast-3:000000000000:changes';
const mapping: Mapping = {
  id: 'm1',
  sourceArn: queueArn,
  functionArn: 'arn:projections',
  batchSize: 2,
  startingPosition: 'TRIM_HORIZON',
  filters: [],
  reportsFailures: true,
  retries: -1,
  bisects: false,
  enabled: true,
};
const running: Queues[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((queues) => queues.stop()));
});

function around(answer: (ids: readonly string[]) => Outcome, more: Partial<Mapping> = {}, concurrency = 2) {
  const visible: QueueMessage[] = [];
  const removed: string[] = [];
  const listeners = new Set<(arn: string) => void>();
  const events: { Records: { messageId: string }[] }[] = [];
  const cloud = emptyCloud();
  cloud.mappings.set('m1', { ...mapping, ...more });
  let inside = 0;
  let most = 0;
  const queues = createQueues({
    cloud,
    concurrency,
    safetyMilliseconds: 60_000,
    functions: {
      async invoke(_arn, event) {
        const seen: { Records: { messageId: string }[] } = Object(event);
        events.push(seen);
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
        return answer(seen.Records.map(({ messageId }) => messageId));
      },
    },
    sqs: {
      receive: (_arn, maximum) => visible.splice(0, maximum),
      remove: (_arn, receipt) => void removed.push(receipt),
      onMessage(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  running.push(queues);
  const send = (...ids: string[]) => {
    for (const id of ids)
      visible.push({
        messageId: id,
        receiptHandle: `receipt ${id}`,
        body: `{"id":"${id}"}`,
        md5OfBody: 'md5',
        attributes: { ApproximateReceiveCount: '1' },
        messageAttributes: { kind: { DataType: 'String', StringValue: 'change' } },
      });
    for (const listener of listeners) listener(queueArn);
  };
  return { queues, send, removed, events, listeners, most: () => most };
}

const good: Outcome = { ok: true, payload: 'null' };
const failing = (...ids: string[]): Outcome => ({
  ok: true,
  payload: JSON.stringify({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) }),
});

describe('a queue that feeds a function', () => {
  it('hands over batches in the shape of Lambda and removes what is done', async () => {
    const { queues, send, removed, events } = around(() => good);

    send('a', 'b', 'c');
    await queues.idle();

    expect(events.map(({ Records }) => Records.length)).toEqual([2, 1]);
    expect(events[0]?.Records[0]).toEqual({
      messageId: 'a',
      receiptHandle: 'receipt a',
      body: '{"id":"a"}',
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: {
        kind: { stringValue: 'change', dataType: 'String', stringListValues: [], binaryListValues: [] },
      },
      md5OfBody: 'md5',
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: 'ap-southeast-3',
    });
    expect(removed).toEqual(['receipt a', 'receipt b', 'receipt c']);
  });

  it('leaves in the queue what the function reports as failed, and only that', async () => {
    const { queues, send, removed } = around(() => failing('a'));

    send('a', 'b');
    await queues.idle();

    expect(removed).toEqual(['receipt b']);
  });

  it.each([
    ['the function failed', (): Outcome => ({ ok: false, reason: 'error', type: 'E', message: 'no' }), {}],
    ['the report names a message that was not in the batch', () => failing('zzz'), {}],
  ])('leaves the whole batch when %s', async (_name, answer, more) => {
    const { queues, send, removed } = around(answer, more);

    send('a', 'b');
    await queues.idle();

    expect(removed).toEqual([]);
  });

  it('does not read reports when the mapping does not ask for them', async () => {
    const { queues, send, removed } = around(() => failing('a'), { reportsFailures: false });

    send('a');
    await queues.idle();

    expect(removed).toEqual(['receipt a']);
  });

  it('works on a few batches at once, not on all', async () => {
    const { queues, send, most } = around(() => good, { batchSize: 1 }, 2);

    send(...'abcdef');
    await queues.idle();

    expect(most()).toBe(2);
  });

  it('takes nothing while it is switched off, and nothing once it has stopped', async () => {
    const off = around(() => good, { enabled: false });
    off.send('a');
    const stopped = around(() => good);
    await stopped.queues.stop();
    stopped.send('a');

    expect([off.events, stopped.events]).toEqual([[], []]);
    expect(stopped.listeners.size).toBe(0);
  });
});
