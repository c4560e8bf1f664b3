// Puts the relay together.
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createLogger } from '@layan/observability/logger';
import { readConfig } from './config.ts';
import { createForward, type SendBatch } from './forward.ts';

export function container() {
  const { AWS_REGION: region, CHANGES_QUEUE_URL, NOTICES_QUEUE_URL } = readConfig();
  const client = new SQSClient({ region });
  const sendTo =
    (QueueUrl: string): SendBatch =>
    async (messages) => {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl,
          Entries: messages.map((message, at) => ({ Id: String(at), MessageBody: JSON.stringify(message) })),
        }),
      );
      return Failed.map(({ Id }) => Number(Id));
    };
  return createForward([CHANGES_QUEUE_URL, NOTICES_QUEUE_URL].map(sendTo), createLogger('relay'));
}
