// What CloudFormation may do when it builds a tenant: create and change, never read data and never destroy it.
// Removing a tenant is a different act, by a different role.
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Names } from './names.ts';

export class TenantStackRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { names }: { names: Names }) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      roleName: names.tenantStackRole,
      description: 'Builds and updates tenant stacks for CloudFormation.',
      assumedBy: new ServicePrincipal('cloudformation.amazonaws.com'),
    });
    for (const statement of [
      ...tableStatements(names),
      ...keyStatements(names),
      ...mappingStatements(names),
    ]) {
      this.role.addToPolicy(statement);
    }
  }
}

// A slug begins with its level, and no stage name contains a dot: these patterns match tenant tables only.
const LEVELS = ['kota-*', 'kab-*'];

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
      resources: LEVELS.map(names.tenantTableArn),
    }),
  ];
}

function keyStatements(names: Names): PolicyStatement[] {
  const stage = { 'aws:ResourceTag/stage': names.stage };
  const hasTenant = { Null: { 'aws:ResourceTag/tenant': 'false' } };
  const aliases = LEVELS.map(
    (level) => `arn:aws:kms:${names.region}:${names.account}:${names.tenantKeyAlias(level)}`,
  );
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
      resources: aliases,
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
  const mappings = [`arn:aws:lambda:${names.region}:${names.account}:event-source-mapping:*`];
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
      resources: mappings,
      conditions,
    }),
    new PolicyStatement({
      sid: 'TagMappings',
      actions: ['lambda:ListTags', 'lambda:TagResource', 'lambda:UntagResource'],
      resources: mappings,
    }),
  ];
}
