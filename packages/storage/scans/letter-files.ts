// Official documents in the bucket, each with its case and under the hash of its bytes: two of a case that are alike are one,
// and none is ever replaced.
import { createHash } from 'node:crypto';
import type { LetterFiles } from '@layan/application/ports/letters';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { HttpRequest } from '@smithy/core/protocols';
import { signerOf } from '../aws/signed-call.ts';
import { type NoteLetter, noteLetter } from '../kept-letters.ts';
import type { Table } from '../table/table.ts';
import { bucketUrl, letterKey } from './bucket.ts';
import { portOf, putObject } from './put-object.ts';
import type { ScanLinkParts } from './scan-links.ts';
import { viewLink } from './view-link.ts';

const PDF = 'application/pdf';
const THERE_ALREADY = 412;
/** To those who may not list a bucket, S3 denies what is not there. */
const GONE = [403, 404];

async function readObject(
  { settings, bucket, session }: ScanLinkParts,
  key: string,
): Promise<Uint8Array | undefined> {
  const url = new URL(`${bucketUrl(settings, bucket)}/${key}`);
  const request = new HttpRequest({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    ...portOf(url),
    path: url.pathname,
    headers: { host: url.host },
  });
  const { headers } = await signerOf(settings, 's3', await session.credentials()).sign(request);
  const { response } = await settings.http.handle(new HttpRequest({ ...request, headers }));
  const parts: Uint8Array[] = [];
  for await (const part of response.body) parts.push(part);
  if (GONE.includes(response.statusCode)) return undefined;
  if (response.statusCode !== 200) throw new Error(`A letter was not read: ${response.statusCode}.`);
  return Buffer.concat(parts);
}

export const letterFiles = (parts: ScanLinkParts, note: NoteLetter): LetterFiles => ({
  read: (caseId, sha256) => readObject(parts, letterKey(parts.bucket, caseId, sha256)),
  keep: async ({ caseId, bytes, contentType = PDF, upload }) => {
    const sha256 = ContentHash.parse(createHash('sha256').update(bytes).digest('hex'));
    await note(caseId, { sha256, ...(upload !== undefined && { upload }) });
    const object = { bytes, contentType, once: true as const };
    const { status } = await putObject(parts, () => letterKey(parts.bucket, caseId, sha256), object);
    if (status !== 200 && status !== THERE_ALREADY) throw new Error(`A letter was not kept: ${status}.`);
    return { sha256, bytes: bytes.length };
  },
  link: ({ caseId, sha256, fileName, contentType = PDF, seconds }) =>
    viewLink(parts, letterKey(parts.bucket, caseId, sha256), { contentType, fileName }, seconds),
});

/** Noted in the table of the same tenant. */
export const notedLetterFiles = (parts: ScanLinkParts, table: Table): LetterFiles =>
  letterFiles(parts, noteLetter(table));
