// The files of seals in the bucket that locks them. Light: signed calls, without the S3 client.
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SealFiles } from '@layan/application/ports/seals';
import type { TenantId } from '@layan/domain/kernel/ids';
import { HttpRequest } from '@smithy/core/protocols';
import type { AwsSettings } from '../aws/settings.ts';
import { signerOf } from '../aws/signed-call.ts';
import type { TenantSession } from '../aws/tenant-session.ts';
import { bucketUrl } from '../scans/bucket.ts';
import { portOf } from '../scans/put-object.ts';

export interface SealFileParts {
  readonly settings: AwsSettings;
  readonly session: TenantSession;
  readonly bucket: { readonly name: string; readonly tenant: TenantId };
}

interface Call {
  readonly method: 'GET' | 'PUT';
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const ATTEMPTS = 4;

export const sealPrefix = (tenant: TenantId) => `seals/${tenant}/`;
export const sealName = (number: number) => `${String(number).padStart(9, '0')}.json`;

async function callOnce({ settings, session, bucket }: SealFileParts, call: Call): Promise<Answer> {
  const url = new URL(`${bucketUrl(settings, bucket)}/${call.key}`);
  const request = new HttpRequest({
    method: call.method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...portOf(url),
    path: url.pathname,
    query: { ...call.query },
    headers: { host: url.host, ...call.headers },
    body: call.body,
  });
  const signed = await signerOf(settings, 's3', await session.credentials()).sign(request);
  const { response } = await settings.http.handle(new HttpRequest({ ...request, headers: signed.headers }));
  const parts: Uint8Array[] = [];
  for await (const part of response.body) parts.push(part);
  return { status: response.statusCode, text: Buffer.concat(parts).toString('utf8') };
}

/** Repeats what may pass by itself. A write that was done and not acknowledged is answered as already there. */
export async function callBucket(parts: SealFileParts, call: Call): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await callOnce(parts, call).catch((cause: unknown) => {
      if (attempt === ATTEMPTS) throw new Error('The bucket of seals did not answer.', { cause });
      return undefined;
    });
    const passing = !answer || answer.status === 409 || answer.status === 429 || answer.status >= 500;
    if (answer && (!passing || attempt === ATTEMPTS)) return answer;
    await wait(Math.random() * 50 * 2 ** attempt);
  }
}

const THERE_ALREADY = 412;
/** To those who may not list a bucket, S3 denies what is not there. */
const GONE = [403, 404];

export function sealFiles(parts: SealFileParts): SealFiles {
  const keyOf = (number: number) => `${sealPrefix(parts.bucket.tenant)}${sealName(number)}`;
  return {
    keep: async (number, file) => {
      const body = new TextEncoder().encode(file);
      const { status } = await callBucket(parts, {
        method: 'PUT',
        key: keyOf(number),
        headers: {
          'content-type': 'application/json',
          'content-length': String(body.length),
          'if-none-match': '*',
          // S3 locks nothing whose bytes the sender does not vouch for.
          'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64'),
        },
        body,
      });
      if (status === THERE_ALREADY) return 'there-already';
      if (status !== 200) throw new Error(`Seal ${number} was not kept: ${status}.`);
      return 'kept';
    },
    read: async (number) => {
      const { status, text } = await callBucket(parts, { method: 'GET', key: keyOf(number) });
      if (GONE.includes(status)) return undefined;
      if (status !== 200) throw new Error(`Seal ${number} was not read: ${status}.`);
      return text;
    },
  };
}
