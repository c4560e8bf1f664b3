// Forms and links by which browsers send and open scans. Only signing happens here, no call: what may be sent or opened is
// in the signature, and object storage holds the browser to it.

import type { ScanLinks } from '@layan/application/ports/documents';
import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs } from '@layan/domain/kernel/instant';
import type { AwsSettings } from '../aws/settings.ts';
import { signerOf } from '../aws/signed-call.ts';
import type { SessionCredentials, TenantSession } from '../aws/tenant-session.ts';
import { bucketUrl, objectKey, type TenantBucket } from './bucket.ts';
import { viewLink } from './view-link.ts';

const MINUTE = 60_000;
const UPLOAD_MINUTES = 15;

export interface ScanLinkParts {
  readonly settings: AwsSettings;
  readonly bucket: TenantBucket;
  readonly session: TenantSession;
  readonly clock: Clock;
  /** The tenant's KMS key, under which its objects are encrypted. */
  readonly keyArn: () => Promise<string>;
}

export function scanLinks({ settings, bucket, session, clock, keyArn }: ScanLinkParts): ScanLinks {
  const now = () => new Date(epochMs(clock.now()));
  return {
    prepareUpload: async ({ caseId, documentId, maxBytes, redirectTo }) => {
      // A form dies with the session that signed it, however long it says it lives.
      const credentials = await session.credentials((UPLOAD_MINUTES + 1) * MINUTE);
      const signed = {
        key: objectKey(bucket, 'incoming', caseId, documentId),
        // What a browser says a file is proves nothing; the content is looked at later.
        'Content-Type': 'application/octet-stream',
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id': await keyArn(),
        ...(redirectTo === undefined
          ? { success_action_status: '201' }
          : { success_action_redirect: redirectTo }),
      };
      const fields = await signPolicy(settings, credentials, now(), signed, [
        { bucket: bucket.name },
        ['content-length-range', 1, maxBytes],
      ]);
      return { url: `${bucketUrl(settings, bucket)}/`, fields };
    },
    viewLink: ({ caseId, documentId, contentType, fileName }) =>
      viewLink({ settings, bucket, session, clock }, objectKey(bucket, 'accepted', caseId, documentId), {
        contentType,
        fileName,
      }),
  };
}

/** Signature version 4 of a POST policy: every field is a condition, so that the browser can change none. */
async function signPolicy(
  settings: AwsSettings,
  credentials: SessionCredentials,
  now: Date,
  fields: Readonly<Record<string, string>>,
  conditions: readonly unknown[],
): Promise<Readonly<Record<string, string>>> {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const signed = {
    ...fields,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${credentials.accessKeyId}/${stamp.slice(0, 8)}/${settings.region}/s3/aws4_request`,
    'X-Amz-Date': stamp,
    ...(credentials.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': credentials.sessionToken }),
  };
  const policy = {
    expiration: new Date(now.getTime() + UPLOAD_MINUTES * MINUTE).toISOString(),
    conditions: [...conditions, ...Object.entries(signed).map(([name, value]) => ({ [name]: value }))],
  };
  const Policy = Buffer.from(JSON.stringify(policy), 'utf8').toString('base64');
  const signature = await signerOf(settings, 's3', credentials).sign(Policy, { signingDate: now });
  return { ...signed, Policy, 'X-Amz-Signature': signature };
}
