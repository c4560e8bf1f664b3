// The body of an upload as the SDK sends it: plain, or in aws-chunked frames with a checksum behind it. What the
// sender says about its bytes (length, MD5, SHA-256, checksum) must be true of them.
import { type Readable, Transform } from 'node:stream';
import { AwsError } from './aws-error.ts';
import type { Objects, Upload } from './s3-objects.ts';
import { header, type RequestHead } from './sigv4.ts';

const MAXIMUM_BYTES = 5 * 1024 ** 3;
const CHECKSUM = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;

export async function receiveBody(objects: Objects, head: RequestHead, body: Readable): Promise<Upload> {
  const payload = header(head, 'x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD';
  if (payload.startsWith('STREAMING-AWS4'))
    throw new AwsError('NotImplemented', 'The local host does not support signed chunks.', 501);
  const framed = payload === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
  const trailers = new Map<string, string>();
  const announced = framed ? (header(head, 'x-amz-trailer') ?? '') : '';
  const stated = Object.keys(head.headers).find((name) => CHECKSUM.test(name));
  const checksumHeader = stated ?? (CHECKSUM.test(announced) ? announced : undefined);
  const checksum = checksumHeader?.replace('x-amz-checksum-', '');
  const decoded = framed ? pipe(body, decodeFrames(trailers)) : body;
  const upload = await objects.receive(decoded, { limit: MAXIMUM_BYTES, checksum });
  try {
    const length = header(head, framed ? 'x-amz-decoded-content-length' : 'content-length');
    if (length !== undefined && Number(length) !== upload.size)
      throw new AwsError('IncompleteBody', 'The number of bytes differs from the length that was stated.');
    const md5 = header(head, 'content-md5');
    if (md5 !== undefined && md5 !== upload.md5.toString('base64'))
      throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
    if (/^[0-9a-f]{64}$/.test(payload) && payload !== upload.sha256)
      throw new AwsError('XAmzContentSHA256Mismatch', 'The content does not match x-amz-content-sha256.');
    const value = stated ? header(head, stated) : trailers.get(announced);
    if (checksumHeader && value !== upload.checksum?.value)
      throw new AwsError('BadDigest', `The ${checksum} you specified did not match what we received.`);
    return upload;
  } catch (error) {
    objects.discard(upload);
    throw error;
  }
}

function pipe(source: Readable, target: Transform): Transform {
  source.on('error', (error) => target.destroy(error));
  source.on('close', () => {
    if (!source.readableEnded) target.destroy(new AwsError('IncompleteBody', 'The body ended early.'));
  });
  return source.pipe(target);
}

/** `<hex size>[;extension]\r\n<bytes>\r\n`, repeated; size 0 ends it, trailers follow. */
function decodeFrames(trailers: Map<string, string>): Transform {
  let pending = Buffer.alloc(0);
  let left = 0;
  let state: 'size' | 'bytes' | 'gap' | 'trailers' = 'size';
  const line = (): string | undefined => {
    const end = pending.indexOf('\r\n');
    if (end < 0) return undefined;
    const text = pending.subarray(0, end).toString('latin1');
    pending = pending.subarray(end + 2);
    return text;
  };
  const step = (out: Transform): boolean => {
    if (state === 'bytes') {
      const part = pending.subarray(0, left);
      out.push(part);
      left -= part.length;
      pending = pending.subarray(part.length);
      if (left === 0) state = 'gap';
      return left === 0;
    }
    const text = line();
    if (text === undefined) return false;
    if (state === 'size') {
      left = Number.parseInt(text, 16);
      if (!(left >= 0)) throw new AwsError('InvalidRequest', 'The aws-chunked body is malformed.');
      state = left === 0 ? 'trailers' : 'bytes';
    } else if (state === 'gap') {
      state = 'size';
    } else if (text !== '') {
      const at = text.indexOf(':');
      trailers.set(text.slice(0, at).toLowerCase(), text.slice(at + 1).trim());
    }
    return true;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      pending = Buffer.concat([pending, chunk]);
      try {
        while (pending.length > 0 && step(this));
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    flush(done) {
      done(state === 'trailers' ? null : new AwsError('IncompleteBody', 'The aws-chunked body ended early.'));
    },
  });
}
