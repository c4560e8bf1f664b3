// Which key an object is written under, and whether the caller may use it: S3 asks KMS in the caller's name.
import type { Bucket } from '../cloud.ts';
import { AwsError } from './aws-error.ts';
import type { ContextKeys, SessionPrincipal } from './contract.ts';
import type { KeyService } from './kms.ts';

const ALGORITHM = 'x-amz-server-side-encryption';
const KEY = 'x-amz-server-side-encryption-aws-kms-key-id';

/** Reads a header of a request, or a field of a form. */
type Read = (name: string) => string | undefined;

/** What a policy may ask of a write. */
export function encryptionContextKeys(read: Read): ContextKeys {
  const algorithm = read(ALGORITHM);
  const key = read(KEY);
  const once = read('if-none-match');
  return {
    ...(once === undefined ? {} : { 's3:if-none-match': once }),
    ...(algorithm === undefined ? {} : { 's3:x-amz-server-side-encryption': algorithm }),
    ...(key === undefined ? {} : { 's3:x-amz-server-side-encryption-aws-kms-key-id': key }),
  };
}

/** Decides the use of the key for a write; undefined when S3's own key is used. */
export async function keyForWrite(
  kms: KeyService,
  caller: SessionPrincipal,
  bucket: Bucket,
  key: string,
  read: Read,
): Promise<string | undefined> {
  const algorithm = read(ALGORITHM) ?? (bucket.defaultKeyArn ? 'aws:kms' : 'AES256');
  if (algorithm === 'AES256') return undefined;
  if (algorithm !== 'aws:kms')
    throw new AwsError('NotImplemented', `The local host does not support the encryption ${algorithm}.`, 501);
  const keyId = read(KEY) ?? bucket.defaultKeyArn;
  if (keyId === undefined)
    throw new AwsError(
      'NotImplemented',
      "The local host does not have the key aws/s3: name the object's key.",
      501,
    );
  return useKey(kms, caller, 'GenerateDataKey', keyId, bucket.arn, key);
}

export async function checkKeyForRead(
  kms: KeyService,
  caller: SessionPrincipal,
  bucket: Bucket,
  object: { readonly key: string; readonly keyArn?: string | undefined },
): Promise<void> {
  if (object.keyArn) await useKey(kms, caller, 'Decrypt', object.keyArn, bucket.arn, object.key);
}

async function useKey(
  kms: KeyService,
  caller: SessionPrincipal,
  action: string,
  keyId: string,
  bucketArn: string,
  key: string,
): Promise<string> {
  try {
    return (await kms.useVia(caller, 's3', action, keyId, { 'aws:s3:arn': `${bucketArn}/${key}` })).arn;
  } catch (error) {
    if (error instanceof AwsError && error.code !== 'AccessDenied')
      throw new AwsError(`KMS.${error.code}`, error.message, error.status);
    throw error;
  }
}

export const encryptionHeaders = (keyArn: string | undefined): Record<string, string> =>
  keyArn === undefined ? { [ALGORITHM]: 'AES256' } : { [ALGORITHM]: 'aws:kms', [KEY]: keyArn };
