// The console's static files, from a bucket that only CloudFront can read. No page of a citizen and no answer of an
// API ever passes here: CloudFront has edges abroad.
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  HttpVersion,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge, NO_SECOND_COUNTRY } from '../constructs/acknowledge.ts';
import { consoleHeaders } from '../constructs/console-headers.ts';
import type { Names } from '../constructs/names.ts';
import type { Settings } from '../constructs/settings.ts';

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { settings, names }: { settings: Settings; names: Names }) {
    super(scope, id, {
      stackName: `${names.prefix}-web`,
      env: { account: settings.account, region: settings.region },
      description: 'Layan: the console.',
    });
    const bucket = new Bucket(this, 'Console', {
      bucketName: names.consoleBucket,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [{ id: 'roll-back-for-a-month', noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const { publicDomain } = settings;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Layan console (stage ${names.stage}): static files only`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      ...(publicDomain
        ? {
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
            domainNames: [`console.${settings.domain}`],
            certificate: Certificate.fromCertificateArn(
              this,
              'Certificate',
              publicDomain.consoleCertificateArn,
            ),
          }
        : {}),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: consoleHeaders(this, { settings, names }),
        compress: true,
      },
      // The console finds its own way inside: every path that is no file is its first page.
      errorResponses: [403, 404].map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 200,
        responsePagePath: '/index.html',
        ttl: Duration.minutes(1),
      })),
    });
    explain(bucket, distribution, settings);
    if (publicDomain) {
      new ARecord(this, 'ConsoleHost', {
        zone: HostedZone.fromHostedZoneAttributes(this, 'Zone', {
          hostedZoneId: publicDomain.hostedZoneId,
          zoneName: settings.domain,
        }),
        recordName: `console.${settings.domain}`,
        target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
      });
    }
    new CfnOutput(this, 'ConsoleBucketName', { value: bucket.bucketName });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
  }
}

function explain(bucket: Bucket, distribution: Distribution, settings: Settings): void {
  const published =
    "The files are the same for everybody and hold nobody's data; who fetched them is not ours to collect.";
  acknowledge(bucket, {
    ...NO_SECOND_COUNTRY,
    'NIST.800.53.R5-S3DefaultEncryptionKMS': 'Published files: a key of our own would guard nothing.',
    'AwsSolutions-S1': published,
    'NIST.800.53.R5-S3BucketLoggingEnabled': published,
  });
  acknowledge(distribution, {
    'AwsSolutions-CFR1':
      'Staff may travel, and the files are public; what they lead to checks who is asking.',
    'AwsSolutions-CFR2':
      'A firewall for CloudFront lives abroad and would see staff addresses; there is nothing behind it but files.',
    'AwsSolutions-CFR3': published,
    ...(settings.publicDomain
      ? {}
      : { 'AwsSolutions-CFR4': 'Without a domain there is no certificate of ours to set the floor with.' }),
  });
}
