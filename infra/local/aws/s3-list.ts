// ListObjectsV2: prefix, delimiter and pages.
import { AwsError } from './aws-error.ts';
import type { ObjectRecord } from './s3-objects.ts';
import { uriEncode } from './sigv4.ts';
import { type XmlElement, xml } from './xml.ts';

export const S3_NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export function listObjects(
  bucket: string,
  query: ReadonlyMap<string, string>,
  records: readonly ObjectRecord[],
): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  if (!(limit >= 0)) throw new AwsError('InvalidArgument', 'max-keys is not a number.');
  const token = query.get('continuation-token');
  const after =
    token === undefined ? query.get('start-after') : Buffer.from(token, 'base64url').toString('utf8');
  const write = (text: string) =>
    query.get('encoding-type') === 'url' ? text.split('/').map(uriEncode).join('/') : text;

  const contents: ObjectRecord[] = [];
  const common = new Set<string>();
  let last = '';
  let truncated = false;
  for (const record of records) {
    const cut = delimiter === '' ? -1 : record.key.indexOf(delimiter, prefix.length);
    const entry = cut < 0 ? record.key : record.key.slice(0, cut + delimiter.length);
    if ((after !== undefined && entry <= after) || common.has(entry)) continue;
    if (contents.length + common.size >= limit) {
      truncated = limit > 0;
      break;
    }
    if (cut < 0) contents.push(record);
    else common.add(entry);
    last = entry;
  }
  const elements: XmlElement[] = [
    ['Name', bucket],
    ['Prefix', write(prefix)],
    ['Delimiter', delimiter === '' ? undefined : write(delimiter)],
    ['EncodingType', query.get('encoding-type')],
    ['MaxKeys', limit],
    ['KeyCount', contents.length + common.size],
    ['IsTruncated', truncated],
    ['ContinuationToken', token],
    ['NextContinuationToken', truncated ? Buffer.from(last).toString('base64url') : undefined],
    ...contents.map((record): XmlElement => ['Contents', describe(record, write)]),
    ...[...common].map((entry): XmlElement => ['CommonPrefixes', [['Prefix', write(entry)]]]),
  ];
  return xml('ListBucketResult', elements, S3_NAMESPACE);
}

/** ListObjectVersions: this host keeps one version of each object, called `null` as in a bucket without versions. */
export function listVersions(
  bucket: string,
  query: ReadonlyMap<string, string>,
  records: readonly ObjectRecord[],
): string {
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const after = query.get('key-marker');
  const left = after === undefined ? records : records.filter(({ key }) => key > after);
  const shown = left.slice(0, limit);
  const last = left.length > limit ? shown.at(-1) : undefined;
  return xml(
    'ListVersionsResult',
    [
      ['Name', bucket],
      ['Prefix', query.get('prefix') ?? ''],
      ['MaxKeys', limit],
      ['IsTruncated', last !== undefined],
      ['NextKeyMarker', last?.key],
      ['NextVersionIdMarker', last && 'null'],
      ...shown.map(
        (record): XmlElement => [
          'Version',
          [['VersionId', 'null'], ['IsLatest', true], ...describe(record, (text) => text)],
        ],
      ),
    ],
    S3_NAMESPACE,
  );
}

function describe(record: ObjectRecord, write: (text: string) => string): XmlElement[] {
  return [
    ['Key', write(record.key)],
    ['LastModified', record.lastModified],
    ['ETag', `"${record.etag}"`],
    ['Size', record.size],
    ['StorageClass', 'STANDARD'],
  ];
}
