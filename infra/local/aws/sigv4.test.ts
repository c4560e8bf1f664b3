// Against the worked examples of Amazon's documentation, and what must not be read at all.
import { describe, expect, it } from 'vitest';
import {
  MalformedSignature,
  type RequestHead,
  readSignature,
  requestHolds,
  sha256,
  textHolds,
} from './sigv4.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const KEY = 'AKIAIOSFODNN7EXAMPLE';
const host = ['examplebucket.s3.amazonaws.com'];

describe("the examples of S3's documentation", () => {
  it('hold: an object read with signed headers', () => {
    const empty = sha256('');
    const head: RequestHead = {
      method: 'GET',
      path: '/test.txt',
      query: '',
      headers: {
        host,
        range: ['bytes=0-9'],
        'x-amz-content-sha256': [empty],
        'x-amz-date': ['20130524T000000Z'],
        authorization: [
          `AWS4-HMAC-SHA256 Credential=${KEY}/20130524/us-east-1/s3/aws4_request,` +
            'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
            'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
        ],
      },
    };
    const signature = readSignature(head);
    expect(signature?.accessKeyId).toBe(KEY);
    expect(signature && requestHolds(head, signature, SECRET, empty)).toBe(true);
    expect(signature && requestHolds({ ...head, path: '/test2.txt' }, signature, SECRET, empty)).toBe(false);
  });

  it('hold: a link', () => {
    const head: RequestHead = {
      method: 'GET',
      path: '/test.txt',
      query:
        `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${KEY}%2F20130524%2Fus-east-1%2Fs3%2Faws4_request` +
        '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
        '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
      headers: { host },
    };
    const signature = readSignature(head);
    expect(signature).toMatchObject({ via: 'query', expiresSeconds: 86_400 });
    expect(signature && requestHolds(head, signature, SECRET, 'UNSIGNED-PAYLOAD')).toBe(true);
    expect(signature && textHolds('another text', signature, SECRET)).toBe(false);
  });
});

describe('a signature', () => {
  const query = (more: Record<string, string>) =>
    new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `${KEY}/20130524/us-east-1/s3/aws4_request`,
      'X-Amz-Date': '20130524T000000Z',
      'X-Amz-Expires': '60',
      'X-Amz-SignedHeaders': 'host',
      'X-Amz-Signature': 'a'.repeat(64),
      ...more,
    }).toString();
  const read = (more: Record<string, string>) =>
    readSignature({ method: 'GET', path: '/', query: query(more), headers: { host } });

  it('may be absent', () => {
    expect(readSignature({ method: 'GET', path: '/', query: 'prefix=a', headers: { host } })).toBeUndefined();
    expect(read({})).toBeDefined();
  });

  it.each([
    ['another algorithm', { 'X-Amz-Algorithm': 'AWS4-HMAC-SHA1' }],
    ['a scope of another day', { 'X-Amz-Date': '20130525T000000Z' }],
    ['a scope that is cut short', { 'X-Amz-Credential': `${KEY}/20130524/us-east-1/s3` }],
    ['a life of more than a week', { 'X-Amz-Expires': '604801' }],
    ['no life', { 'X-Amz-Expires': '0' }],
    ['a life that is no number', { 'X-Amz-Expires': 'x' }],
    ['nothing signed', { 'X-Amz-SignedHeaders': '' }],
    ['no signature', { 'X-Amz-Signature': '' }],
  ])('is not read with %s', (_what, more) => {
    expect(() => read(more)).toThrow(MalformedSignature);
  });
});
