// The tenant's own key. Account administrators may manage it but not use it; it is used only by the data-access roles
// in a session tagged with this very tenant, so destroying it destroys the tenant's data.
import { RemovalPolicy, Tags } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { AUDIENCES, type Audience, type Names } from './names.ts';

/** What administrators of the account may do with a key of a tenant: everything but use it. */
export const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListAliases',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

export class TenantKey extends Construct {
  readonly key: Key;
  readonly alias: Alias;

  constructor(scope: Construct, id: string, { names, tenant }: { names: Names; tenant: string }) {
    super(scope, id);
    const account = new AccountPrincipal(names.account);
    const viaDynamodb = { 'kms:ViaService': `dynamodb.${names.region}.amazonaws.com` };
    const inASessionOf = (audiences: readonly Audience[], more: Record<string, readonly string[]> = {}) => ({
      ArnEquals: { 'aws:PrincipalArn': audiences.map(names.dataRoleArn) },
      StringEquals: { 'aws:PrincipalTag/tenant': tenant, ...more },
    });
    this.key = new Key(this, 'Key', {
      description: `Data of ${tenant} (stage ${names.stage}).`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      policy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'AdministratorsManageWithoutUsing',
            principals: [account],
            actions: ADMINISTRATION,
            resources: ['*'],
          }),
          new PolicyStatement({
            sid: 'DataRolesUseItForThisTenant',
            principals: [account],
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: ['*'],
            conditions: inASessionOf(
              AUDIENCES.filter((audience) => audience !== 'scans' && audience !== 'auditor'),
            ),
          }),
          new PolicyStatement({
            sid: 'AuditorsReadTheTable',
            principals: [account],
            actions: ['kms:Decrypt'],
            resources: ['*'],
            conditions: inASessionOf(['auditor'], {
              'kms:ViaService': [`dynamodb.${names.region}.amazonaws.com`],
            }),
          }),
          new PolicyStatement({
            sid: 'WhoHandsOverTheTenantReadsItOnce',
            principals: [account],
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: ['*'],
            conditions: {
              ArnEquals: { 'aws:PrincipalArn': names.leavingRoleArn },
              StringEquals: { 'aws:PrincipalTag/tenant': tenant },
            },
          }),
          new PolicyStatement({
            sid: 'BackupsAreTakenThroughServices',
            principals: [account],
            actions: ['kms:Decrypt', 'kms:DescribeKey'],
            resources: ['*'],
            conditions: {
              ArnEquals: { 'aws:PrincipalArn': names.backupRoleArn },
              StringEquals: {
                'kms:ViaService': ['dynamodb', 's3'].map(
                  (service) => `${service}.${names.region}.amazonaws.com`,
                ),
              },
            },
          }),
          new PolicyStatement({
            sid: 'WorkersMakeTheKeysThatSeal',
            principals: [account],
            actions: ['kms:GenerateDataKeyWithoutPlaintext'],
            resources: ['*'],
            conditions: inASessionOf(['worker']),
          }),
          new PolicyStatement({
            sid: 'TheCheckOfScansUsesItForTableAndObjects',
            principals: [account],
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: ['*'],
            conditions: inASessionOf(['scans'], {
              'kms:ViaService': ['dynamodb', 's3'].map(
                (service) => `${service}.${names.region}.amazonaws.com`,
              ),
            }),
          }),
          new PolicyStatement({
            sid: 'RelayReadsTheStreamOfKeys',
            principals: [account],
            actions: ['kms:Decrypt'],
            resources: ['*'],
            conditions: {
              ArnEquals: { 'aws:PrincipalArn': names.functionRoleArn('relay') },
              StringEquals: viaDynamodb,
            },
          }),
          new PolicyStatement({
            sid: 'StackRoleLetsDynamodbUseIt',
            principals: [account],
            actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey'],
            resources: ['*'],
            conditions: {
              ArnEquals: { 'aws:PrincipalArn': names.tenantStackRoleArn },
              StringEquals: viaDynamodb,
            },
          }),
        ],
      }),
    });
    Tags.of(this.key).add('tenant', tenant);
    Tags.of(this.key).add('stage', names.stage);
    this.alias = new Alias(this, 'Alias', {
      aliasName: names.tenantKeyAlias(tenant),
      targetKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
