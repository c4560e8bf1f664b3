// A vault of backups under a lock that nobody lifts, administrators of the account included: what is in it stays for as long
// as backups are kept, and not a day longer, so that what was destroyed is gone from its backups by a known date.
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import { AccountPrincipal, type PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Names } from './names.ts';

/** As far as point-in-time recovery reaches. */
export const KEPT_DAYS = 35;
/** Within which the lock can still be taken off, after the first deployment. */
const SECOND_THOUGHTS = Duration.days(3);

export interface LockedVaultProps {
  readonly names: Names;
  /** The account whose backup service reads what is here, to copy it. */
  readonly copiedBy?: string;
  readonly accessPolicy?: PolicyDocument;
}

export class LockedVault extends Construct {
  readonly vault: BackupVault;

  constructor(scope: Construct, id: string, { names, copiedBy, accessPolicy }: LockedVaultProps) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      description: `Backups (stage ${names.stage}).`,
      alias: `alias/${names.backupVault}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    if (copiedBy !== undefined)
      key.addToResourcePolicy(
        new PolicyStatement({
          sid: 'TheOtherAccountOpensWhatItCopies',
          principals: [new AccountPrincipal(copiedBy)],
          actions: ['kms:Decrypt', 'kms:DescribeKey'],
          resources: ['*'],
          conditions: { StringEquals: { 'kms:ViaService': `backup.${names.region}.amazonaws.com` } },
        }),
      );
    this.vault = new BackupVault(this, 'Vault', {
      backupVaultName: names.backupVault,
      encryptionKey: key,
      ...(accessPolicy ? { accessPolicy } : {}),
      lockConfiguration: {
        minRetention: Duration.days(KEPT_DAYS - 1),
        maxRetention: Duration.days(KEPT_DAYS),
        changeableFor: SECOND_THOUGHTS,
      },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
