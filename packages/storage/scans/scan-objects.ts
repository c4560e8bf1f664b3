// The scans themselves, for the function that looks into them. It is the only one that carries the S3 client.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { ScanObjects } from '@layan/application/ports/documents';
import { err, ok } from '@layan/domain/kernel/result';
import type { AwsSettings } from '../aws/settings.ts';
import type { TenantSession } from '../aws/tenant-session.ts';
import { objectKey, type TenantBucket } from './bucket.ts';

/** To those who may not list a bucket, and nobody may list this one, S3 denies what is not there. */
const isGone = (error: unknown) =>
  error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'AccessDenied');

const isThere = (error: unknown) =>
  error instanceof S3ServiceException && error.name === 'PreconditionFailed';

export interface ScanObjectParts {
  readonly settings: AwsSettings;
  readonly bucket: TenantBucket;
  readonly session: TenantSession;
  readonly keyArn: () => Promise<string>;
}

export function scanObjects({ settings, bucket, session, keyArn }: ScanObjectParts): ScanObjects {
  const { region, endpoint, http } = settings;
  const client = new S3Client({
    region,
    requestHandler: http,
    credentials: () => session.credentials(),
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    maxAttempts: 3,
    // S3 proves what it stored by the checksum of the SDK only where an operation asks for one.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (prefix: 'incoming' | 'accepted', ...ids: Parameters<ScanObjects['readIncoming']>) => ({
    Bucket: bucket.name,
    Key: objectKey(bucket, prefix, ...ids),
  });
  return {
    readIncoming: async (caseId, documentId) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(at('incoming', caseId, documentId)));
        return Body ? ok(await Body.transformToByteArray()) : err('gone');
      } catch (error) {
        if (isGone(error)) return err('gone');
        throw error;
      }
    },
    accept: async ({ caseId, documentId, bytes, contentType }) => {
      const place = at('accepted', caseId, documentId);
      const object = { ...place, Body: bytes, ContentType: contentType, IfNoneMatch: '*' };
      const key = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: await keyArn() } as const;
      try {
        await client.send(new PutObjectCommand({ ...object, ...key }));
        return bytes;
      } catch (error) {
        if (!isThere(error)) throw error;
      }
      const { Body } = await client.send(new GetObjectCommand(place));
      if (!Body) throw new Error('An accepted scan is empty.');
      return Body.transformToByteArray();
    },
    discardIncoming: async (caseId, documentId) => {
      await client.send(new DeleteObjectCommand(at('incoming', caseId, documentId)));
    },
  };
}
