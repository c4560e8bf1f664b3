// A tenant's scans, letters and seals in bundles of a size that fits into memory, in the order of their keys; each goes on
// after the last key of the one before.
import { GetObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { TenantRemains } from '@layan/application/ports/offboarding';
import type { TenantId } from '@layan/domain/kernel/ids';
import { type Bundled, tarOf } from './tar.ts';

export interface BundleParts {
  readonly s3: S3Client;
  readonly tenant: TenantId;
  readonly documentsBucket: string;
  readonly sealsBucket: string;
}

/** Scans nobody checked and prints that are made anew are not handed over. */
const SOURCES = [
  { bucket: 'documentsBucket', prefix: 'accepted' },
  { bucket: 'documentsBucket', prefix: 'letters' },
  { bucket: 'sealsBucket', prefix: 'seals' },
] as const;

const MOST_BYTES = 32 * 1024 * 1024;
const MOST_OBJECTS = 400;

const endings = new Map([
  ['image/jpeg', '.jpg'],
  ['image/png', '.png'],
  ['image/webp', '.webp'],
  ['application/pdf', '.pdf'],
]);

/** "1 accepted/kota-a/…": the source, and the key after which it goes on. */
function placeOf(after: string | undefined): { readonly at: number; readonly key?: string } {
  const [, at, key] = /^(\d) (.*)$/.exec(after ?? '0 ') ?? [];
  if (at === undefined) throw new Error('Where the bundles go on cannot be read.');
  return { at: Number(at), ...(key ? { key } : {}) };
}

export function tenantBundles(parts: BundleParts): TenantRemains['bundleObjects'] {
  const { s3, tenant } = parts;

  const list = async (at: number, key: string | undefined) => {
    const source = SOURCES[at];
    if (!source) return undefined;
    const Bucket = parts[source.bucket];
    const found = await s3.send(
      new ListObjectVersionsCommand({
        ...{ Bucket, Prefix: `${source.prefix}/${tenant}/`, MaxKeys: MOST_OBJECTS },
        ...(key === undefined ? {} : { KeyMarker: key }),
      }),
    );
    const versions = found.Versions ?? [];
    const last = [...versions, ...(found.DeleteMarkers ?? [])]
      .map(({ Key = '' }) => Key)
      .sort()
      .at(-1);
    return {
      Bucket,
      last,
      current: versions.filter(({ IsLatest }) => IsLatest),
      more: found.IsTruncated === true,
    };
  };

  const read = async (Bucket: string, Key: string): Promise<Bundled> => {
    const object = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const bytes = (await object.Body?.transformToByteArray()) ?? new Uint8Array();
    const name = Key.replace(`/${tenant}/`, '/');
    const ending = endings.get(object.ContentType ?? '') ?? '';
    return {
      name: name.endsWith(ending) ? name : `${name}${ending}`,
      bytes,
      at: Math.floor((object.LastModified?.getTime() ?? 0) / 1000),
    };
  };

  return async (after) => {
    const { at, key } = placeOf(after);
    const page = await list(at, key);
    if (!page) return {};
    const files: Bundled[] = [];
    let size = 0;
    let last: string | undefined;
    for (const { Key, Size = 0 } of page.current) {
      if (Key === undefined) continue;
      if (files.length > 0 && size + Size > MOST_BYTES) break;
      files.push(await read(page.Bucket, Key));
      size += Size;
      last = Key;
    }
    const all = files.length === page.current.length;
    const goOn = all ? (page.more ? page.last : undefined) : last;
    const next = goOn === undefined ? (SOURCES[at + 1] ? `${at + 1} ` : undefined) : `${at} ${goOn}`;
    return {
      ...(files.length > 0 ? { bundle: { bytes: tarOf(files), objects: files.length } } : {}),
      ...(next === undefined ? {} : { next }),
    };
  };
}
