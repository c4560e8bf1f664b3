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
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(publicDomain
        ? {
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
