import type { CardPayload } from '@layan/domain/product/card-payload';
import { compactForm, type SignedKind, signingInput } from '@layan/domain/product/jws';
import type { ProductState } from '@layan/domain/product/product-state';
import { type KeySet, keyIdOf, PublicKey, publishedKey } from '@layan/domain/product/public-key';
import { emptyStatuses, statusListPayload, withStates } from '@layan/domain/product/status-list';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCard, codeIn, type Known } from './card-check.ts';

const origin = 'https://kota-contoh.layan.example';
const day = 86_400;
const now = 1_795_000_000;
const id = '0123456789abcdefghjkmnpqrs';

const card: CardPayload = {
  iss: 'kota-contoh',
  jti: id,
  sub: 'Warga Uji Satu',
  prd: 'Kartu Contoh',
  num: '460/000007/2026',
  iat: now - 30 * day,
  status: { list: 'dinas-contoh.contoh/2026', idx: 7 },
};

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const aKey = async () => {
  const pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const key = PublicKey.parse({ kty, crv, x, y });
  const kid = await keyIdOf(key);
  const sign = async (payload: unknown, typ: SignedKind = 'layan-card') => {
    const input = signingInput({ kid, typ }, payload);
    const bytes = new TextEncoder().encode(input);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes);
    return compactForm(input, new Uint8Array(signature));
  };
  return { published: publishedKey(key, kid), sign };
};

let own: Awaited<ReturnType<typeof aKey>>;
let foreign: typeof own;
let keys: KeySet;
let lists: Map<string, string>;

const LIST = '/status/dinas-contoh.contoh/2026';

const aList = async (state: ProductState, issuedAt = now - day, path = LIST) => {
  const statuses = withStates(emptyStatuses(9), [{ sequence: 7, state }]);
  return own.sign(
    await statusListPayload(statuses, { address: `${origin}${path}`, issuedAt }),
    'statuslist+jwt',
  );
};

beforeAll(async () => {
  [own, foreign] = [await aKey(), await aKey()];
  keys = { keys: [own.published] };
});

const known = (over: Partial<Known> = {}): Known => ({
  tenant: 'kota-contoh',
  origin,
  keys,
  fresh: false,
  now,
  findList: async (path) => lists.get(path),
  ...over,
});

describe('the code in an address', () => {
  it('is read behind the #, and nothing else is taken for one', async () => {
    const code = await own.sign(card);
    expect(codeIn(`#${code}`)).toBe(code);
    for (const other of ['', '#', '#isi', '#a.b', '#a.b.c.d', '#<b>.x.y'])
      expect(codeIn(other)).toBeUndefined();
  });
});

describe('a card checked without a network', () => {
  it.each([
    ['active', 'valid'],
    ['provisional', 'provisional'],
    ['suspended', 'suspended'],
    ['revoked', 'invalid'],
    ['expired', 'invalid'],
    ['returned', 'invalid'],
  ] as const)('that is %s is genuine and %s by the list that was kept', async (state, standing) => {
    lists = new Map([[LIST, await aList(state)]]);
    expect(await checkCard(await own.sign(card), id, known())).toEqual({
      kind: 'genuine',
      card,
      standing,
      listedAt: now - day,
      stale: false,
    });
  });

  it('is genuine with its state unknown when no list was kept, or only another one', async () => {
    const unknown = { kind: 'genuine', standing: 'unknown' };
    lists = new Map();
    expect(await checkCard(await own.sign(card), id, known())).toMatchObject(unknown);
    const other = await aList('active', now - day, '/status/dinas-contoh.lain/2026');
    lists = new Map([[LIST, other]]);
    expect(await checkCard(await own.sign(card), id, known())).toMatchObject(unknown);
  });

  it('believes no list that the tenant did not sign', async () => {
    const [head, , tail] = (await aList('revoked')).split('.');
    const [, body] = (await aList('active')).split('.');
    lists = new Map([[LIST, `${head}.${body}.${tail}`]]);
    expect(await checkCard(await own.sign(card), id, known())).toMatchObject({ standing: 'unknown' });
  });

  it('says that a list of more than a week is old', async () => {
    lists = new Map([[LIST, await aList('active', now - 8 * day)]]);
    expect(await checkCard(await own.sign(card), id, known())).toMatchObject({
      standing: 'valid',
      stale: true,
    });
  });

  it('is forged when a single character of what was signed is another one', async () => {
    lists = new Map();
    const code = await own.sign(card);
    const [head = '', body = '', tail = ''] = code.split('.');
    const renamed = btoa(JSON.stringify({ ...card, sub: 'Warga Uji Dua' })).replace(/=+$/, '');
    for (const altered of [`${head}.${renamed}.${tail}`, `${head}.${body}.${tail.slice(0, -2)}AA`]) {
      expect(await checkCard(altered, id, known())).toEqual({ kind: 'forged' });
    }
  });

  it('of another local government is not one of ours, whoever signed it', async () => {
    expect(await checkCard(await own.sign({ ...card, iss: 'kota-lain' }), id, known())).toEqual({
      kind: 'forged',
    });
  });

  it('signed by an unknown key is forged only if the keys are the newest', async () => {
    const code = await foreign.sign(card);
    expect(await checkCard(code, id, known())).toEqual({ kind: 'unknown-key' });
    expect(await checkCard(code, id, known({ fresh: true }))).toEqual({ kind: 'forged' });
  });

  it('cannot be checked without keys', async () => {
    expect(await checkCard(await own.sign(card), id, known({ keys: undefined }))).toEqual({
      kind: 'no-keys',
    });
  });

  it('is told apart from the card whose address it was copied to', async () => {
    const copied = await own.sign({ ...card, jti: 'zzzzzzzzzzzzzzzzzzzzzzzzzz' });
    expect(await checkCard(copied, id, known())).toMatchObject({
      kind: 'other-card',
      card: { sub: card.sub },
    });
  });
});
