// Lambda reads a queue or a stream in the name of the function: the function's own role must allow it.
import type { Decision, Front } from '../aws/contract.ts';
import { type Cloud, type Mapping, REGION } from '../cloud.ts';

type Ask = readonly [action: string, resource: string, context?: Record<string, string>];

/** Why the function of a mapping may not read its source; undefined when it may. */
export type RefusalOf = (mapping: Mapping) => Promise<string | undefined>;

export const createRefusalOf =
  (cloud: Cloud, authorize: Front['authorize']): RefusalOf =>
  async ({ functionArn, sourceArn }) => {
    const fn = cloud.functions.get(functionArn);
    if (!fn) return `There is no function ${functionArn}.`;
    const caller = { kind: 'session', roleArn: fn.roleArn, sessionName: fn.name, tags: {} } as const;
    const decisions: Decision[] = [];
    for (const ask of asksOf(cloud, sourceArn)) decisions.push(await authorize(caller, ...ask));
    return decisions.find(({ allowed }) => !allowed)?.message;
  };

function asksOf(cloud: Cloud, sourceArn: string): Ask[] {
  if (sourceArn.startsWith('arn:aws:sqs:'))
    return ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((name) => [
      `sqs:${name}`,
      sourceArn,
    ]);
  const keyArn = [...cloud.tables.values()].find(({ streamArn }) => streamArn === sourceArn)?.keyArn;
  return [
    ['dynamodb:ListStreams', '*'],
    ...['DescribeStream', 'GetRecords', 'GetShardIterator'].map(
      (name): Ask => [`dynamodb:${name}`, sourceArn],
    ),
    // What is under a customer's key is read with the right to use that key.
    ...(keyArn === undefined
      ? []
      : [['kms:Decrypt', keyArn, { 'kms:ViaService': `dynamodb.${REGION}.amazonaws.com` }] satisfies Ask]),
  ];
}
