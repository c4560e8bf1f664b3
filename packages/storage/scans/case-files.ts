// Removes the objects of a case: accepted scans, and official documents. Light: without the S3 client.
import type { CaseFiles } from '@layan/application/ports/erasure';
import { HttpRequest } from '@smithy/core/protocols';
import { signerOf } from '../aws/signed-call.ts';
import { bucketUrl, letterKey, objectKey } from './bucket.ts';
import { portOf } from './put-object.ts';
import type { ScanLinkParts } from './scan-links.ts';

/** S3 says the same of what it removed and of what was not there. */
const REMOVED = 204;

async function remove({ settings, bucket, session }: ScanLinkParts, key: string): Promise<void> {
  const url = new URL(`${bucketUrl(settings, bucket)}/${key}`);
  const request = new HttpRequest({
    method: 'DELETE',
    protocol: url.protocol,
    hostname: url.hostname,
    ...portOf(url),
    path: url.pathname,
    headers: { host: url.host },
  });
  const { headers } = await signerOf(settings, 's3', await session.credentials()).sign(request);
  const { response } = await settings.http.handle(new HttpRequest({ ...request, headers }));
  for await (const _part of response.body);
  if (response.statusCode !== REMOVED) throw new Error(`An object was not removed: ${response.statusCode}.`);
}

export const caseFiles = (parts: ScanLinkParts): CaseFiles => ({
  removeScan: async (caseId, documentId) => {
    // What came in and was not accepted is gone within a day.
    await remove(parts, objectKey(parts.bucket, 'accepted', caseId, documentId));
  },
  removeLetter: (caseId, sha256) => remove(parts, letterKey(parts.bucket, caseId, sha256)),
});
