// Reads of S3: GetObject, HeadObject, ListObjectsV2, HeadBucket.
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from '../cloud.ts';
import { sendXml } from './answers.ts';
import { AwsError } from './aws-error.ts';
import type { ContextKeys, SessionPrincipal } from './contract.ts';
import { checkKeyForRead, encryptionHeaders } from './s3-encryption.ts';
import { listObjects, listVersions } from './s3-list.ts';
import type { ObjectRecord } from './s3-objects.ts';
import { findBucket, RESPONSE_OVERRIDES, type S3Parts, type S3Request } from './s3-request.ts';
import { header } from './sigv4.ts';

/** An object the caller may read, key included. Absence shows only to those who may list. */
export async function findForRead(
  parts: S3Parts,
  bucketName: string,
  key: string,
  caller: SessionPrincipal,
  context: ContextKeys,
): Promise<ObjectRecord> {
  const bucket = findBucket(parts.cloud, bucketName);
  await parts.access.require(caller, 's3:GetObject', `${bucket.arn}/${key}`, context);
  const record = parts.objects.find(bucket.name, key);
  if (!record) {
    if (await parts.access.probe(caller, 's3:ListBucket', bucket.arn, { ...context, 's3:prefix': key }))
      throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
    throw new AwsError(
      'AccessDenied',
      'Access Denied: the key does not exist and you may not list the bucket.',
      403,
    );
  }
  await checkKeyForRead(parts.kms, caller, bucket, record);
  return record;
}

export async function getObject(
  parts: S3Parts,
  request: S3Request,
  response: ServerResponse,
  caller: SessionPrincipal,
  context: ContextKeys,
): Promise<void> {
  const { head } = request;
  const record = await findForRead(parts, request.bucket, request.key, caller, context);
  const etag = `"${record.etag}"`;
  const ifMatch = header(head, 'if-match');
  if (ifMatch !== undefined && ifMatch !== etag)
    throw new AwsError('PreconditionFailed', 'The object has another ETag.', 412);
  response.setHeader('etag', etag).setHeader('last-modified', new Date(record.lastModified).toUTCString());
  if (header(head, 'if-none-match') === etag) {
    response.writeHead(304).end();
    return;
  }
  const range = readRange(header(head, 'range'), record.size);
  const overrides = RESPONSE_OVERRIDES.flatMap((name) => {
    const value = request.query.get(name);
    return value === undefined ? [] : [[name.replace('response-', ''), value] as const];
  });
  const { checksum } = record;
  const checked = checksum && !range && header(head, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  const headers = {
    ...record.headers,
    ...Object.fromEntries(overrides),
    ...encryptionHeaders(record.keyArn),
    ...(checked ? { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value } : {}),
    ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${record.size}` } : {}),
    'accept-ranges': 'bytes',
    'content-length': String(range ? range.end - range.start + 1 : record.size),
  };
  response.writeHead(range ? 206 : 200, headers);
  if (head.method === 'HEAD' || record.size === 0) response.end();
  else await pipeline(parts.objects.open(record, range), response);
}

function readRange(text: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  return { start, end };
}

export async function listBucket(
  parts: S3Parts,
  request: S3Request,
  bucket: Bucket,
  response: ServerResponse,
  caller: SessionPrincipal,
  context: ContextKeys,
): Promise<void> {
  const { query, head } = request;
  const named = ['prefix', 'delimiter', 'max-keys'] as const;
  const action = query.has('versions') ? 's3:ListBucketVersions' : 's3:ListBucket';
  await parts.access.require(caller, action, bucket.arn, {
    ...context,
    ...Object.fromEntries(
      named.flatMap((name) => (query.has(name) ? [[`s3:${name}`, query.get(name) ?? '']] : [])),
    ),
  });
  if (head.method === 'HEAD') {
    response.writeHead(200).end();
    return;
  }
  if (query.has('versions')) {
    const kept = parts.objects.list(bucket.name, query.get('prefix') ?? '');
    sendXml(response, 200, listVersions(bucket.name, query, kept));
    return;
  }
  if (query.get('list-type') !== '2')
    throw new AwsError('NotImplemented', 'The local host supports ListObjectsV2 only.', 501);
  const records = parts.objects.list(bucket.name, query.get('prefix') ?? '');
  sendXml(response, 200, listObjects(bucket.name, query, records));
}
