// A link that opens one object inline for a minute, unless told otherwise. Type and name are signed with it, so that whoever passes the link on
// can change neither. Only signing happens here, no call.
import type { Clock } from '@layan/domain/kernel/clock';
import { epochMs } from '@layan/domain/kernel/instant';
import { HttpRequest } from '@smithy/core/protocols';
import type { AwsSettings } from '../aws/settings.ts';
import { signerOf } from '../aws/signed-call.ts';
import type { TenantSession } from '../aws/tenant-session.ts';
import { bucketUrl, type TenantBucket } from './bucket.ts';

const VIEW_SECONDS = 60;

export async function viewLink(
  {
    settings,
    bucket,
    session,
    clock,
  }: {
    readonly settings: AwsSettings;
    readonly bucket: TenantBucket;
    readonly session: TenantSession;
    readonly clock: Clock;
  },
  key: string,
  { contentType, fileName }: { readonly contentType: string; readonly fileName: string },
  seconds = VIEW_SECONDS,
): Promise<string> {
  const url = new URL(`${bucketUrl(settings, bucket)}/${key}`);
  const request = new HttpRequest({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host },
    query: {
      'response-content-type': contentType,
      'response-content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'response-cache-control': 'private, no-store',
    },
  });
  const signer = signerOf(settings, 's3', await session.credentials());
  // The body of an answer cannot be signed; S3 wants that said in the place of its hash.
  request.headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
  const signingDate = new Date(epochMs(clock.now()));
  const { query = {} } = await signer.presign(request, { expiresIn: seconds, signingDate });
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href.replaceAll('+', '%20');
}
