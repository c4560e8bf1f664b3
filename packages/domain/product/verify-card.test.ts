import { KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../kernel/base64url.ts';
import { CardPayload } from './card-payload.ts';
import { compactForm, signingInput } from './jws.ts';
import { type KeySet, keyIdOf, PublicKey, publishedKey } from './public-key.ts';
import { isCardPayload, verifyCard } from './verify-card.ts';

const DEEP = process.env.LAYAN_DEEP ? 10 : 1;
const seed = 20260325;

const card: CardPayload = {
  iss: 'kota-contoh',
  jti: '0123456789abcdefghjkmnpqrs',
  sub: 'Warga Uji Satu',
  prd: 'Kartu Bestari',
  num: '460/000017/III/2026',
  iat: 1774400000,
  status: { list: 'dinsos.kartu-bestari/2026', idx: 17 },
};

async function aKey() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const key = PublicKey.parse(await exportJWK(publicKey));
  const kid = await keyIdOf(key);
  const secret = { key: KeyObject.from(privateKey), dsaEncoding: 'ieee-p1363' as const };
  return {
    kid,
    published: publishedKey(key, kid),
    privateKey,
    sign: (payload: unknown = card) => {
      const input = signingInput({ kid, typ: 'layan-card' }, payload);
      return compactForm(input, sign('sha256', Buffer.from(input), secret));
    },
  };
}

let own: Awaited<ReturnType<typeof aKey>>;
let other: Awaited<ReturnType<typeof aKey>>;
let keys: KeySet;
let signed: string;
beforeAll(async () => {
  own = await aKey();
  other = await aKey();
  keys = { keys: [own.published] };
  signed = own.sign();
});

const codeOf = async (compact: string, set = keys) => {
  const reading = await verifyCard(compact, set);
  return reading.ok ? 'accepted' : reading.code;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a card we signed', () => {
  it('is read by us', async () => {
    expect(await verifyCard(signed, keys)).toEqual({ ok: true, card, kid: own.kid });
  });

  it('is verified by another implementation of JOSE', async () => {
    const { payload, protectedHeader } = await compactVerify(signed, await importJWK(own.published));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(card);
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: own.kid, typ: 'layan-card' });
  });
});

describe('a card another implementation of JOSE signed', () => {
  const signElsewhere = (header: Record<string, unknown>, payload: unknown = card) =>
    new CompactSign(bytesOf(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', ...header })
      .sign(own.privateKey);

  it('is read by us when it is one', async () => {
    expect(await codeOf(await signElsewhere({ kid: own.kid, typ: 'layan-card' }))).toBe('accepted');
  });

  it.each([
    ['another kind of text', { typ: 'statuslist+jwt' }, 'wrong-kind'],
    ['no kind', { typ: undefined }, 'wrong-kind'],
    ['a key nobody published', { kid: 'unknown' }, 'unknown-key'],
    ['no key', { kid: undefined }, 'wrong-kind'],
    ['a key of its own', { jwk: { kty: 'EC' } }, 'wrong-kind'],
  ])('is refused with %s', async (_what, header, code) => {
    expect(await codeOf(await signElsewhere({ kid: own.kid, typ: 'layan-card', ...header }))).toBe(code);
  });
});

describe('what is no card', () => {
  it.each([
    ['a member too many', { ...card, role: 'admin' }],
    ['a member too few', { ...card, jti: undefined }],
    ['no place in the list', { ...card, status: { list: 'x', idx: 0 } }],
    ['a list', [card]],
    ['nothing', null],
  ])('is refused although the tenant signed it: %s', async (_what, payload) => {
    expect(await codeOf(own.sign(payload))).toBe('wrong-shape');
  });

  it.each([
    ['nothing', ''],
    ['two parts', 'a.b'],
    ['four parts', 'a.b.c.d'],
    ['text', 'kartu'],
    ['a header that is no JSON', 'YQ.YQ.YQ'],
    ['more than any code holds', `${'A'.repeat(5000)}.A.A`],
  ])('is malformed: %s', async (_what, compact) => {
    expect(await codeOf(compact)).toBe('malformed');
  });

  it.each(['none', 'HS256', 'ES384', 'RS256', 'es256'])('is not signed by %s', async (alg) => {
    const [, payload, signature] = signed.split('.');
    const header = toBase64Url(bytesOf(JSON.stringify({ alg, kid: own.kid, typ: 'layan-card' })));
    expect(await codeOf(`${header}.${payload}.${signature}`)).toBe('wrong-kind');
  });

  it('is not signed by the tenant when another key took the name of the tenant’s', async () => {
    const input = other.sign().split('.');
    const header = toBase64Url(bytesOf(JSON.stringify({ alg: 'ES256', kid: own.kid, typ: 'layan-card' })));
    expect(await codeOf([header, ...input.slice(1)].join('.'))).toBe('bad-signature');
    expect(await codeOf(other.sign())).toBe('unknown-key');
  });
});

describe('an altered card', () => {
  const refused = async (compact: string) => (await verifyCard(compact, keys)).ok === false;
  const whole = (parts: readonly string[]) => parts.join('.');
  const run = <T>(arbitrary: fc.Arbitrary<T>, alter: (value: T) => string | undefined) =>
    fc.assert(
      fc.asyncProperty(arbitrary, async (value) => {
        const altered = alter(value);
        fc.pre(altered !== undefined && altered !== signed);
        expect(await refused(altered ?? '')).toBe(true);
      }),
      { numRuns: 2500 * DEEP, seed },
    );

  it('is refused whatever character is another one', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= ';
    const characters = fc.tuple(fc.nat(), fc.constantFrom(...alphabet));
    await run(characters, ([place, character]) => {
      const at = place % signed.length;
      return signed.slice(0, at) + character + signed.slice(at + 1);
    });
  });

  it('is refused whatever the payload says instead', async () => {
    const changed = fc.record(
      {
        sub: fc.string(),
        num: fc.string(),
        jti: fc.string(),
        prd: fc.string(),
        iat: fc.integer(),
        exp: fc.integer(),
        status: fc.record({ list: fc.string(), idx: fc.integer({ min: 1 }) }),
      },
      { requiredKeys: [] },
    );
    await run(changed, (changes) => {
      const [header = '', , signature = ''] = signed.split('.');
      const payload = toBase64Url(bytesOf(JSON.stringify({ ...card, ...changes })));
      return whole([header, payload, signature]);
    });
  });

  it('is refused whatever bits of the signature differ', async () => {
    const flips = fc.uniqueArray(fc.integer({ min: 0, max: 511 }), { minLength: 1, maxLength: 8 });
    await run(flips, (bits) => {
      const [header = '', payload = '', tail = ''] = signed.split('.');
      const signature = fromBase64Url(tail) ?? new Uint8Array();
      for (const bit of bits) signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return whole([header, payload, toBase64Url(signature)]);
    });
  });

  it('is refused whatever the header says instead', async () => {
    const headers = fc.record(
      {
        alg: fc.constantFrom('ES256', 'none', 'HS256'),
        kid: fc.oneof(fc.string(), fc.constant(own.kid)),
        typ: fc.constantFrom('layan-card', 'JWT'),
        crit: fc.array(fc.string()),
        jwk: fc.constant(other.published),
        jku: fc.webUrl(),
        b64: fc.boolean(),
      },
      { requiredKeys: ['alg'] },
    );
    await run(headers, (header) => {
      const [, payload = '', signature = ''] = signed.split('.');
      return whole([toBase64Url(bytesOf(JSON.stringify(header))), payload, signature]);
    });
  });
});

describe('a key that was replaced', () => {
  it('still vouches for the cards it signed, beside the new one', async () => {
    const set = { keys: [own.published, other.published] };
    expect(await codeOf(signed, set)).toBe('accepted');
    expect(await codeOf(other.sign(), set)).toBe('accepted');
    expect(await codeOf(signed, { keys: [other.published] })).toBe('unknown-key');
  });
});

it('the check of the shape by hand agrees with the schema', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.constantFrom(null, undefined, '1', 2 ** 53, true),
    fc.record({ list: fc.string(), idx: fc.oneof(fc.integer(), fc.string()) }, { requiredKeys: [] }),
    fc.record(
      { list: fc.string(), idx: fc.integer({ min: 1 }), more: fc.anything() },
      { requiredKeys: ['idx'] },
    ),
  );
  const member = fc.constantFrom('iss', 'jti', 'sub', 'prd', 'num', 'iat', 'exp', 'status', 'more');
  const seen = { true: 0, false: 0 };
  const candidate = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.dictionary(member, value, { maxKeys: 2 }).map((changes) => ({ ...card, ...changes })),
    },
    { weight: 1, arbitrary: fc.anything() },
  );
  fc.assert(
    fc.property(candidate, (given) => {
      const read: unknown = JSON.parse(JSON.stringify(given) ?? 'null');
      const fits = CardPayload.safeParse(read).success;
      seen[`${fits}`] += 1;
      expect(isCardPayload(read)).toBe(fits);
    }),
    { numRuns: 5000, seed },
  );
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(50);
});
