// The bucket of scans, of letters and of what was printed. Every object is written under a key its writer names, and only the
// data-access roles that need it touch objects at all; what was never accepted, and what was printed, is gone after a day.
import { Duration, RemovalPolicy, Tags } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge, NO_SECOND_COUNTRY } from './acknowledge.ts';
import { audiencesOfObjects } from './data-access-policy.ts';
import { BACKUP_TAG, type Names } from './names.ts';
import type { Settings } from './settings.ts';

export class DocumentsBucket extends Construct {
  readonly bucket: Bucket;
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, { settings, names }: { settings: Settings; names: Names }) {
    super(scope, id);
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      bucketName: names.accessLogBucket,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        { id: 'forget', expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: names.documentsBucket,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'documents/',
      lifecycleRules: [
        {
          id: 'incoming-lasts-a-day',
          prefix: 'incoming/',
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          id: 'accepted-can-be-undeleted-for-a-month',
          prefix: 'accepted/',
          noncurrentVersionExpiration: Duration.days(30),
        },
        {
          id: 'letters-can-be-undeleted-for-a-month',
          prefix: 'letters/',
          noncurrentVersionExpiration: Duration.days(30),
        },
        {
          id: 'printed-lasts-a-day',
          prefix: 'printed/',
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // What a tenant takes home, for half a year after it was written. Where it does not leave after all, it is destroyed by
        // the minute, once two minutes have passed in which somebody may still be writing a file.
        {
          id: 'exports-last-half-a-year',
          prefix: 'exports/',
          expiration: Duration.days(180),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { id: 'no-half-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedOrigins: [settings.portalOrigins],
          allowedMethods: [HttpMethods.POST],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
        {
          allowedOrigins: [settings.consoleOrigin],
          // Staff send the evidence they bring, with a bar that tells how far it is: that takes a preflight.
          allowedMethods: [HttpMethods.GET, HttpMethods.POST],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this.bucket).add(BACKUP_TAG, names.stage);
    acknowledge(this.bucket, NO_SECOND_COUNTRY);
    acknowledge(this.accessLogs, {
      ...NO_SECOND_COUNTRY,
      'NIST.800.53.R5-S3DefaultEncryptionKMS':
        'S3 delivers its access logs under its own key; they say which object was read, never what it holds.',
    });
    // The bucket construct would configure events through a custom resource; the bucket itself can simply say so.
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof CfnBucket) {
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
    for (const statement of this.refusals(names)) this.bucket.addToResourcePolicy(statement);
  }

  private refusals(names: Names): PolicyStatement[] {
    const refuse = (
      sid: string,
      actions: string[],
      conditions: Record<string, Record<string, unknown>>,
      objects = '*',
    ) =>
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions,
        resources: [this.bucket.arnForObjects(objects)],
        conditions,
      });
    const overwriting = { Null: { 's3:if-none-match': 'true' } };
    const notTheCheck = { ArnNotEquals: { 'aws:PrincipalArn': names.dataRoleArn('scans') } };
    return [
      refuse('RefuseWritesThatNameNoKey', ['s3:PutObject'], {
        Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'true' },
      }),
      refuse('RefuseWritesWithOtherEncryption', ['s3:PutObject'], {
        StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      }),
      refuse('RefuseAllButTheDataRoles', ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], {
        ArnNotEquals: {
          'aws:PrincipalArn': [
            ...audiencesOfObjects.map(names.dataRoleArn),
            names.leavingRoleArn,
            names.backupRoleArn,
          ],
        },
      }),
      refuse(
        'RefuseReadingWhatIsNotChecked',
        ['s3:GetObject', 's3:GetObjectVersion'],
        { ArnNotEquals: { 'aws:PrincipalArn': [names.dataRoleArn('scans'), names.backupRoleArn] } },
        'incoming/*',
      ),
      refuse('RefuseAcceptingWithoutACheck', ['s3:PutObject'], notTheCheck, 'accepted/*'),
      // A letter is known by its hash for ever, a scan by what was found in it: nobody, not even who wrote it, writes over it.
      refuse('RefuseReplacingLetters', ['s3:PutObject'], overwriting, 'letters/*'),
      refuse('RefuseReplacingScans', ['s3:PutObject'], overwriting, 'accepted/*'),
    ];
  }
}
