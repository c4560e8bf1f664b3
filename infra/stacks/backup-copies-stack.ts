// The vault in the second account, which takes copies from the first and gives none away. Deployed there, by other people:
// `cdk deploy -c copiesFrom=ACCOUNT`.
import { Stack } from 'aws-cdk-lib';
import { AccountPrincipal, AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { LockedVault } from '../constructs/backup-vault.ts';
import type { Names } from '../constructs/names.ts';

export interface BackupCopiesStackProps {
  readonly names: Names;
  /** The account that Layan runs in. */
  readonly from: string;
}

export class BackupCopiesStack extends Stack {
  constructor(scope: Construct, id: string, { names, from }: BackupCopiesStackProps) {
    super(scope, id, {
      stackName: `${names.prefix}-backup-copies`,
      env: { account: names.account, region: names.region },
      description: `Layan: copies of the backups of account ${from}.`,
    });
    new LockedVault(this, 'Copies', {
      names,
      accessPolicy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'CopiesFromTheFirstAccount',
            principals: [new AccountPrincipal(from)],
            actions: ['backup:CopyIntoBackupVault'],
            resources: ['*'],
          }),
          new PolicyStatement({
            sid: 'NothingIsDeletedByHand',
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
            resources: ['*'],
          }),
        ],
      }),
    });
  }
}
