// Ceilings of the roles: whatever a later statement says, a function reads no tenant's data by itself, a session of one
// tenant reaches no other, what builds tenants sees no data, nobody changes roles, and nothing happens outside Jakarta.
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeStars } from './acknowledge.ts';
import { objectsOfTenant } from './data-access-policy.ts';
import { leavingStatements } from './leaving-role.ts';
import { AUDIENCES, BOUNDARIES, type BoundaryName, type Names, TENANT_TAG } from './names.ts';

const ITEMS = [
  'dynamodb:BatchGetItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PartiQL*',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:UpdateItem',
];
const KEY_USE = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:GenerateMac',
  'kms:ReEncrypt*',
  'kms:Sign',
];

/** The ceilings themselves; roles name them by their ARN (`names.boundaryArn`). */
export class Boundaries extends Construct {
  constructor(scope: Construct, id: string, { names }: { names: Names }) {
    super(scope, id);
    for (const name of BOUNDARIES) {
      const policy = new ManagedPolicy(this, name, {
        managedPolicyName: names.boundary(name),
        description: `What no role for ${name} may exceed.`,
        statements: boundaryStatements(names, name),
      });
      explain(policy, boundaryStatements(names, name));
    }
  }
}

export function boundaryStatements(names: Names, name: BoundaryName): PolicyStatement[] {
  switch (name) {
    case 'functions':
      return functionStatements(names);
    case 'data':
      return dataStatements(names);
    case 'builders':
      return builderStatements(names);
    case 'leaving':
      return leavingStatements(names);
  }
}

const here = (names: Names) => ({ 'aws:RequestedRegion': names.region });
const via = (names: Names, service: string) => ({
  'kms:ViaService': `${service}.${names.region}.amazonaws.com`,
});

function functionStatements(names: Names): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'ServicesInJakarta',
      actions: ['cloudformation', 'cognito-idp', 'dynamodb', 'kms', 'logs', 's3', 'ses', 'sqs'].map(
        (service) => `${service}:*`,
      ),
      resources: ['*'],
      conditions: { StringEquals: here(names) },
    }),
    new PolicyStatement({
      sid: 'ActForOneTenantOnly',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      resources: [...AUDIENCES.map(names.dataRoleArn), names.leavingRoleArn],
    }),
    new PolicyStatement({
      sid: 'HandOverTheStackRoleOnly',
      actions: ['iam:PassRole'],
      resources: [names.tenantStackRoleArn],
    }),
    new PolicyStatement({
      sid: 'NoTenantsItems',
      effect: Effect.DENY,
      actions: ITEMS,
      resources: [names.tenantTableArn('*')],
    }),
    new PolicyStatement({
      sid: 'NoTenantsObjects',
      effect: Effect.DENY,
      actions: ['s3:*'],
      resources: [names.documentsBucket, names.sealsBucket].flatMap((bucket) => [
        `arn:aws:s3:::${bucket}`,
        `arn:aws:s3:::${bucket}/*`,
      ]),
    }),
    new PolicyStatement({
      sid: 'NoTenantsKeys',
      effect: Effect.DENY,
      actions: KEY_USE,
      resources: ['*'],
      // The streams of keys are read through DynamoDB (decision 0004).
      conditions: {
        Null: { 'aws:ResourceTag/tenant': 'false' },
        StringNotEquals: via(names, 'dynamodb'),
      },
    }),
  ];
}

function dataStatements(names: Names): PolicyStatement[] {
  const table = names.tenantTableArn(TENANT_TAG);
  return [
    new PolicyStatement({
      sid: 'ItemsOfOneTenant',
      actions: ITEMS.filter((action) => !/PartiQL|Scan|BatchWrite/.test(action)),
      resources: [table, `${table}/index/*`],
      conditions: { StringEquals: here(names) },
    }),
    new PolicyStatement({
      sid: 'ObjectsOfOneTenant',
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: objectsOfTenant(names),
      conditions: { StringEquals: here(names) },
    }),
    new PolicyStatement({
      sid: 'SealsOfOneTenant',
      actions: ['s3:ListBucket'],
      resources: [`arn:aws:s3:::${names.sealsBucket}`],
      conditions: { StringEquals: { ...here(names), 's3:prefix': `seals/${TENANT_TAG}/` } },
    }),
    new PolicyStatement({
      sid: 'KeysOfOneTenant',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:GetPublicKey',
        'kms:Sign',
      ],
      resources: [names.anyKeyArn],
      conditions: { StringEquals: { ...here(names), 'aws:ResourceTag/tenant': TENANT_TAG } },
    }),
  ];
}

function builderStatements(names: Names): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'TablesKeysAndMappingsInJakarta',
      actions: [
        'dynamodb:*',
        'kms:*',
        'lambda:*EventSourceMapping*',
        'lambda:ListTags',
        'lambda:TagResource',
        'lambda:UntagResource',
      ],
      resources: ['*'],
      conditions: { StringEquals: here(names) },
    }),
    new PolicyStatement({ sid: 'NoItems', effect: Effect.DENY, actions: ITEMS, resources: ['*'] }),
    new PolicyStatement({
      sid: 'KeysForDynamodbOnly',
      effect: Effect.DENY,
      actions: KEY_USE,
      resources: ['*'],
      conditions: { StringNotEquals: via(names, 'dynamodb') },
    }),
  ];
}

const GRANTS_NOTHING =
  'A boundary grants nothing: it says what the statements of a role may never exceed, and each of those is narrow.';

function explain(policy: ManagedPolicy, statements: readonly PolicyStatement[]): void {
  const allowing = statements.filter(({ effect }) => effect === Effect.ALLOW);
  const stars = (kind: 'actions' | 'resources') => [
    ...new Set(allowing.flatMap((statement) => statement[kind]).filter((one) => one.includes('*'))),
  ];
  const actions = stars('actions');
  acknowledgeStars(policy, [{ resources: stars('resources'), reason: GRANTS_NOTHING }]);
  acknowledge(
    policy,
    Object.fromEntries([
      ...actions.map((action) => [`AwsSolutions-IAM5[Action::${action}]`, GRANTS_NOTHING]),
      ...(actions.length > 0 ? [['NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess', GRANTS_NOTHING]] : []),
    ]),
  );
}
