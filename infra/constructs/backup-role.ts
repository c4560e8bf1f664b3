// What AWS Backup may do: read the tables and buckets that hold data, and write vaults. Nobody can take this role but the
// service itself, and it restores nothing: that is a person's act, with a role made for the day (decision 0101).
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeStars, ONE_POLICY_PER_ROLE } from './acknowledge.ts';
import type { Names } from './names.ts';

export class BackupRole extends Construct {
  readonly role: Role;

  constructor(
    scope: Construct,
    id: string,
    { names, copyVaultArn }: { names: Names; copyVaultArn?: string },
  ) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      roleName: names.backupRole,
      description: 'Backs up tables and buckets, for AWS Backup.',
      assumedBy: new ServicePrincipal('backup.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
      }),
    });
    acknowledge(this.role, ONE_POLICY_PER_ROLE);
    const statements = statementsOf(names, copyVaultArn);
    for (const statement of statements) this.role.addToPolicy(statement);
    acknowledgeStars(this.role, [
      {
        resources: [...new Set(statements.flatMap(({ resources }) => resources))].filter((one) =>
          one.includes('*'),
        ),
        reason:
          'Tenants yet to come, objects of two buckets, rules and backups that AWS Backup names itself: as AWS says this role must be.',
      },
    ]);
  }
}

function statementsOf(names: Names, copyVaultArn: string | undefined): PolicyStatement[] {
  const { region, account } = names;
  const tables = [...['kota-*', 'kab-*'].map(names.tenantTableArn), names.controlTableArn];
  const buckets = [names.documentsBucket, names.sealsBucket].map((name) => `arn:aws:s3:::${name}`);
  return [
    new PolicyStatement({
      sid: 'BackUpTables',
      actions: ['dynamodb:DescribeTable', 'dynamodb:ListTagsOfResource', 'dynamodb:StartAwsBackupJob'],
      resources: tables,
    }),
    new PolicyStatement({
      sid: 'KnowBuckets',
      actions: [
        's3:GetBucketAcl',
        's3:GetBucketLocation',
        's3:GetBucketNotification',
        's3:GetBucketTagging',
        's3:GetBucketVersioning',
        's3:GetInventoryConfiguration',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:PutBucketNotification',
        's3:PutInventoryConfiguration',
      ],
      resources: buckets,
    }),
    new PolicyStatement({
      sid: 'BackUpObjects',
      actions: [
        's3:GetObject',
        's3:GetObjectAcl',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:GetObjectVersionAcl',
        's3:GetObjectVersionTagging',
      ],
      resources: buckets.map((bucket) => `${bucket}/*`),
    }),
    new PolicyStatement({
      sid: 'HearOfNewObjects',
      actions: [
        'events:DeleteRule',
        'events:DescribeRule',
        'events:DisableRule',
        'events:EnableRule',
        'events:ListTargetsByRule',
        'events:PutRule',
        'events:PutTargets',
        'events:RemoveTargets',
      ],
      resources: [`arn:aws:events:${region}:${account}:rule/AwsBackupManagedRule*`],
    }),
    new PolicyStatement({
      sid: 'MeasureAndListRules',
      actions: ['cloudwatch:GetMetricData', 'events:ListRules'],
      resources: ['*'],
    }),
    new PolicyStatement({
      sid: 'OpenWhatIsBackedUp',
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      resources: [names.anyKeyArn],
      conditions: {
        StringEquals: {
          'aws:ResourceTag/stage': names.stage,
          'kms:ViaService': ['dynamodb', 's3'].map((service) => `${service}.${region}.amazonaws.com`),
        },
      },
    }),
    new PolicyStatement({
      sid: 'FillVaults',
      actions: ['backup:CopyIntoBackupVault', 'backup:DescribeBackupVault'],
      resources: [names.backupVaultArn, ...(copyVaultArn ? [copyVaultArn] : [])],
    }),
    new PolicyStatement({
      sid: 'LabelBackups',
      actions: ['backup:TagResource', 'backup:CopyFromBackupVault'],
      resources: [`arn:aws:backup:${region}:${account}:recovery-point:*`],
    }),
  ];
}
