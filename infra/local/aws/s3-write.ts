// Writes of S3: PutObject, CopyObject, DeleteObject and the browser's form.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bucket } from '../cloud.ts';
import { sendXml } from './answers.ts';
import { AwsError } from './aws-error.ts';
import type { ContextKeys, SessionPrincipal } from './contract.ts';
import { receiveBody } from './s3-body.ts';
import { encryptionContextKeys, encryptionHeaders, keyForWrite } from './s3-encryption.ts';
import { type Creation, objectCreated } from './s3-event.ts';
import { receiveForm } from './s3-form.ts';
import { S3_NAMESPACE } from './s3-list.ts';
import { lockOf, refuseLocked, requireChecksum } from './s3-lock.ts';
import type { ObjectRecord, Upload } from './s3-objects.ts';
import { findForRead } from './s3-read.ts';
import { type S3Parts, type S3Request, storedHeaders } from './s3-request.ts';
import { header } from './sigv4.ts';
import { xml } from './xml.ts';

const UNSUPPORTED =
  /^(x-amz-(acl|grant-.*|tagging|object-lock-.*|storage-class|website-.*|server-side-encryption-(customer-.*|context))|acl|tagging)$/;

function refuseUnsupported(names: Iterable<string>): void {
  const name = [...names].find((one) => UNSUPPORTED.test(one));
  if (name) throw new AwsError('NotImplemented', `The local host does not support ${name}.`, 501);
}

function place(
  parts: S3Parts,
  bucket: Bucket,
  reason: Creation,
  upload: Upload,
  record: Pick<ObjectRecord, 'key' | 'headers' | 'keyArn'>,
): ObjectRecord {
  const placed = parts.objects.place(upload, {
    bucket: bucket.name,
    checksum: upload.checksum,
    ...lockOf(bucket, parts.clock()),
    ...record,
  });
  // In the same tick: a host that is killed here has the object and its event, or neither is acknowledged.
  if (bucket.events) parts.publish(objectCreated(bucket, placed, reason));
  return placed;
}

export async function putObject(
  parts: S3Parts,
  request: S3Request,
  bucket: Bucket,
  response: ServerResponse,
  caller: SessionPrincipal,
  context: ContextKeys,
): Promise<void> {
  const { head, key } = request;
  const read = (name: string) => header(head, name);
  refuseUnsupported(Object.keys(head.headers));
  await parts.access.require(caller, 's3:PutObject', `${bucket.arn}/${key}`, {
    ...context,
    ...encryptionContextKeys(read),
  });
  requireChecksum(bucket, head);
  const copied = read('x-amz-copy-source');
  const source = copied === undefined ? undefined : await readSource(parts, copied, caller, context, read);
  const keyArn = await keyForWrite(parts.kms, caller, bucket, key, read);
  const upload = source
    ? await parts.objects.receive(parts.objects.open(source))
    : await receiveBody(parts.objects, head, request.body);
  if (read('if-none-match') === '*' && parts.objects.find(bucket.name, key)) {
    parts.objects.discard(upload);
    throw new AwsError(
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      412,
    );
  }
  try {
    refuseLocked(parts.objects.find(bucket.name, key), parts.clock());
  } catch (error) {
    parts.objects.discard(upload);
    throw error;
  }
  const headers =
    source && read('x-amz-metadata-directive') !== 'REPLACE' ? source.headers : storedHeaders(head);
  const placed = place(parts, bucket, source ? 'CopyObject' : 'PutObject', upload, { key, headers, keyArn });
  const { checksum } = upload;
  for (const [name, value] of Object.entries({
    ...encryptionHeaders(keyArn),
    ...(checksum ? { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value } : {}),
  }))
    response.setHeader(name, value);
  if (source) {
    const result = [
      ['LastModified', placed.lastModified],
      ['ETag', `"${placed.etag}"`],
    ] as const;
    sendXml(response, 200, xml('CopyObjectResult', result, S3_NAMESPACE));
  } else response.setHeader('etag', `"${placed.etag}"`).writeHead(200).end();
}

async function readSource(
  parts: S3Parts,
  copied: string,
  caller: SessionPrincipal,
  context: ContextKeys,
  read: (name: string) => string | undefined,
): Promise<ObjectRecord> {
  if (copied.includes('?')) throw new AwsError('NotImplemented', 'The local host keeps no versions.', 501);
  const [bucketName = '', ...rest] = decodeURIComponent(copied).replace(/^\//, '').split('/');
  const source = await findForRead(parts, bucketName, rest.join('/'), caller, context);
  const wanted = read('x-amz-copy-source-if-match')?.replaceAll('"', '');
  if (wanted !== undefined && wanted !== source.etag)
    throw new AwsError('PreconditionFailed', 'The source has another ETag.', 412);
  return source;
}

export async function deleteObject(
  parts: S3Parts,
  request: S3Request,
  bucket: Bucket,
  response: ServerResponse,
  caller: SessionPrincipal,
  context: ContextKeys,
): Promise<void> {
  const action = request.query.has('versionId') ? 's3:DeleteObjectVersion' : 's3:DeleteObject';
  await parts.access.require(caller, action, `${bucket.arn}/${request.key}`, context);
  refuseLocked(parts.objects.find(bucket.name, request.key), parts.clock());
  parts.objects.remove(bucket.name, request.key);
  response.writeHead(204).end();
}

export async function postObject(
  parts: S3Parts,
  bucket: Bucket,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let keyArn: string | undefined;
  const form = await receiveForm(request, bucket.name, {
    objects: parts.objects,
    authenticator: parts.authenticator,
    now: parts.clock(),
    admit: async ({ fields, key, caller }) => {
      const read = (name: string) => fields.get(name);
      refuseUnsupported(fields.keys());
      await parts.access.require(caller, 's3:PutObject', `${bucket.arn}/${key}`, {
        's3:authType': 'POST',
        ...encryptionContextKeys(read),
      });
      keyArn = await keyForWrite(parts.kms, caller, bucket, key, read);
    },
  });
  const { fields, key, upload } = form;
  const kept = [...fields].filter(
    ([name]) =>
      ['content-type', 'content-disposition', 'cache-control'].includes(name) ||
      name.startsWith('x-amz-meta-'),
  );
  const headers = { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) };
  const { etag } = place(parts, bucket, 'POST Object', upload, { key, headers, keyArn });
  for (const [name, value] of Object.entries(encryptionHeaders(keyArn))) response.setHeader(name, value);
  answerForm(response, bucket, key, etag, fields);
}

function answerForm(
  response: ServerResponse,
  bucket: Bucket,
  key: string,
  etag: string,
  fields: ReadonlyMap<string, string>,
): void {
  response.setHeader('etag', `"${etag}"`);
  const target = fields.get('success_action_redirect') ?? fields.get('redirect');
  if (target !== undefined && URL.canParse(target)) {
    const location = new URL(target);
    location.searchParams.set('bucket', bucket.name);
    location.searchParams.set('key', key);
    location.searchParams.set('etag', `"${etag}"`);
    response.writeHead(303, { location: location.href }).end();
    return;
  }
  const status = fields.get('success_action_status');
  if (status !== '201') {
    response.writeHead(status === '200' ? 200 : 204).end();
    return;
  }
  const result = [
    ['Bucket', bucket.name],
    ['Key', key],
    ['ETag', `"${etag}"`],
  ] as const;
  sendXml(response, 201, xml('PostResponse', result));
}
