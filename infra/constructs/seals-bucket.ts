// The bucket of seals. What is written is locked for five years, for administrators of the account too, and is written
// once. It is sealed by S3's own key: no key of ours may be destroyed to make the evidence unreadable, and a seal holds ids
// and hashes only, so that it outlives the tenant whose end it is cited for (decision 0108).
import { Duration, RemovalPolicy, Tags } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge, NO_SECOND_COUNTRY } from './acknowledge.ts';
import { audiencesOfSeals } from './data-access-policy.ts';
import { BACKUP_TAG, type Names } from './names.ts';

/** Five years, whichever of them are leap years. */
export const LOCKED_DAYS = 5 * 365 + 2;

export class SealsBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { names, accessLogs }: { names: Names; accessLogs: IBucket }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: names.sealsBucket,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(LOCKED_DAYS)),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'seals/',
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.bucket).add(BACKUP_TAG, names.stage);
    acknowledge(this.bucket, {
      ...NO_SECOND_COUNTRY,
      'NIST.800.53.R5-S3DefaultEncryptionKMS':
        'A key of ours could be destroyed, and the evidence with it; a seal holds ids and hashes, never what they stand for.',
    });
    for (const statement of this.refusals(names)) this.bucket.addToResourcePolicy(statement);
  }

  private refusals(names: Names): PolicyStatement[] {
    const refuse = (
      sid: string,
      actions: string[],
      conditions?: Record<string, Record<string, unknown>>,
    ): PolicyStatement =>
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions,
        resources: [this.bucket.arnForObjects('*')],
        ...(conditions ? { conditions } : {}),
      });
    const allBut = (...roles: string[]) => ({ ArnNotEquals: { 'aws:PrincipalArn': roles } });
    return [
      refuse('RefuseWritingASecondTime', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } }),
      refuse('RefuseWritesByOthers', ['s3:PutObject'], allBut(names.dataRoleArn('worker'))),
      refuse(
        'RefuseReadsByOthers',
        ['s3:GetObject', 's3:GetObjectVersion'],
        allBut(...audiencesOfSeals.map(names.dataRoleArn), names.leavingRoleArn, names.backupRoleArn),
      ),
      // Every object is locked as the bucket says: nobody names another lock, lifts one, or hides what is locked.
      refuse('RefuseTouchingALock', [
        's3:BypassGovernanceRetention',
        's3:PutObjectLegalHold',
        's3:PutObjectRetention',
      ]),
      refuse('RefuseRemoving', ['s3:DeleteObject', 's3:DeleteObjectVersion']),
    ];
  }
}
