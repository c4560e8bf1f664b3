// SQS in its JSON protocol: standard queues that the formation engine made.
import * as z from 'zod';
import { ACCOUNT, type Cloud, type Queue, REGION } from '../cloud.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { QueueManagement, QueueMessage, SessionPrincipal } from './contract.ts';
import { principalArn } from './request-context.ts';
import { type JsonService, readInput } from './service-call.ts';
import { md5OfAttributes } from './sqs-digest.ts';
import { MessageAttributes, type Queues } from './sqs-queues.ts';

const MAXIMUM_BYTES = 1_048_576;
const ByUrl = z.object({ QueueUrl: z.string() });
const Entry = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(900).optional(),
  MessageAttributes: MessageAttributes.optional(),
});
const Receive = ByUrl.extend({
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  WaitTimeSeconds: z.int().min(0).max(20).default(0),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  AttributeNames: z.array(z.string()).optional(),
  MessageSystemAttributeNames: z.array(z.string()).optional(),
  MessageAttributeNames: z.array(z.string()).default([]),
});
const Visibility = z.object({ ReceiptHandle: z.string(), VisibilityTimeout: z.int().min(0).max(43_200) });
const batchOf = <T extends z.ZodRawShape>(entry: z.ZodObject<T>) =>
  ByUrl.extend({
    Entries: z
      .array(entry.extend({ Id: z.string() }))
      .min(1)
      .max(10),
  });

export interface QueueService extends JsonService, QueueManagement {}

export function createSqs(options: {
  readonly cloud: Cloud;
  readonly queues: Queues;
  readonly access: Authorizer;
  readonly url: () => string;
}): QueueService {
  const { cloud, queues, access } = options;
  const byArn = (arn: string): Queue => {
    const queue = cloud.queues.get(arn);
    if (!queue) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  };
  // The last part of the address is the name, so an address from before a change of port still finds its queue.
  const byUrl = (url: string) => byArn(`arn:aws:sqs:${REGION}:${ACCOUNT}:${url.split('/').at(-1)}`);
  const open = async (caller: SessionPrincipal, action: string, url: string) => {
    const name = url.split('/').at(-1) ?? '';
    await access.require(caller, `sqs:${action}`, `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`);
    return byUrl(url);
  };
  const send = (queue: Queue, entry: z.infer<typeof Entry>, caller: SessionPrincipal) => {
    if (Buffer.byteLength(entry.MessageBody) > MAXIMUM_BYTES)
      throw new AwsError('InvalidParameterValue', `A message is at most ${MAXIMUM_BYTES} bytes.`);
    const attributes = entry.MessageAttributes ?? {};
    const { id, md5 } = queues.send(queue, {
      body: entry.MessageBody,
      attributes,
      delaySeconds: entry.DelaySeconds ?? 0,
      sender: principalArn(caller),
    });
    return { MessageId: id, MD5OfMessageBody: md5, MD5OfMessageAttributes: md5OfAttributes(attributes) };
  };
  const receive = async (queue: Queue, input: z.infer<typeof Receive>, gone: AbortSignal) => {
    const once = () => queues.receive(queue, input.MaxNumberOfMessages, input.VisibilityTimeout);
    const first = once();
    if (first.length > 0 || input.WaitTimeSeconds === 0) return first;
    return new Promise<QueueMessage[]>((resolve) => {
      const finish = (messages: QueueMessage[]) => {
        stop();
        clearTimeout(timer);
        resolve(messages);
      };
      const timer = setTimeout(() => finish([]), input.WaitTimeSeconds * 1000).unref();
      gone.addEventListener('abort', () => finish([]));
      const stop = queues.onMessage((arn) => {
        if (arn !== queue.arn) return;
        const messages = once();
        if (messages.length > 0) finish(messages);
      });
    });
  };

  return {
    queueUrl: (name) => `${options.url()}/${ACCOUNT}/${name}`,
    deleteQueue: (arn) => queues.purge(arn),
    send: (arn, body) => queues.send(byArn(arn), { body }).id,
    receive: (arn, maximum) => queues.receive(byArn(arn), maximum),
    remove: (arn, receipt) => queues.remove(byArn(arn), receipt),
    onMessage: (listener) => queues.onMessage(listener),

    target: 'AmazonSQS',
    version: '1.0',
    operations: {
      GetQueueUrl: async (input, caller) => {
        const { QueueName } = readInput(z.object({ QueueName: z.string() }), input);
        const queue = await open(caller, 'GetQueueUrl', QueueName);
        return { QueueUrl: `${options.url()}/${ACCOUNT}/${queue.name}` };
      },
      SendMessage: async (input, caller) => {
        const { QueueUrl, ...entry } = readInput(ByUrl.extend(Entry.shape), input);
        return send(await open(caller, 'SendMessage', QueueUrl), entry, caller);
      },
      SendMessageBatch: async (input, caller) => {
        const { QueueUrl, Entries } = readInput(batchOf(Entry), input);
        const queue = await open(caller, 'SendMessage', QueueUrl);
        return batch(Entries, (entry) => send(queue, entry, caller));
      },
      ReceiveMessage: async (input, caller, gone) => {
        const wanted = readInput(Receive, input);
        const queue = await open(caller, 'ReceiveMessage', wanted.QueueUrl);
        return { Messages: (await receive(queue, wanted, gone)).map((message) => present(message, wanted)) };
      },
      DeleteMessage: async (input, caller) => {
        const { QueueUrl, ReceiptHandle } = readInput(ByUrl.extend({ ReceiptHandle: z.string() }), input);
        queues.remove(await open(caller, 'DeleteMessage', QueueUrl), ReceiptHandle);
        return {};
      },
      DeleteMessageBatch: async (input, caller) => {
        const { QueueUrl, Entries } = readInput(batchOf(z.object({ ReceiptHandle: z.string() })), input);
        const queue = await open(caller, 'DeleteMessage', QueueUrl);
        return batch(Entries, ({ ReceiptHandle }) => {
          queues.remove(queue, ReceiptHandle);
          return {};
        });
      },
      ChangeMessageVisibility: async (input, caller) => {
        const { QueueUrl, ReceiptHandle, VisibilityTimeout } = readInput(
          ByUrl.extend(Visibility.shape),
          input,
        );
        const queue = await open(caller, 'ChangeMessageVisibility', QueueUrl);
        queues.changeVisibility(queue, ReceiptHandle, VisibilityTimeout);
        return {};
      },
      GetQueueAttributes: async (input, caller) => {
        const { QueueUrl } = readInput(ByUrl, input);
        const queue = await open(caller, 'GetQueueAttributes', QueueUrl);
        return { Attributes: attributesOf(queue, queues) };
      },
    },
  };
}

function batch<E extends { Id: string }>(entries: readonly E[], each: (entry: E) => object): object {
  if (new Set(entries.map((entry) => entry.Id)).size < entries.length)
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...each(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}

function present(message: QueueMessage, wanted: z.infer<typeof Receive>): object {
  const system = wanted.MessageSystemAttributeNames ?? wanted.AttributeNames ?? [];
  const pick = <T>(values: Readonly<Record<string, T>>, names: readonly string[]) =>
    Object.fromEntries(
      Object.entries(values).filter(([name]) =>
        names.some(
          (n) =>
            n === 'All' || n === '.*' || n === name || (n.endsWith('.*') && name.startsWith(n.slice(0, -2))),
        ),
      ),
    );
  const attributes = pick(message.messageAttributes, wanted.MessageAttributeNames);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: message.md5OfBody,
    Attributes: pick(message.attributes, system),
    ...(Object.keys(attributes).length > 0
      ? { MessageAttributes: attributes, MD5OfMessageAttributes: md5OfAttributes(attributes) }
      : {}),
  };
}

function attributesOf(queue: Queue, queues: Queues): Record<string, string> {
  const { visible, inFlight, delayed } = queues.counts(queue);
  const { deadLetter } = queue;
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
    ...(deadLetter
      ? {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: deadLetter.queueArn,
            maxReceiveCount: deadLetter.maxReceiveCount,
          }),
        }
      : {}),
  };
}
