// The one function that may read the streams of all tenants. They carry keys only, and it can do nothing with a key but
// put a pointer to it on a queue (decision 0004).
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge, acknowledgeStars } from './acknowledge.ts';
import { DeadLetterQueue } from './guarded-queue.ts';
import type { Names } from './names.ts';
import { ServiceFunction } from './service-function.ts';

export interface RelayProps {
  readonly names: Names;
  readonly changes: IQueue;
  readonly notices: IQueue;
  readonly logKey: IKey;
}

export class Relay extends ServiceFunction {
  constructor(scope: Construct, id: string, { names, changes, notices, logKey }: RelayProps) {
    super(scope, id, {
      names,
      name: 'relay',
      memoryMegabytes: 256,
      timeout: Duration.seconds(30),
      reservedConcurrency: 100,
      logKey,
      deadLetters: { noneBecause: 'Each mapping from a stream names its own destination for what failed.' },
      environment: { CHANGES_QUEUE_URL: changes.queueUrl, NOTICES_QUEUE_URL: notices.queueUrl },
    });
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', names, 'relay');
    acknowledge(deadLetters, {
      'AwsSolutions-SQS3': 'A dead-letter queue indeed: of the mappings in the tenant stacks.',
    });

    const anyStream = `${names.tenantTableArn('*')}/stream/*`;
    acknowledgeStars(this.role, [
      {
        resources: [anyStream],
        reason: 'The recorded exception: streams of keys of every tenant, and nothing else (decision 0004).',
      },
      {
        resources: [names.anyKeyArn],
        reason: 'Only through DynamoDB, and only keys tagged with a tenant and this stage (decision 0004).',
      },
    ]);
    this.allowReadingStreams([anyStream])
      .allow({
        sid: 'LetDynamodbOpenTheStreams',
        actions: ['kms:Decrypt'],
        resources: [names.anyKeyArn],
        conditions: {
          StringEquals: {
            'kms:ViaService': `dynamodb.${names.region}.amazonaws.com`,
            'aws:ResourceTag/stage': names.stage,
          },
          Null: { 'aws:ResourceTag/tenant': 'false' },
        },
      })
      .allow({
        sid: 'ForwardPointers',
        actions: ['sqs:SendMessage'],
        resources: [changes.queueArn, notices.queueArn, deadLetters.queueArn],
      });
  }
}
