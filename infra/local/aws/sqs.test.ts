import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, type Queue, REGION } from '../cloud.ts';
import { ADMIN, failure, PORTAL, startTestFront, type TestFront } from './test-front.ts';

let host: TestFront;
let sqs: SQSClient;
let QueueUrl: string;
beforeEach(async () => {
  host = await startTestFront();
  addQueue('changes-dlq');
  addQueue('changes', { deadLetter: { queueArn: arnOf('changes-dlq'), maxReceiveCount: 2 } });
  sqs = new SQSClient(host.as(ADMIN));
  QueueUrl = host.front.services.sqs.queueUrl('changes');
});
afterEach(() => host.close());

const arnOf = (name: string) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
function addQueue(name: string, more: Partial<Queue> = {}): void {
  const url = host.front.services.sqs.queueUrl(name);
  host.cloud.queues.set(arnOf(name), { arn: arnOf(name), name, url, visibilityTimeoutSeconds: 30, ...more });
}
const later = (seconds: number) => {
  host.clock.now = new Date(host.clock.now.getTime() + seconds * 1000);
};
const send = (MessageBody: string, more = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));
const receive = async (more = {}) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ?? [];
const bodies = async (more = {}) => (await receive(more)).map(({ Body }) => Body);

describe('a queue', () => {
  it('gives messages in the order they came, with attributes the client finds intact', async () => {
    await send('satu', { MessageAttributes: { tenant: { DataType: 'String', StringValue: 'kota-a' } } });
    await send('dua');
    const [first, second] = await receive({
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    });
    expect([first?.Body, second?.Body]).toEqual(['satu', 'dua']);
    expect(first?.MessageAttributes?.tenant?.StringValue).toBe('kota-a');
    expect(first?.Attributes?.ApproximateReceiveCount).toBe('1');
  });

  it('digests attributes as SQS does', async () => {
    const digest = async (MessageAttributes: SendMessageCommand['input']['MessageAttributes']) =>
      (await send('x', { MessageAttributes })).MD5OfMessageAttributes;
    // The first value is the one that emulators of SQS record of the service itself.
    expect(await digest({ timestamp: { DataType: 'Number', StringValue: '1493147359900' } })).toBe(
      '235c5c510d26fb653d073faed50ae77c',
    );
    expect(
      await digest({
        n: { DataType: 'Binary', BinaryValue: new Uint8Array([1]) },
        a: { DataType: 'String', StringValue: 'b' },
      }),
    ).toBe('ee29c98d92ef70e0ce8b3229c6946de0');
    expect(await digest(undefined)).toBeUndefined();
  });

  it('hides what was received until the visibility timeout ends', async () => {
    await send('satu');
    expect(await bodies()).toEqual(['satu']);
    expect(await bodies()).toEqual([]);
    later(31);
    expect(await bodies()).toEqual(['satu']);
  });

  it('forgets what was deleted, also in batches', async () => {
    await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: ['a', 'b', 'c'].map((Id) => ({ Id, MessageBody: Id })),
      }),
    );
    const [first, ...rest] = await receive();
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
    const Entries = rest.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }));
    const { Successful } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    expect(Successful).toHaveLength(2);
    later(31);
    expect(await bodies()).toEqual([]);
  });

  it('does not delete by a handle that a later receive replaced', async () => {
    await send('satu');
    const [old] = await receive();
    later(31);
    await receive();
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: old?.ReceiptHandle }));
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes?.ApproximateNumberOfMessagesNotVisible).toBe('1');
  });

  it('delays, and changes visibility', async () => {
    await send('satu', { DelaySeconds: 60 });
    expect(await bodies()).toEqual([]);
    later(61);
    const [message] = await receive();
    const ReceiptHandle = message?.ReceiptHandle;
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect(await bodies()).toEqual(['satu']);
  });

  it('moves a message to the dead-letter queue after it was received often enough', async () => {
    await send('rusak');
    for (const _ of [1, 2]) {
      expect(await bodies()).toEqual(['rusak']);
      later(31);
    }
    expect(await bodies()).toEqual([]);
    QueueUrl = host.front.services.sqs.queueUrl('changes-dlq');
    const [dead] = await receive({ MessageSystemAttributeNames: ['All'] });
    expect(dead?.Body).toBe('rusak');
    expect(dead?.Attributes?.DeadLetterQueueSourceArn).toBe(arnOf('changes'));
  });

  it('wakes a waiting receiver', async () => {
    const waiting = receive({ WaitTimeSeconds: 5 });
    await send('satu');
    expect((await waiting).map(({ Body }) => Body)).toEqual(['satu']);
  });

  it('gives nothing to a receiver that went away', async () => {
    const leaving = new AbortController();
    const waiting = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 });
    const left = failure(sqs.send(waiting, { abortSignal: leaving.signal }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    leaving.abort();
    expect((await left).name).toBe('AbortError');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await send('satu');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await bodies()).toEqual(['satu']);
  });

  it('keeps its messages over a restart, receive counts included', async () => {
    await send('satu');
    await receive();
    await host.close('keep');
    host = await startTestFront({ dir: host.dir, cloud: host.cloud });
    later(31);
    sqs = new SQSClient(host.as(ADMIN));
    QueueUrl = host.front.services.sqs.queueUrl('changes');
    const [message] = await receive({ MessageSystemAttributeNames: ['All'] });
    expect(message?.Attributes?.ApproximateReceiveCount).toBe('2');
  });

  it('is closed to those without a statement for it', async () => {
    const sending = new SendMessageCommand({ QueueUrl, MessageBody: 'x' });
    const { name, message } = await failure(new SQSClient(host.as(PORTAL)).send(sending));
    expect(name).toMatch(/^AccessDenied/);
    expect(message).toContain(
      `{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"${arnOf('changes')}"}`,
    );
  });

  it('answers for an unknown queue as SQS does', async () => {
    QueueUrl = host.front.services.sqs.queueUrl('nowhere');
    expect((await failure(send('x'))).name).toMatch(/QueueDoesNotExist|NonExistentQueue/);
  });
});

describe('the host itself', () => {
  it('hears of messages, also of those that become visible again', async () => {
    const heard: string[] = [];
    host.front.services.sqs.onMessage((arn) => heard.push(arn));
    await send('satu');
    await expect.poll(() => heard).toEqual([arnOf('changes')]);
    const [message] = host.front.services.sqs.receive(arnOf('changes'), 10);
    expect(message).toMatchObject({ body: 'satu', attributes: { ApproximateReceiveCount: '1' } });
    host.front.services.sqs.remove(arnOf('changes'), message?.receiptHandle ?? '');
    later(31);
    expect(host.front.services.sqs.receive(arnOf('changes'), 10)).toEqual([]);
  });
});
