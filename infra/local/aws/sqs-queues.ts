// The messages of the queues: visibility, delay, receive counts and the way to the dead-letter queue. A message is
// on disk before its sender has an answer, and gone from disk before its receiver has one.
import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Cloud, Queue } from '../cloud.ts';
import type { Store } from '../store.ts';
import { AwsError } from './aws-error.ts';
import type { QueueMessage } from './contract.ts';

const Attribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
export const MessageAttributes = z.record(z.string(), Attribute);
const Message = z.object({
  id: z.string(),
  queue: z.string(),
  order: z.number(),
  body: z.string(),
  attributes: MessageAttributes,
  sender: z.string(),
  sentAt: z.number(),
  visibleAt: z.number(),
  delayed: z.boolean(),
  receiveCount: z.number(),
  firstReceivedAt: z.number().optional(),
  receipt: z.string().optional(),
  deadLetterSource: z.string().optional(),
});
type Message = z.infer<typeof Message>;

interface Sending {
  readonly body: string;
  readonly attributes?: z.infer<typeof MessageAttributes>;
  readonly delaySeconds?: number;
  readonly sender?: string;
}

export interface Queues {
  send(queue: Queue, message: Sending): { id: string; md5: string };
  receive(queue: Queue, maximum: number, visibilitySeconds?: number): QueueMessage[];
  remove(queue: Queue, receipt: string): void;
  changeVisibility(queue: Queue, receipt: string, seconds: number): void;
  counts(queue: Queue): { visible: number; inFlight: number; delayed: number };
  purge(queueArn: string): void;
  onMessage(listener: (queueArn: string) => void): () => void;
  close(): void;
}

export const md5 = (text: string | Buffer) => createHash('md5').update(text).digest('hex');

export function openQueues(cloud: Cloud, store: Store, clock: () => Date): Queues {
  const messages = store.collection('sqs', Message);
  const listeners = new Set<(queueArn: string) => void>();
  const timers = new Map<string, NodeJS.Timeout>();
  let order = Math.max(0, ...[...messages.values()].map((message) => message.order));
  const now = () => clock().getTime();
  const keep = (message: Message) => messages.set(message.id, message);
  const of = (queueArn: string) =>
    [...messages.values()].filter((m) => m.queue === queueArn).sort((a, b) => a.order - b.order);

  // One timer per queue, for the next message that becomes visible.
  const watch = (queueArn: string) => {
    clearTimeout(timers.get(queueArn));
    timers.delete(queueArn);
    const next = Math.min(...of(queueArn).map((message) => message.visibleAt));
    if (next === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => announce(queueArn), Math.min(Math.max(next - now(), 0), 2 ** 31 - 1));
    timers.set(queueArn, timer.unref());
  };
  const announce = (queueArn: string) => {
    timers.delete(queueArn);
    if (!of(queueArn).some((message) => message.visibleAt <= now())) return watch(queueArn);
    for (const listener of listeners) listener(queueArn);
  };
  const byReceipt = (queue: Queue, receipt: string) => {
    const id = Buffer.from(receipt, 'base64url').toString('utf8').split('#')[0] ?? '';
    if (!/^[0-9a-f-]{36}$/.test(id))
      throw new AwsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
    const message = messages.get(id);
    return message?.queue === queue.arn && message.receipt === receipt ? message : undefined;
  };

  const take = (queue: Queue, message: Message, visibilitySeconds: number): QueueMessage | undefined => {
    const deadLetter = queue.deadLetter && cloud.queues.get(queue.deadLetter.queueArn);
    if (deadLetter && queue.deadLetter && message.receiveCount >= queue.deadLetter.maxReceiveCount) {
      const { receipt: _, ...rest } = message;
      keep({
        ...rest,
        queue: deadLetter.arn,
        visibleAt: now(),
        receiveCount: 0,
        deadLetterSource: queue.arn,
      });
      watch(deadLetter.arn);
      return undefined;
    }
    const taken: Message = {
      ...message,
      visibleAt: now() + visibilitySeconds * 1000,
      delayed: false,
      receiveCount: message.receiveCount + 1,
      firstReceivedAt: message.firstReceivedAt ?? now(),
      receipt: Buffer.from(`${message.id}#${randomUUID()}`).toString('base64url'),
    };
    keep(taken);
    return present(taken);
  };

  return {
    send: (queue, { body, attributes = {}, delaySeconds = 0, sender = '' }) => {
      order += 1;
      const id = randomUUID();
      const sentAt = now();
      keep({
        id,
        queue: queue.arn,
        order,
        body,
        attributes,
        sender,
        sentAt,
        visibleAt: sentAt + delaySeconds * 1000,
        delayed: delaySeconds > 0,
        receiveCount: 0,
      });
      watch(queue.arn);
      return { id, md5: md5(body) };
    },
    receive: (queue, maximum, visibilitySeconds = queue.visibilityTimeoutSeconds) => {
      const taken: QueueMessage[] = [];
      for (const message of of(queue.arn)) {
        if (taken.length >= maximum) break;
        if (message.visibleAt > now()) continue;
        const got = take(queue, message, visibilitySeconds);
        if (got) taken.push(got);
      }
      watch(queue.arn);
      return taken;
    },
    remove: (queue, receipt) => {
      const message = byReceipt(queue, receipt);
      if (message) messages.delete(message.id);
    },
    changeVisibility: (queue, receipt, seconds) => {
      const message = byReceipt(queue, receipt);
      if (!message || message.visibleAt <= now())
        throw new AwsError('MessageNotInflight', 'The message referred to is not in flight.');
      keep({ ...message, visibleAt: now() + seconds * 1000 });
      watch(queue.arn);
    },
    counts: (queue) => {
      const all = of(queue.arn);
      const hidden = all.filter((message) => message.visibleAt > now());
      const delayed = hidden.filter((message) => message.delayed).length;
      return { visible: all.length - hidden.length, inFlight: hidden.length - delayed, delayed };
    },
    purge: (queueArn) => {
      for (const message of of(queueArn)) messages.delete(message.id);
    },
    onMessage: (listener) => {
      listeners.add(listener);
      // Messages that outlived a restart are announced too.
      for (const queueArn of new Set([...messages.values()].map((m) => m.queue))) watch(queueArn);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function present(message: Message): QueueMessage {
  return {
    messageId: message.id,
    receiptHandle: message.receipt ?? '',
    body: message.body,
    md5OfBody: md5(message.body),
    attributes: {
      SenderId: message.sender,
      SentTimestamp: String(message.sentAt),
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
      ...(message.deadLetterSource ? { DeadLetterQueueSourceArn: message.deadLetterSource } : {}),
    },
    messageAttributes: message.attributes,
  };
}
