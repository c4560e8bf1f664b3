// What lies among a tenant's seals, for who may list them: what should not be there shows in no other way.
import { callBucket, type SealFileParts, sealName, sealPrefix } from './seal-files.ts';

const element = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

/** Names below the tenant's prefix, page by page. */
export async function* sealNames(parts: SealFileParts): AsyncGenerator<readonly string[], void> {
  const prefix = sealPrefix(parts.bucket.tenant);
  let token: string | undefined;
  do {
    const { status, text } = await callBucket(parts, {
      method: 'GET',
      key: '',
      query: { 'list-type': '2', prefix, ...(token === undefined ? {} : { 'continuation-token': token }) },
    });
    if (status !== 200) throw new Error(`The seals were not listed: ${status}.`);
    yield [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key.slice(prefix.length));
    token = element(text, 'IsTruncated') === 'true' ? element(text, 'NextContinuationToken') : undefined;
  } while (token !== undefined);
}

/** The number a file is named by; undefined for what is not named like a seal. */
export function numberIn(name: string): number | undefined {
  const number = Number(/^(\d{9})\.json$/.exec(name)?.[1] ?? 0);
  return number > 0 && sealName(number) === name ? number : undefined;
}
