// Writes one object under the tenant's key. Light: without the S3 client.
import { setTimeout as wait } from 'node:timers/promises';
import { HttpRequest } from '@smithy/core/protocols';
import { signerOf } from '../aws/signed-call.ts';
import { bucketUrl } from './bucket.ts';
import type { ScanLinkParts } from './scan-links.ts';

export interface NewObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Only where nothing lies yet. */
  readonly once?: true;
}

const ATTEMPTS = 3;

/** 0 for an answer that did not come. */
async function putOnce(
  { settings, bucket, session, keyArn }: ScanLinkParts,
  key: string,
  { bytes, contentType, once }: NewObject,
): Promise<number> {
  const url = new URL(`${bucketUrl(settings, bucket)}/${key}`);
  const request = new HttpRequest({
    method: 'PUT',
    protocol: url.protocol,
    hostname: url.hostname,
    ...portOf(url),
    path: url.pathname,
    headers: {
      host: url.host,
      'content-type': contentType,
      'content-length': String(bytes.length),
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': await keyArn(),
      ...(once && { 'if-none-match': '*' }),
    },
    body: bytes,
  });
  const { headers } = await signerOf(settings, 's3', await session.credentials()).sign(request);
  const { response } = await settings.http.handle(new HttpRequest({ ...request, headers }));
  for await (const _part of response.body);
  return response.statusCode;
}

export const portOf = ({ port }: URL): { port?: number } => (port === '' ? {} : { port: Number(port) });

/** Answers the last status; what may pass by itself is tried again under the key that `keyOf` then gives. */
export async function putObject(
  parts: ScanLinkParts,
  keyOf: () => string,
  object: NewObject,
): Promise<{ readonly key: string; readonly status: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const key = keyOf();
    const status = await putOnce(parts, key, object).catch(() => 0);
    const passing = status === 0 || status === 409 || status >= 500 || status === 429;
    if (!passing || attempt === ATTEMPTS) return { key, status };
    await wait(50 * 2 ** attempt);
  }
}
