// IAM: roles, the policies attached to them, managed policies.
import * as z from 'zod';
import { ACCOUNT, type PolicyDocument } from '../../cloud.ts';
import { type Here, kind, policyDocument } from '../kind.ts';

const NamedPolicy = z.strictObject({ PolicyName: z.string(), PolicyDocument: policyDocument });

const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const poll = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];
const receive = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** The policies of AWS itself that a service function may carry. */
const byAws: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': logs,
  'service-role/AWSLambdaDynamoDBExecutionRole': [...logs, ...poll],
  'service-role/AWSLambdaSQSQueueExecutionRole': [...logs, ...receive],
  'service-role/AmazonAPIGatewayPushToCloudWatchLogs': logs,
};

export const role = kind({
  type: 'AWS::IAM::Role',
  properties: z.strictObject({
    RoleName: z.string().optional(),
    AssumeRolePolicyDocument: policyDocument,
    Policies: z.array(NamedPolicy).default([]),
    ManagedPolicyArns: z.array(z.string()).default([]),
    PermissionsBoundary: z.string().optional(),
  }),
  ignored: ['Description', 'MaxSessionDuration', 'Path', 'Tags'],
  fixed: ['RoleName'],
  put(properties, here) {
    const name = properties.RoleName ?? here.name();
    const arn = `arn:aws:iam::${ACCOUNT}:role/${name}`;
    here.cloud.roles.set(arn, {
      arn,
      name,
      trust: properties.AssumeRolePolicyDocument,
      policies: [
        ...properties.ManagedPolicyArns.map((managed) => ({
          name: managed,
          document: managedPolicyOf(managed, here),
        })),
        ...properties.Policies.map((policy) => ({
          name: policy.PolicyName,
          document: policy.PolicyDocument,
        })),
      ],
      ...(properties.PermissionsBoundary && {
        boundary: managedPolicyOf(properties.PermissionsBoundary, here),
        boundaryArn: properties.PermissionsBoundary,
      }),
    });
    return { physicalId: name, attributes: { Arn: arn, RoleId: `AROA${here.digits(17).toUpperCase()}` } };
  },
  remove: (made, here) => void here.cloud.roles.delete(made.attributes.Arn ?? ''),
});

export const policy = kind({
  type: 'AWS::IAM::Policy',
  properties: NamedPolicy.extend({ Roles: z.array(z.string()) }),
  put(properties, here) {
    for (const name of properties.Roles) attach(name, properties.PolicyName, properties.PolicyDocument, here);
    return { physicalId: properties.PolicyName, attributes: { Id: properties.PolicyName } };
  },
});

export const managedPolicy = kind({
  type: 'AWS::IAM::ManagedPolicy',
  properties: z.strictObject({
    ManagedPolicyName: z.string().optional(),
    PolicyDocument: policyDocument,
    Roles: z.array(z.string()).default([]),
  }),
  ignored: ['Description', 'Path'],
  fixed: ['ManagedPolicyName'],
  put(properties, here) {
    const name = properties.ManagedPolicyName ?? here.name();
    const arn = `arn:aws:iam::${ACCOUNT}:policy/${name}`;
    here.cloud.managedPolicies.set(arn, properties.PolicyDocument);
    for (const holder of properties.Roles) attach(holder, arn, properties.PolicyDocument, here);
    for (const bounded of here.cloud.roles.values())
      if (bounded.boundaryArn === arn)
        here.cloud.roles.set(bounded.arn, { ...bounded, boundary: properties.PolicyDocument });
    return { physicalId: arn, attributes: { PolicyArn: arn } };
  },
  remove: (made, here) => void here.cloud.managedPolicies.delete(made.physicalId),
});

function attach(roleName: string, name: string, document: PolicyDocument, here: Here): void {
  const holder = here.cloud.roles.get(`arn:aws:iam::${ACCOUNT}:role/${roleName}`);
  if (!holder) throw new Error(`The role ${roleName} does not exist.`);
  const others = holder.policies.filter((attached) => attached.name !== name);
  here.cloud.roles.set(holder.arn, { ...holder, policies: [...others, { name, document }] });
}

function managedPolicyOf(arn: string, here: Here): PolicyDocument {
  const own = here.cloud.managedPolicies.get(arn);
  if (own) return own;
  const actions = byAws[arn.replace('arn:aws:iam::aws:policy/', '')];
  if (!actions) throw new Error(`The managed policy ${arn} is not known locally.`);
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}
