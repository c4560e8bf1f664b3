import { createSign, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../kernel/base64url.ts';
import { compactForm, rawSignature, signingInput } from './jws.ts';
import { keyIdOf, PublicKey } from './public-key.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const derOf = (input: string, key: KeyObject = privateKey) => createSign('sha256').update(input).sign(key);

describe('the text that is signed', () => {
  it('names how, by which key and what it is, and nothing else', () => {
    const [header = '', payload = ''] = signingInput({ kid: 'k1', typ: 'layan-card' }, { jti: 'é' }).split(
      '.',
    );
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    expect(read(header)).toEqual({ alg: 'ES256', kid: 'k1', typ: 'layan-card' });
    expect(read(payload)).toEqual({ jti: 'é' });
    expect(compactForm('a.b', Uint8Array.of(0xfb, 0xff))).toBe('a.b.-_8');
  });
});

describe('a signature', () => {
  it('is the same in both spellings, also when a number is short or would be negative', () => {
    const lengths = new Set<number>();
    // 70 to 72 bytes are common, shorter ones hold a number with leading zeros: one in some hundred.
    const seen = () => lengths.has(72) && [...lengths].some((length) => length < 70);
    for (let turn = 0; turn < 2000 || (!seen() && turn < 40_000); turn += 1) {
      const der = derOf(`text ${turn}`);
      const raw = rawSignature(der);
      lengths.add(der.length);
      expect(raw).toHaveLength(64);
      const checked = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
      expect(verify('sha256', Buffer.from(`text ${turn}`), checked, raw)).toBe(true);
    }
    expect(seen()).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['another structure', [0x31, 0]],
    ['a length that does not fit', [0x30, 9, 2, 1, 1, 2, 1, 1]],
    ['a number that ends too early', [0x30, 6, 2, 1, 1, 2, 2, 1]],
    ['something else than a number', [0x30, 6, 2, 1, 1, 4, 1, 1]],
    ['an empty number', [0x30, 5, 2, 0, 2, 1, 1]],
    ['something behind it', [0x30, 7, 2, 1, 1, 2, 1, 1, 0]],
    ['a number too large', [0x30, 38, 2, 33, ...Array.from({ length: 33 }, () => 1), 2, 1, 1]],
  ])('is not read out of %s', (_what, bytes) => {
    expect(() => rawSignature(Uint8Array.from(bytes))).toThrow('DER');
  });
});

describe('the name of a key', () => {
  it('is the beginning of its thumbprint, as others work it out', async () => {
    const key = PublicKey.parse(publicKey.export({ format: 'jwk' }));
    const thumbprint = await calculateJwkThumbprint({ ...key });
    expect(await keyIdOf(key)).toBe(thumbprint.slice(0, 16));
    expect(await keyIdOf(key)).toHaveLength(16);
  });
});

describe('bytes as text', () => {
  it('come back as they were', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 97 + length * 31) % 256);
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    }
  });

  it.each(['A', 'AB=', 'A+/A', 'AB C', 'AB', 'ABC\n', 'é'])('are not read out of %j', (text) => {
    expect(fromBase64Url(text)).toBeUndefined();
  });
});
