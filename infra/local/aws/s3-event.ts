// The event S3 sends to EventBridge when an object came to be.
import { randomUUID } from 'node:crypto';
import { ACCOUNT, type Bucket, type BusEvent } from '../cloud.ts';
import type { ObjectRecord } from './s3-objects.ts';

export type Creation = 'PutObject' | 'POST Object' | 'CopyObject';

export function objectCreated(bucket: Bucket, record: ObjectRecord, reason: Creation): BusEvent {
  return {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    resources: [bucket.arn],
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object: {
        key: record.key,
        size: record.size,
        etag: record.etag,
        // Grows with time, as the sequencer of S3 does for one key.
        sequencer: Date.parse(record.lastModified).toString(16).toUpperCase().padStart(18, '0'),
      },
      'request-id': randomUUID(),
      requester: ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason,
    },
  };
}
