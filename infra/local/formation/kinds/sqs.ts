// SQS queues and their policies.
import * as z from 'zod';
import { ACCOUNT, REGION } from '../../cloud.ts';
import { kind, number, policyDocument } from '../kind.ts';

export const queue = kind({
  type: 'AWS::SQS::Queue',
  properties: z.strictObject({
    QueueName: z.string().optional(),
    VisibilityTimeout: number.default(30),
    RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: number }).optional(),
  }),
  ignored: [
    'KmsDataKeyReusePeriodSeconds',
    'KmsMasterKeyId',
    'MessageRetentionPeriod',
    'ReceiveMessageWaitTimeSeconds',
    'RedriveAllowPolicy',
    'SqsManagedSseEnabled',
    'Tags',
  ],
  fixed: ['QueueName'],
  put(properties, here) {
    const name = properties.QueueName ?? here.name();
    const arn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
    const url = here.services.sqs.queueUrl(name);
    const redrive = properties.RedrivePolicy;
    const policy = here.cloud.queues.get(arn)?.policy;
    here.cloud.queues.set(arn, {
      arn,
      name,
      url,
      visibilityTimeoutSeconds: properties.VisibilityTimeout,
      ...(redrive && {
        deadLetter: { queueArn: redrive.deadLetterTargetArn, maxReceiveCount: redrive.maxReceiveCount },
      }),
      ...(policy && { policy }),
    });
    return { physicalId: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
  },
  remove(made, here) {
    here.services.sqs.deleteQueue(made.attributes.Arn ?? '');
    here.cloud.queues.delete(made.attributes.Arn ?? '');
  },
});

export const queuePolicy = kind({
  type: 'AWS::SQS::QueuePolicy',
  properties: z.strictObject({ Queues: z.array(z.string()), PolicyDocument: policyDocument }),
  put({ Queues, PolicyDocument }, here) {
    for (const guarded of here.cloud.queues.values())
      if (Queues.includes(guarded.url))
        here.cloud.queues.set(guarded.arn, { ...guarded, policy: PolicyDocument });
    return { physicalId: `policy-${here.digits(12)}`, attributes: { Id: here.digits(12) } };
  },
});
