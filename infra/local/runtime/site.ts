// A static site as CloudFront hands it out of a bucket: types, validators, compression, error pages, headers.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import type { BucketManagement } from '../aws/contract.ts';
import type { Cloud, Distribution } from '../cloud.ts';
import type { HttpHandler } from './gateway.ts';

interface File {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | undefined;
}

export interface Site {
  readonly handle: HttpHandler;
  /** Call when the bucket has other files. */
  forget(): void;
}

export function createSite(
  cloud: Cloud,
  s3: Pick<BucketManagement, 'getObject'>,
  /** Rewrites what a header says about addresses in the cloud to those of this machine. */
  localize: (header: string) => string,
): Site {
  const files = new Map<string, File | undefined>();
  const load = async (bucket: string, key: string): Promise<File | undefined> => {
    if (files.has(key)) return files.get(key);
    const object = await s3.getObject(bucket, key);
    const file = object && toFile(object.contentType, await buffer(object.stream()));
    files.set(key, file);
    return file;
  };
  const find = async (site: Distribution, path: string) => {
    const key = path === '/' ? site.rootObject : path.slice(1);
    const file = await load(site.bucketName, key);
    if (file) return { status: 200, file };
    const page = site.errorPages.find(({ code }) => code === 404 || code === 403);
    return { status: page?.answer ?? 404, file: page && (await load(site.bucketName, page.page.slice(1))) };
  };
  return {
    forget: () => files.clear(),
    async handle(request, response) {
      const [site] = cloud.distributions.values();
      const path = decodePath(request);
      if (!site || path === undefined) return void response.writeHead(404).end();
      if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
      const { status, file } = await find(site, path);
      const headers = Object.fromEntries(
        Object.entries(site.headers).map(([name, value]) => [name, localize(value)]),
      );
      if (!file)
        return void response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Not found');
      send(request, response, status, file, headers, path);
    },
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: File,
  headers: Readonly<Record<string, string>>,
  path: string,
): void {
  // Built files carry their hash in their name; everything else is asked for again each time.
  const lasting = status === 200 && /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path);
  const common = {
    ...headers,
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (request.headers['if-none-match'] === file.etag) return void response.writeHead(304, common).end();
  const zipped = String(request.headers['accept-encoding'] ?? '').includes('gzip') ? file.gzip : undefined;
  const body = zipped ?? file.plain;
  response.writeHead(status, {
    ...common,
    'content-length': body.length,
    ...(zipped && { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function toFile(type: string, plain: Buffer): File {
  const etag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 32)}"`;
  const compressible = /^(text\/|image\/svg|application\/(json|javascript|manifest))/.test(type);
  return { type, etag, plain, gzip: compressible && plain.length > 1000 ? gzipSync(plain) : undefined };
}

function decodePath(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
  } catch {
    return undefined;
  }
}
