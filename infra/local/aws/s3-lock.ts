// Object lock, in compliance mode and by the bucket's rule alone: a locked object is not removed and not written over, by
// anybody. S3 itself would keep versions; this host keeps none, so the second write that S3 would put beside is refused.
import type { Bucket } from '../cloud.ts';
import { AwsError } from './aws-error.ts';
import type { ObjectRecord } from './s3-objects.ts';
import { header, type RequestHead } from './sigv4.ts';

const DAY = 86_400_000;

export const lockOf = ({ lockDays }: Bucket, now: Date): Pick<ObjectRecord, 'lockedUntil'> =>
  lockDays === undefined ? {} : { lockedUntil: new Date(now.getTime() + lockDays * DAY).toISOString() };

export function refuseLocked(record: ObjectRecord | undefined, now: Date): void {
  if (record?.lockedUntil !== undefined && Date.parse(record.lockedUntil) > now.getTime())
    throw new AwsError('AccessDenied', 'Access Denied because object protected by object lock.', 403);
}

/** S3 locks nothing whose bytes the sender does not vouch for. */
export function requireChecksum({ lockDays }: Bucket, head: RequestHead): void {
  const vouched =
    header(head, 'content-md5') !== undefined ||
    header(head, 'x-amz-trailer') !== undefined ||
    Object.keys(head.headers).some((name) => name.startsWith('x-amz-checksum-'));
  if (lockDays !== undefined && !vouched)
    throw new AwsError(
      'InvalidRequest',
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
}
