// Signature Version 4, the verifying side: takes a request apart, and says whether its signature holds.
// Which key signed, and whose it is, is decided in authenticate.ts.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface RequestHead {
  readonly method: string;
  /** Path as it was sent, still percent-encoded. */
  readonly path: string;
  /** Query as it was sent, without the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

export interface Signature {
  readonly via: 'header' | 'query' | 'form';
  readonly accessKeyId: string;
  readonly sessionToken: string | undefined;
  readonly scope: { readonly date: string; readonly region: string; readonly service: string };
  /** `20260131T235959Z` */
  readonly timestamp: string;
  readonly expiresSeconds: number | undefined;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** The request claims to be signed but cannot be read. */
export class MalformedSignature extends Error {}

const ALGORITHM = 'AWS4-HMAC-SHA256';

export const header = (head: RequestHead, name: string) => head.headers[name]?.join(',');

export function queryPairs(query: string): [string, string][] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const decode = (text: string) => decodeURIComponent(text);
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    });
}

/** What the request says about its signature; undefined when it is not signed at all. */
export function readSignature(head: RequestHead): Signature | undefined {
  const authorization = header(head, 'authorization');
  if (authorization !== undefined) return readHeader(head, authorization);
  const query = new Map(queryPairs(head.query));
  if (!query.has('X-Amz-Signature') && !query.has('X-Amz-Algorithm')) return undefined;
  return readSignatureParts('query', {
    algorithm: query.get('X-Amz-Algorithm'),
    credential: query.get('X-Amz-Credential'),
    timestamp: query.get('X-Amz-Date'),
    signedHeaders: query.get('X-Amz-SignedHeaders'),
    signature: query.get('X-Amz-Signature'),
    sessionToken: query.get('X-Amz-Security-Token'),
    expires: query.get('X-Amz-Expires') ?? '',
  });
}

function readHeader(head: RequestHead, authorization: string): Signature {
  const [algorithm, ...rest] = authorization.split(' ');
  const parts = new Map(
    rest
      .join('')
      .split(',')
      .map((part) => {
        const at = part.indexOf('=');
        return [part.slice(0, at), part.slice(at + 1)] as const;
      }),
  );
  return readSignatureParts('header', {
    algorithm,
    credential: parts.get('Credential'),
    timestamp: header(head, 'x-amz-date'),
    signedHeaders: parts.get('SignedHeaders'),
    signature: parts.get('Signature'),
    sessionToken: header(head, 'x-amz-security-token'),
  });
}

export function readSignatureParts(
  via: Signature['via'],
  parts: {
    readonly algorithm: string | undefined;
    readonly credential: string | undefined;
    readonly timestamp: string | undefined;
    readonly signedHeaders: string | undefined;
    readonly signature: string | undefined;
    readonly sessionToken: string | undefined;
    readonly expires?: string;
  },
): Signature {
  const { algorithm, credential, timestamp, signedHeaders, signature } = parts;
  const [accessKeyId, date, region, service, end, ...more] = credential?.split('/') ?? [];
  if (algorithm !== ALGORITHM) throw new MalformedSignature(`Only ${ALGORITHM} signatures are known.`);
  if (!accessKeyId || !date || !region || !service || end !== 'aws4_request' || more.length > 0)
    throw new MalformedSignature('The credential is not <key>/<date>/<region>/<service>/aws4_request.');
  if (!timestamp || !/^\d{8}T\d{6}Z$/.test(timestamp) || timestamp.slice(0, 8) !== date)
    throw new MalformedSignature('The date is missing or differs from the date of the credential scope.');
  if (!signature || !signedHeaders) throw new MalformedSignature('The signature is incomplete.');
  const expiresSeconds = parts.expires === undefined ? undefined : Number(parts.expires);
  if (expiresSeconds !== undefined && !(expiresSeconds >= 1 && expiresSeconds <= 604_800))
    throw new MalformedSignature('X-Amz-Expires must be between 1 and 604800 seconds.');
  return {
    via,
    accessKeyId,
    sessionToken: parts.sessionToken,
    scope: { date, region, service },
    timestamp,
    expiresSeconds,
    signedHeaders: signedHeaders.split(';'),
    signature,
  };
}

export function timeOf(signature: Signature): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(signature.timestamp) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Headers that must be under the signature and are not. */
export function unsignedHeaders(head: RequestHead, signature: Signature): string[] {
  const must = Object.keys(head.headers).filter((name) => name === 'host' || name.startsWith('x-amz-'));
  return must.filter((name) => !signature.signedHeaders.includes(name));
}

export function requestHolds(
  head: RequestHead,
  signature: Signature,
  secret: string,
  payloadHash: string,
): boolean {
  const canonical = [
    head.method,
    canonicalPath(head.path, signature.scope.service),
    canonicalQuery(head.query),
    ...signature.signedHeaders.map(
      (name) => `${name}:${(header(head, name) ?? '').trim().replace(/\s+/g, ' ')}`,
    ),
    '',
    signature.signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
  const { date, region, service } = signature.scope;
  const text = [
    ALGORITHM,
    signature.timestamp,
    `${date}/${region}/${service}/aws4_request`,
    sha256(canonical),
  ].join('\n');
  return textHolds(text, signature, secret);
}

/** Whether the signature is that of this very text: the string to sign, or the policy of a form. */
export function textHolds(text: string, signature: Signature, secret: string): boolean {
  const { date, region, service } = signature.scope;
  const key = [date, region, service, 'aws4_request'].reduce<Buffer | string>(
    (previous, part) => createHmac('sha256', previous).update(part).digest(),
    `AWS4${secret}`,
  );
  const expected = Buffer.from(createHmac('sha256', key).update(text).digest('hex'));
  const actual = Buffer.from(signature.signature);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalPath(path: string, service: string): string {
  const segments = path.split('/');
  // Every service but S3 signs the path encoded once more than it travels.
  return segments.map((part) => uriEncode(service === 's3' ? decodeURIComponent(part) : part)).join('/');
}

function canonicalQuery(query: string): string {
  return queryPairs(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join('='))
    .join('&');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
