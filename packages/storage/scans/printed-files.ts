// Where a print waits to be fetched: an object of its own under a name nobody can guess, sealed with the tenant's key,
// gone after a day.
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Printing } from '@layan/application/ports/printing';
import { HttpRequest } from '@smithy/core/protocols';
import { signerOf } from '../aws/signed-call.ts';
import { bucketUrl } from './bucket.ts';
import type { ScanLinkParts } from './scan-links.ts';
import { viewLink } from './view-link.ts';

const PDF = 'application/pdf';
const NAME_BYTES = 20;
const ATTEMPTS = 3;

export const printedFiles = (parts: ScanLinkParts): Pick<Printing, 'keep'> => ({
  keep: async ({ bytes, fileName }) => {
    const key = `printed/${parts.bucket.tenant}/${randomBytes(NAME_BYTES).toString('hex')}.pdf`;
    for (let attempt = 1; ; attempt += 1) {
      const status = await put(parts, key, bytes).catch(() => 0);
      if (status === 200) break;
      // Under a new name every time, so that it may be sent again.
      const passing = status === 0 || status >= 500 || status === 429;
      if (!passing || attempt === ATTEMPTS) throw new Error(`A print was not kept: ${status}.`);
      await wait(50 * 2 ** attempt);
    }
    return viewLink(parts, key, { contentType: PDF, fileName });
  },
});

async function put(
  { settings, bucket, session, keyArn }: ScanLinkParts,
  key: string,
  bytes: Uint8Array,
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
      'content-type': PDF,
      'content-length': String(bytes.length),
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': await keyArn(),
    },
    body: bytes,
  });
  const { headers } = await signerOf(settings, 's3', await session.credentials()).sign(request);
  const { response } = await settings.http.handle(new HttpRequest({ ...request, headers }));
  for await (const _part of response.body);
  return response.statusCode;
}

const portOf = ({ port }: URL): { port?: number } => (port === '' ? {} : { port: Number(port) });
