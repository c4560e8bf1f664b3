// What building a tenant takes, statement by statement: its table, its key and alias, its mapping to the relay.
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Names } from './names.ts';

// A slug begins with its level, and no stage name contains a dot: these patterns match tenant tables only.
const LEVELS = ['kota-*', 'kab-*'];
const tenantTables = (names: Names) => LEVELS.map(names.tenantTableArn);
const tenantAliases = (names: Names) =>
  LEVELS.map((level) => `arn:aws:kms:${names.region}:${names.account}:${names.tenantKeyAlias(level)}`);
const mappings = (names: Names) => `arn:aws:lambda:${names.region}:${names.account}:event-source-mapping:*`;

/** Where the statements below hold a star, and what keeps it narrow. */
export function starsOfTenantStacks(names: Names) {
  return [
    {
      resources: [...tenantTables(names), ...tenantAliases(names)],
      reason: 'Tenants yet to come: a level and whatever follows, below the name of this stage.',
    },
    {
      resources: [names.anyKeyArn],
      reason: 'Keys yet to come: the condition admits only keys tagged with a tenant and this stage.',
    },
    {
      resources: [mappings(names)],
      reason: 'Mappings are named by a random id; all but their tags are bound to the relay by a condition.',
    },
    {
      resources: ['*'],
      reason:
        'Creating a key or a mapping and listing aliases know no narrower resource; the first two are bound by conditions.',
    },
  ];
}

export function tenantStackStatements(names: Names): PolicyStatement[] {
  return [...tableStatements(names), ...keyStatements(names), ...mappingStatements(names)];
}

function tableStatements(names: Names): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'BuildTables',
      actions: [
        'dynamodb:CreateTable',
        'dynamodb:DescribeContinuousBackups',
        'dynamodb:DescribeContributorInsights',
        'dynamodb:DescribeKinesisStreamingDestination',
        'dynamodb:DescribeTable',
        'dynamodb:DescribeTimeToLive',
        'dynamodb:GetResourcePolicy',
        'dynamodb:ListTagsOfResource',
        'dynamodb:TagResource',
        'dynamodb:UntagResource',
        'dynamodb:UpdateContinuousBackups',
        'dynamodb:UpdateTable',
        'dynamodb:UpdateTimeToLive',
      ],
      resources: tenantTables(names),
    }),
  ];
}

function keyStatements(names: Names): PolicyStatement[] {
  const stage = { 'aws:ResourceTag/stage': names.stage };
  const hasTenant = { Null: { 'aws:ResourceTag/tenant': 'false' } };
  return [
    new PolicyStatement({
      sid: 'CreateTaggedKeys',
      actions: ['kms:CreateKey'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'aws:RequestTag/stage': names.stage },
        StringLike: { 'aws:RequestTag/tenant': LEVELS },
      },
    }),
    new PolicyStatement({
      sid: 'TagNewKeys',
      actions: ['kms:TagResource'],
      resources: [names.anyKeyArn],
      conditions: {
        StringEquals: { 'aws:RequestTag/stage': names.stage },
        StringLike: { 'aws:RequestTag/tenant': LEVELS },
      },
    }),
    new PolicyStatement({
      sid: 'ManageTenantKeys',
      actions: [
        'kms:CreateAlias',
        'kms:DescribeKey',
        'kms:EnableKeyRotation',
        'kms:GetKeyPolicy',
        'kms:GetKeyRotationStatus',
        'kms:ListResourceTags',
        'kms:PutKeyPolicy',
        'kms:UpdateAlias',
        'kms:UpdateKeyDescription',
      ],
      resources: [names.anyKeyArn],
      conditions: { StringEquals: stage, ...hasTenant },
    }),
    new PolicyStatement({
      sid: 'NameTenantKeys',
      actions: ['kms:CreateAlias', 'kms:UpdateAlias'],
      resources: tenantAliases(names),
    }),
    new PolicyStatement({ sid: 'ReadAliases', actions: ['kms:ListAliases'], resources: ['*'] }),
    new PolicyStatement({
      sid: 'LetDynamodbUseTenantKeys',
      actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [names.anyKeyArn],
      conditions: {
        StringEquals: { ...stage, 'kms:ViaService': `dynamodb.${names.region}.amazonaws.com` },
        ...hasTenant,
      },
    }),
  ];
}

function mappingStatements(names: Names): PolicyStatement[] {
  const conditions = { ArnEquals: { 'lambda:FunctionArn': names.functionArn('relay') } };
  return [
    new PolicyStatement({
      sid: 'MapOutboxesToTheRelay',
      actions: ['lambda:CreateEventSourceMapping'],
      resources: ['*'],
      conditions,
    }),
    new PolicyStatement({
      sid: 'KeepMappingsToTheRelay',
      actions: ['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'],
      resources: [mappings(names)],
      conditions,
    }),
    new PolicyStatement({
      sid: 'TagMappings',
      actions: ['lambda:ListTags', 'lambda:TagResource', 'lambda:UntagResource'],
      resources: [mappings(names)],
    }),
  ];
}
