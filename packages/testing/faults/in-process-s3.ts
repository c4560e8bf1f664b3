// Object storage in this process, as far as product code asks it: what is put, read and removed, and what is put only once.
import { createHash } from 'node:crypto';
import type { AwsRequest, Scripted } from './faulty-http.ts';

/** Bytes by their path, `/<bucket>/<key>`. */
export type Objects = Map<string, Uint8Array>;

const error = (status: number, code: string): Scripted => ({
  status,
  body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});

export function onObject(objects: Objects, { method, path, headers, body }: AwsRequest): Scripted {
  const kept = objects.get(path);
  switch (method) {
    case 'PUT':
      if (kept && headers['if-none-match'] === '*') return error(412, 'PreconditionFailed');
      objects.set(path, Uint8Array.from(Buffer.from(body)));
      return { status: 200, body: '' };
    case 'DELETE':
      objects.delete(path);
      return { status: 204, body: '' };
    default:
      // To those who may not list a bucket, S3 denies what is not there.
      return kept ? { status: 200, body: kept } : error(403, 'AccessDenied');
  }
}

/** A line for each: where it lies, and a word about its content. Signatures are never twice the same. */
export const objectLines = (objects: Objects): readonly string[] =>
  [...objects].map(([path, bytes]) => {
    const word = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return `object ${path} ${path.startsWith('/seals/') ? 'signed' : word}`;
  });
