// Objects on disk: the bytes in a file of their own, everything else in a document that points to it. An upload is
// written aside and only then takes its place, so a reader sees the old object or the new one.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import type { Store } from '../store.ts';
import { AwsError } from './aws-error.ts';

export const ObjectRecord = z.object({
  bucket: z.string(),
  key: z.string(),
  blob: z.string(),
  size: z.number(),
  etag: z.string(),
  /** Headers given back as they came: content-type, content-disposition, cache-control, x-amz-meta-*. */
  headers: z.record(z.string(), z.string()),
  keyArn: z.string().optional(),
  checksum: z.object({ algorithm: z.string(), value: z.string() }).optional(),
  lastModified: z.string(),
  lockedUntil: z.string().optional(),
});
export type ObjectRecord = z.infer<typeof ObjectRecord>;

export interface Upload {
  readonly blob: string;
  readonly size: number;
  readonly md5: Buffer;
  readonly sha256: string;
  readonly checksum: { readonly algorithm: string; readonly value: string } | undefined;
}

export interface Objects {
  /** Writes the bytes aside. Fails with EntityTooLarge beyond the limit, having read no more than that. */
  receive(body: Readable, options?: { limit?: number; checksum?: string | undefined }): Promise<Upload>;
  /** Gives an upload its place; what was there is gone. */
  place(upload: Upload, record: Omit<ObjectRecord, 'blob' | 'size' | 'etag' | 'lastModified'>): ObjectRecord;
  discard(upload: Upload): void;
  find(bucket: string, key: string): ObjectRecord | undefined;
  open(record: ObjectRecord, range?: { start: number; end: number }): Readable;
  /** In order of key. */
  list(bucket: string, prefix: string): ObjectRecord[];
  remove(bucket: string, key: string): void;
}

export function openObjects(store: Store, clock: () => Date): Objects {
  const records = store.collection('s3', ObjectRecord);
  const blobs = store.folder('s3-objects');
  const idOf = (bucket: string, key: string) => `${bucket}/${key}`;
  const pathOf = (blob: string) => join(blobs, blob);
  const inUse = new Set([...records.values()].map(({ blob }) => blob));
  for (const blob of readdirSync(blobs)) if (!inUse.has(blob)) rmSync(pathOf(blob));

  return {
    receive: async (body, { limit = Number.POSITIVE_INFINITY, checksum } = {}) => {
      const blob = randomUUID();
      const md5 = createHash('md5');
      const sha256 = createHash('sha256');
      const check = checksum === undefined ? undefined : createChecksum(checksum);
      let size = 0;
      const meter = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          size += chunk.length;
          if (size > limit)
            return done(
              new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size'),
            );
          for (const hash of [md5, sha256, check]) hash?.update(chunk);
          done(null, chunk);
        },
      });
      try {
        await pipeline(body, meter, createWriteStream(pathOf(blob), { mode: 0o600, flags: 'wx' }));
      } catch (error) {
        rmSync(pathOf(blob), { force: true });
        throw error;
      }
      return {
        blob,
        size,
        md5: md5.digest(),
        sha256: sha256.digest('hex'),
        checksum:
          checksum !== undefined && check
            ? { algorithm: checksum, value: check.digest('base64') }
            : undefined,
      };
    },
    place: (upload, record) => {
      const previous = records.get(idOf(record.bucket, record.key));
      const placed: ObjectRecord = {
        ...record,
        blob: upload.blob,
        size: upload.size,
        etag: upload.md5.toString('hex'),
        lastModified: clock().toISOString(),
      };
      records.set(idOf(record.bucket, record.key), placed);
      if (previous) rmSync(pathOf(previous.blob), { force: true });
      return placed;
    },
    discard: ({ blob }) => rmSync(pathOf(blob), { force: true }),
    find: (bucket, key) => records.get(idOf(bucket, key)),
    open: (record, range) => createReadStream(pathOf(record.blob), range),
    list: (bucket, prefix) =>
      [...records.values()]
        .filter((record) => record.bucket === bucket && record.key.startsWith(prefix))
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
    remove: (bucket, key) => {
      const record = records.get(idOf(bucket, key));
      records.delete(idOf(bucket, key));
      if (record) rmSync(pathOf(record.blob), { force: true });
    },
  };
}

interface Checksum {
  update(chunk: Buffer): unknown;
  digest(encoding: 'base64'): string;
}

function createChecksum(algorithm: string): Checksum {
  if (algorithm === 'sha256' || algorithm === 'sha1') return createHash(algorithm);
  if (algorithm !== 'crc32')
    throw new AwsError('NotImplemented', `The local host does not support the checksum ${algorithm}.`, 501);
  let value = 0;
  return {
    update: (chunk) => {
      value = crc32(chunk, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString('base64');
    },
  };
}
