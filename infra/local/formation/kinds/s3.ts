// S3 buckets and their policies. Lifecycle, versions and public access blocks have no meaning on one machine:
// anonymous reads are refused always, and what is locked can neither be removed nor written over.
import * as z from 'zod';
import { type Bucket, REGION } from '../../cloud.ts';
import { type Here, kind, policyDocument, truth } from '../kind.ts';

const Cors = z.strictObject({
  CorsRules: z.array(
    z.looseObject({
      AllowedOrigins: z.array(z.string()),
      AllowedMethods: z.array(z.string()),
      AllowedHeaders: z.array(z.string()).default([]),
    }),
  ),
});

const Encryption = z.looseObject({
  ServerSideEncryptionConfiguration: z.array(
    z.looseObject({
      ServerSideEncryptionByDefault: z.looseObject({ KMSMasterKeyID: z.string().optional() }).optional(),
    }),
  ),
});

/** In compliance mode nobody shortens a lock; the other mode is not one this host knows. */
const ObjectLock = z.strictObject({
  ObjectLockEnabled: z.literal('Enabled'),
  Rule: z.strictObject({
    DefaultRetention: z.strictObject({ Mode: z.literal('COMPLIANCE'), Days: z.coerce.number() }),
  }),
});

const Notifications = z.strictObject({
  EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: truth.default(true) }),
});

export const bucket = kind({
  type: 'AWS::S3::Bucket',
  properties: z.strictObject({
    BucketName: z.string().optional(),
    BucketEncryption: Encryption.optional(),
    CorsConfiguration: Cors.optional(),
    NotificationConfiguration: Notifications.optional(),
    ObjectLockConfiguration: ObjectLock.optional(),
  }),
  ignored: [
    'AccessControl',
    'LifecycleConfiguration',
    'LoggingConfiguration',
    'ObjectLockEnabled',
    'OwnershipControls',
    'PublicAccessBlockConfiguration',
    'Tags',
    'VersioningConfiguration',
  ],
  fixed: ['BucketName'],
  put(properties, here) {
    const name = properties.BucketName ?? here.name('-').toLowerCase();
    const arn = `arn:aws:s3:::${name}`;
    const [encryption] = properties.BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
    const defaultKeyArn = encryption?.ServerSideEncryptionByDefault?.KMSMasterKeyID;
    const policy = here.cloud.buckets.get(arn)?.policy;
    const lockDays = properties.ObjectLockConfiguration?.Rule.DefaultRetention.Days;
    here.cloud.buckets.set(arn, {
      arn,
      name,
      cors: (properties.CorsConfiguration?.CorsRules ?? []).map((rule) => ({
        origins: rule.AllowedOrigins,
        methods: rule.AllowedMethods,
        headers: rule.AllowedHeaders,
      })),
      events: properties.NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
      ...(policy && { policy }),
      ...(defaultKeyArn && { defaultKeyArn }),
      ...(lockDays !== undefined && { lockDays }),
    });
    const host = `s3.${REGION}.amazonaws.com`;
    return {
      physicalId: name,
      attributes: {
        Arn: arn,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.${host}`,
        WebsiteURL: `http://${name}.s3-website.${REGION}.amazonaws.com`,
      },
    };
  },
  remove(made, here) {
    if (!here.services.s3.isEmpty(made.physicalId))
      throw new Error(`The bucket ${made.physicalId} is not empty.`);
    here.cloud.buckets.delete(made.attributes.Arn ?? '');
  },
});

export const bucketPolicy = kind({
  type: 'AWS::S3::BucketPolicy',
  properties: z.strictObject({ Bucket: z.string(), PolicyDocument: policyDocument }),
  fixed: ['Bucket'],
  put({ Bucket, PolicyDocument }, here) {
    const guarded = bucketOf(Bucket, here);
    if (!guarded) throw new Error(`The bucket ${Bucket} does not exist.`);
    here.cloud.buckets.set(guarded.arn, { ...guarded, policy: PolicyDocument });
    return { physicalId: Bucket, attributes: {} };
  },
  remove(made, here) {
    const guarded = bucketOf(made.physicalId, here);
    if (!guarded) return;
    const { policy: _dropped, ...bare } = guarded;
    here.cloud.buckets.set(guarded.arn, bare);
  },
});

function bucketOf(name: string, here: Here): Bucket | undefined {
  return here.cloud.buckets.get(`arn:aws:s3:::${name}`);
}
