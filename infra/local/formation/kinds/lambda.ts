// Lambda functions, who may invoke them, and what feeds them.
import * as z from 'zod';
import { ACCOUNT, REGION } from '../../cloud.ts';
import { type Here, kind, number, truth } from '../kind.ts';

const functionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Handler: z.string(),
  Role: z.string(),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: number.default(3),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
});

export const lambda = kind({
  type: 'AWS::Lambda::Function',
  properties: functionProperties,
  ignored: [
    'Architectures',
    'Description',
    'EphemeralStorage',
    'KmsKeyArn',
    'LoggingConfig',
    'MemorySize',
    'RecursiveLoop',
    'ReservedConcurrentExecutions',
    'Tags',
    'TracingConfig',
  ],
  fixed: ['FunctionName'],
  put(properties, here) {
    const name = properties.FunctionName ?? here.name();
    const arn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
    if (!here.cloud.roles.has(properties.Role))
      throw new Error(`The role ${properties.Role} does not exist.`);
    here.cloud.functions.set(arn, {
      arn,
      name,
      roleArn: properties.Role,
      codePath: here.asset(properties.Code.S3Bucket, properties.Code.S3Key),
      handler: properties.Handler,
      environment: properties.Environment?.Variables ?? {},
      timeoutSeconds: properties.Timeout,
      ...(properties.DeadLetterConfig && { deadLetterArn: properties.DeadLetterConfig.TargetArn }),
    });
    return { physicalId: name, attributes: { Arn: arn } };
  },
  remove: (made, here) => void here.cloud.functions.delete(made.attributes.Arn ?? ''),
});

export const permission = kind({
  type: 'AWS::Lambda::Permission',
  properties: z.strictObject({
    Action: z.string(),
    FunctionName: z.string(),
    Principal: z.string(),
    SourceArn: z.string().optional(),
    SourceAccount: z.string().optional(),
  }),
  put(properties, here) {
    const id = `permission-${here.digits(16)}`;
    here.cloud.permissions.set(id, {
      functionArn: functionArn(properties.FunctionName, here),
      action: properties.Action,
      principal: properties.Principal,
      ...(properties.SourceArn && { sourceArn: properties.SourceArn }),
    });
    return { physicalId: id, attributes: {} };
  },
  remove: (made, here) => void here.cloud.permissions.delete(made.physicalId),
});

// Lambda's own documents ask for ListStreams too; it works without, and no single stream can be named for it.
const streamActions = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
const queueActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

export const mapping = kind({
  type: 'AWS::Lambda::EventSourceMapping',
  guarded: true,
  properties: z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    BatchSize: number.optional(),
    Enabled: truth.default(true),
    StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).optional(),
    FilterCriteria: z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional(),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
    MaximumRetryAttempts: number.default(-1),
    BisectBatchOnFunctionError: truth.default(false),
    DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
  }),
  ignored: [
    'KmsKeyArn',
    'MaximumBatchingWindowInSeconds',
    'MaximumRecordAgeInSeconds',
    'ParallelizationFactor',
    'ScalingConfig',
    'Tags',
  ],
  fixed: ['EventSourceArn', 'StartingPosition'],
  async put(properties, here) {
    const target = functionArn(properties.FunctionName, here);
    const id = uuid(here.digits(32));
    const arn = `arn:aws:lambda:${REGION}:${ACCOUNT}:event-source-mapping:${id}`;
    const [action, on] = here.operation === 'create' ? ['Create', '*'] : ['Update', arn];
    await here.permit(`lambda:${action}EventSourceMapping`, on, { 'lambda:FunctionArn': target });
    const roleArn = here.cloud.functions.get(target)?.roleArn ?? '';
    const isQueue = properties.EventSourceArn.startsWith('arn:aws:sqs:');
    for (const needed of isQueue ? queueActions : streamActions)
      await here.permitRole(roleArn, needed, properties.EventSourceArn);
    const onFailureArn = properties.DestinationConfig?.OnFailure.Destination;
    here.cloud.mappings.set(id, {
      id,
      sourceArn: properties.EventSourceArn,
      functionArn: target,
      batchSize: properties.BatchSize ?? (isQueue ? 10 : 100),
      startingPosition: properties.StartingPosition ?? 'TRIM_HORIZON',
      filters: (properties.FilterCriteria?.Filters ?? []).map((filter): unknown =>
        JSON.parse(filter.Pattern),
      ),
      reportsFailures: properties.FunctionResponseTypes.length > 0,
      retries: properties.MaximumRetryAttempts,
      bisects: properties.BisectBatchOnFunctionError,
      enabled: properties.Enabled,
      ...(onFailureArn && { onFailureArn }),
    });
    return { physicalId: id, attributes: { Id: id, EventSourceMappingArn: arn } };
  },
  async remove(made, here) {
    const arn = made.attributes.EventSourceMappingArn ?? '';
    const target = here.cloud.mappings.get(made.physicalId)?.functionArn ?? '';
    await here.permit('lambda:DeleteEventSourceMapping', arn, { 'lambda:FunctionArn': target });
    here.cloud.mappings.delete(made.physicalId);
  },
});

function functionArn(nameOrArn: string, here: Here): string {
  const arn = nameOrArn.startsWith('arn:')
    ? nameOrArn
    : `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${nameOrArn}`;
  if (!here.cloud.functions.has(arn)) throw new Error(`The function ${nameOrArn} does not exist.`);
  return arn;
}

function uuid(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
