// What an S3 request is about: bucket, key, and the query parameters that make it another operation.
import type { IncomingMessage } from 'node:http';
import type { Bucket, BusEvent, Cloud } from '../cloud.ts';
import type { Authenticator } from './authenticate.ts';
import type { Authorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import type { KeyService } from './kms.ts';
import type { Objects } from './s3-objects.ts';
import { header, queryPairs, type RequestHead } from './sigv4.ts';

export interface S3Request {
  readonly head: RequestHead;
  readonly body: IncomingMessage;
  readonly bucket: string;
  /** Empty for requests on the bucket itself. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
}

export const RESPONSE_OVERRIDES = [
  'response-content-type',
  'response-content-disposition',
  'response-cache-control',
  'response-content-language',
  'response-content-encoding',
  'response-expires',
] as const;
const LISTING = [
  'list-type',
  'versions',
  'versionId',
  'prefix',
  'delimiter',
  'max-keys',
  'key-marker',
  'version-id-marker',
  'continuation-token',
  'start-after',
  'encoding-type',
  'fetch-owner',
];
const KNOWN = new Set<string>([...RESPONSE_OVERRIDES, ...LISTING, 'x-id']);

export function readS3Request(head: RequestHead, body: IncomingMessage): S3Request {
  const [, bucket = '', ...rest] = head.path.split('/');
  const query = new Map(queryPairs(head.query));
  const other = [...query.keys()].find((name) => !KNOWN.has(name) && !/^x-amz-/i.test(name));
  if (other !== undefined)
    throw new AwsError('NotImplemented', `The local host does not support S3 requests with ?${other}.`, 501);
  return {
    head: { ...head, headers: { ...headersInQuery(query), ...head.headers } },
    body,
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(rest.join('/')),
    query,
  };
}

const SIGNING =
  /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token|content-sha256)$/;

/** A signed link carries in its query what would otherwise be x-amz headers; both mean the same. */
function headersInQuery(query: ReadonlyMap<string, string>): RequestHead['headers'] {
  const named = [...query].map(([name, value]) => [name.toLowerCase(), [value]] as const);
  return Object.fromEntries(named.filter(([name]) => name.startsWith('x-amz-') && !SIGNING.test(name)));
}

/** Headers an object keeps and gives back. */
export function storedHeaders(head: RequestHead): Record<string, string> {
  const kept = Object.keys(head.headers).filter(
    (name) =>
      ['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires'].includes(
        name,
      ) || name.startsWith('x-amz-meta-'),
  );
  const encoding = header(head, 'content-encoding')
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== 'aws-chunked')
    .join(',');
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(kept.map((name) => [name, header(head, name) ?? ''])),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  };
}

/** What the operations of S3 share. */
export interface S3Parts {
  readonly cloud: Cloud;
  readonly access: Authorizer;
  readonly authenticator: Authenticator;
  readonly kms: KeyService;
  readonly objects: Objects;
  readonly publish: (event: BusEvent) => void;
  readonly clock: () => Date;
}

export function findBucket(cloud: Cloud, name: string): Bucket {
  const bucket = cloud.buckets.get(`arn:aws:s3:::${name}`);
  if (!bucket) throw new AwsError('NoSuchBucket', `The specified bucket does not exist: ${name}`, 404);
  return bucket;
}
