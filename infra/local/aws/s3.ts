// S3, path-style: takes a request to its operation. Nothing is public: an unsigned request is refused whatever a
// bucket's policy says, as with Block Public Access.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { AwsError } from './aws-error.ts';
import type { BucketManagement, ContextKeys, SessionPrincipal } from './contract.ts';
import { allowOrigin } from './s3-cors.ts';
import { getObject, listBucket } from './s3-read.ts';
import { findBucket, readS3Request, type S3Parts } from './s3-request.ts';
import { deleteObject, postObject, putObject } from './s3-write.ts';
import type { RequestHead, Signature } from './sigv4.ts';
import { timeOf } from './sigv4.ts';

type Signed = { readonly caller: SessionPrincipal; readonly signature: Signature };

/** Answers a request; `signed` is absent when it carries no signature of its own (forms carry theirs inside). */
export async function handleS3(
  parts: S3Parts,
  head: RequestHead,
  body: IncomingMessage,
  response: ServerResponse,
  signed: (() => Signed) | undefined,
): Promise<void> {
  const request = readS3Request(head, body);
  const allowed = allowOrigin(response, parts.cloud.buckets.get(`arn:aws:s3:::${request.bucket}`), head);
  if (head.method === 'OPTIONS') {
    if (!allowed)
      throw new AwsError('AccessForbidden', 'CORSResponse: This CORS request is not allowed.', 403);
    response.writeHead(200).end();
    return;
  }
  if (!signed) {
    if (head.method === 'POST' && request.key === '' && isForm(body))
      return postObject(parts, findBucket(parts.cloud, request.bucket), body, response);
    throw new AwsError('AccessDenied', 'Access Denied: anonymous requests are refused.', 403);
  }
  const { caller, signature } = signed();
  const bucket = findBucket(parts.cloud, request.bucket);
  const context = contextOf(signature, parts.clock());
  const operation = `${head.method} ${request.key === '' ? 'bucket' : 'object'}`;
  switch (operation) {
    case 'PUT object':
      return putObject(parts, request, bucket, response, caller, context);
    case 'GET object':
    case 'HEAD object':
      return getObject(parts, request, response, caller, context);
    case 'DELETE object':
      return deleteObject(parts, request, bucket, response, caller, context);
    case 'GET bucket':
    case 'HEAD bucket':
      return listBucket(parts, request, bucket, response, caller, context);
    default:
      throw new AwsError('NotImplemented', `The local host does not support ${operation} of S3.`, 501);
  }
}

const isForm = (body: IncomingMessage) =>
  (body.headers['content-type'] ?? '').toLowerCase().startsWith('multipart/form-data');

function contextOf(signature: Signature, now: Date): ContextKeys {
  return {
    's3:authType': signature.via === 'query' ? 'REST-QUERY-STRING' : 'REST-HEADER',
    's3:signatureversion': 'AWS4-HMAC-SHA256',
    's3:signatureAge': String(Math.max(now.getTime() - timeOf(signature), 0)),
  };
}

export function createBucketManagement({ objects }: Pick<S3Parts, 'objects'>): BucketManagement {
  const find = async (bucket: string, key: string) => {
    const record = objects.find(bucket, key);
    if (!record) return undefined;
    const contentType = record.headers['content-type'] ?? 'binary/octet-stream';
    return { contentType, size: record.size, stream: () => objects.open(record) };
  };
  return {
    putObject: async (bucket, key, body, contentType = 'binary/octet-stream') => {
      const upload = await objects.receive(Readable.from([Buffer.from(body)]));
      objects.place(upload, { bucket, key, headers: { 'content-type': contentType } });
    },
    getObject: find,
    readText: async (bucket, key) => {
      const found = await find(bucket, key);
      return found && text(found.stream());
    },
    isEmpty: (bucket) => objects.list(bucket, '').length === 0,
    emptyBucket: async (bucket) => {
      for (const { key } of objects.list(bucket, '')) objects.remove(bucket, key);
    },
  };
}
