import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { decidingBy } from '../deciding.ts';
import { addBackupCopies, synthesizer } from '../layan-app.ts';
import { CLOUD, LOCAL, resourcesOf, synthesize } from '../synthesized.ts';

const cloud = synthesize(CLOUD);
const { backup } = cloud.templates;
const COPIES = `arn:aws:backup:ap-southeast-3:${CLOUD.backupAccount}:backup-vault:layan-prod-backups`;
const LOCKED = { MinRetentionDays: 34, MaxRetentionDays: 35, ChangeableForDays: 3 };

describe('backups', () => {
  it('are taken every night and copied to a vault in the second account, in the same country', () => {
    backup.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({
            ScheduleExpression: 'cron(0 19 * * ? *)',
            Lifecycle: { DeleteAfterDays: 35 },
            CopyActions: [{ DestinationBackupVaultArn: COPIES, Lifecycle: { DeleteAfterDays: 35 } }],
          }),
        ],
      },
    });
  });

  it('lie in a vault under a key of ours that is locked for as long as they are kept, and no longer', () => {
    backup.hasResourceProperties('AWS::Backup::BackupVault', {
      BackupVaultName: 'layan-prod-backups',
      EncryptionKeyArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('BackupsKey'), 'Arn'] },
      LockConfiguration: LOCKED,
    });
  });

  it('take in whatever carries the tag of the stage: every table, and every bucket that holds data', () => {
    backup.hasResourceProperties('AWS::Backup::BackupSelection', {
      BackupSelection: {
        ListOfTags: [{ ConditionKey: 'backup', ConditionValue: 'prod', ConditionType: 'STRINGEQUALS' }],
      },
    });
    const tagged = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket']
      .flatMap((type) => resourcesOf(cloud.templates, type))
      .filter(([, { Properties }]) =>
        (Properties.Tags ?? []).some(
          (tag: { Key: string; Value: string }) => tag.Key === 'backup' && tag.Value === 'prod',
        ),
      )
      .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(tagged.sort()).toEqual([
      'cases/DocumentsBucket',
      'cases/SealsBucket',
      'controlPlane/ControlTable',
      'tenant/Table',
    ]);
  });

  it('open what they take through the services that hold it, and restore nothing', async () => {
    const stage = synthesize(LOCAL);
    const { names } = stage;
    const { allows, keyArn } = decidingBy(stage, ['kota-a']);
    const role = { arn: names.backupRoleArn };
    const may = (action: string, resource: string, context = {}) => allows(role, action, resource, context);
    const via = (service: string) => ({ 'kms:ViaService': `${service}.ap-southeast-3.amazonaws.com` });
    const table = names.tenantTableArn('kota-a');
    const scan = `arn:aws:s3:::${names.documentsBucket}/accepted/kota-a/x`;
    expect(await may('dynamodb:StartAwsBackupJob', table)).toBe(true);
    expect(await may('kms:Decrypt', keyArn('kota-a'), via('dynamodb'))).toBe(true);
    expect(await may('s3:GetObject', scan)).toBe(true);
    expect(await may('kms:Decrypt', keyArn('kota-a'))).toBe(false);
    expect(await may('kms:Decrypt', keyArn('kota-a'), via('lambda'))).toBe(false);
    for (const action of ['GetItem', 'Scan', 'RestoreTableFromBackup', 'DeleteTable', 'PutItem'])
      expect(await may(`dynamodb:${action}`, table)).toBe(false);
    for (const action of ['PutObject', 'DeleteObject', 'RestoreObject'])
      expect(await may(`s3:${action}`, scan)).toBe(false);
  });

  it('are made by nobody but the service, for this account', () => {
    backup.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'layan-prod-backups',
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { Service: 'backup.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
          }),
        ],
      },
    });
  });
});

describe('the vault of copies in the second account', () => {
  const app = new App({
    analyticsReporting: false,
    context: { stage: 'prod' },
    defaultStackSynthesizer: synthesizer(),
  });
  const stack = addBackupCopies(app, '111122223333', { CDK_DEFAULT_ACCOUNT: CLOUD.backupAccount });
  const template = Template.fromStack(stack);

  it('is the one that the first account copies to, under the same lock', () => {
    expect(stack.region).toBe('ap-southeast-3');
    expect(stack.account).toBe(CLOUD.backupAccount);
    template.hasResourceProperties('AWS::Backup::BackupVault', {
      BackupVaultName: 'layan-prod-backups',
      LockConfiguration: LOCKED,
    });
  });

  it('takes copies from the first account, and lets nobody delete one by hand', () => {
    template.hasResourceProperties('AWS::Backup::BackupVault', {
      AccessPolicy: {
        Statement: [
          Match.objectLike({
            Effect: 'Allow',
            Action: 'backup:CopyIntoBackupVault',
            Principal: { AWS: { 'Fn::Join': ['', Match.arrayWith([':iam::111122223333:root'])] } },
          }),
          Match.objectLike({
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
          }),
        ],
      },
    });
  });

  it('wants the number of an account to take copies from', () => {
    expect(() => addBackupCopies(new App(), 'production', {})).toThrow('twelve digits');
  });
});
