// A backup of everything that holds data, every night, and a copy of it in an account of its own: whoever ruins this account
// does not reach that one. Both are in Jakarta (decisions 0007 and 0101).
import { Duration, Stack } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { BackupRole } from '../constructs/backup-role.ts';
import { KEPT_DAYS, LockedVault } from '../constructs/backup-vault.ts';
import { BACKUP_TAG, type Names } from '../constructs/names.ts';
import type { Settings } from '../constructs/settings.ts';

/** 02.00 in Jakarta. */
const NIGHTLY = Schedule.cron({ hour: '19', minute: '0' });

export class BackupStack extends Stack {
  constructor(scope: Construct, id: string, { settings, names }: { settings: Settings; names: Names }) {
    super(scope, id, {
      stackName: `${names.prefix}-backup`,
      env: { account: settings.account, region: settings.region },
      description: 'Layan: backups, and copies of them in another account.',
    });
    const { backupAccount } = settings;
    const { vault } = new LockedVault(this, 'Backups', {
      names,
      ...(backupAccount ? { copiedBy: backupAccount } : {}),
    });
    const copyVaultArn = backupAccount && names.copyVaultArn(backupAccount);
    const { role } = new BackupRole(this, 'BackupRole', {
      names,
      ...(copyVaultArn ? { copyVaultArn } : {}),
    });
    const keep = Duration.days(KEPT_DAYS);
    const plan = new BackupPlan(this, 'Plan', { backupPlanName: names.backupVault, backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        scheduleExpression: NIGHTLY,
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(8),
        deleteAfter: keep,
        ...(copyVaultArn
          ? {
              copyActions: [
                {
                  destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Copies', copyVaultArn),
                  deleteAfter: keep,
                },
              ],
            }
          : {}),
      }),
    );
    plan.addSelection('EverythingTagged', {
      backupSelectionName: 'tagged',
      resources: [BackupResource.fromTag(BACKUP_TAG, names.stage)],
      role,
      // Its rights are written out, and do not include restoring.
      disableDefaultBackupPolicy: true,
    });
  }
}
