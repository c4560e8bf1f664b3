import { KeyObject, sign } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AgencyId } from '../kernel/ids.ts';
import { compactForm, type SignedKind, signingInput } from './jws.ts';
import { parseStatusListName } from './parse-status-list-name.ts';
import { ProductState } from './product-state.ts';
import { type KeySet, PublicKey, publishedKey } from './public-key.ts';
import {
  emptyStatuses,
  packStatuses,
  sameStatuses,
  standingAt,
  statusListName,
  statusListPayload,
  unpackStatuses,
  withStates,
} from './status-list.ts';
import { verifyCard } from './verify-card.ts';
import { standingOfCard, verifyStatusList } from './verify-status.ts';

const address = 'https://kota-contoh.layan.example/status/dinsos.kartu-bestari/2026';
const issuedAt = 1774400000;
const card = {
  ...{ iss: 'kota-contoh', jti: 'x', sub: 'Warga Uji Satu', prd: 'Kartu Bestari', num: '1', iat: issuedAt },
  status: { list: 'dinsos.kartu-bestari/2026', idx: 3 },
};
const states = ProductState.options;

let keys: KeySet;
let signText: (typ: SignedKind, payload: unknown) => string;
beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { key: KeyObject.from(privateKey), dsaEncoding: 'ieee-p1363' as const };
  keys = { keys: [publishedKey(PublicKey.parse(await exportJWK(publicKey)), 'k1')] };
  signText = (typ, payload) => {
    const input = signingInput({ kid: 'k1', typ }, payload);
    return compactForm(input, sign('sha256', Buffer.from(input), key));
  };
});

const listOf = async (changes: Parameters<typeof withStates>[1]) =>
  signText(
    'statuslist+jwt',
    await statusListPayload(withStates(emptyStatuses(), changes), { address, issuedAt }),
  );

describe('a list of states', () => {
  it('gives back what was put in, whatever came in which order', () => {
    const changes = fc.array(
      fc.record({ sequence: fc.integer({ min: 1, max: 300 }), state: fc.constantFrom(...states) }),
      { minLength: 1 },
    );
    const standing = { active: 'valid', suspended: 'suspended', provisional: 'provisional' };
    fc.assert(
      fc.property(changes, (given) => {
        const list = given.reduce((grown, change) => withStates(grown, [change]), emptyStatuses());
        const known = new Map(given.map(({ sequence, state }) => [sequence, state]));
        const last = Math.max(...known.keys());
        for (let sequence = 0; sequence <= last; sequence += 1) {
          const state = known.get(sequence) ?? 'revoked';
          expect(standingAt(list, sequence)).toBe(
            Object.hasOwn(standing, state) ? Reflect.get(standing, state) : 'invalid',
          );
        }
        expect(standingAt(list, last + 1)).toBeUndefined();
        expect(sameStatuses(withStates(emptyStatuses(), given), list)).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('is packed as the standard says: two bits each from the lowest, compressed by zlib', async () => {
    const list = withStates(emptyStatuses(), [
      { sequence: 1, state: 'active' },
      { sequence: 2, state: 'suspended' },
      { sequence: 3, state: 'provisional' },
      { sequence: 4, state: 'active' },
      { sequence: 5, state: 'active' },
      { sequence: 6, state: 'active' },
      { sequence: 7, state: 'active' },
    ]);
    const packed = await packStatuses(list);
    expect([...inflateSync(Buffer.from(packed, 'base64url'))]).toEqual([0b11_10_00_01, 0]);
    expect(await unpackStatuses(packed, 7)).toEqual(list);
    expect(await unpackStatuses(packed, 8)).toBeUndefined();
    expect(await unpackStatuses('kartu', 1)).toBeUndefined();
  });

  it('of a hundred thousand cards fits a page of a few kilobytes', async () => {
    const all = Array.from({ length: 100_000 }, (_, at) => ({
      sequence: at + 1,
      state: at % 40 === 0 ? ('revoked' as const) : ('active' as const),
    }));
    expect((await packStatuses(withStates(emptyStatuses(), all))).length).toBeLessThan(10_000);
  });

  it('is named by its register, and by nothing that could lead elsewhere', () => {
    const register = { agency: AgencyId.parse('dinsos'), product: 'kartuBestari', year: 2026 };
    expect(statusListName(register)).toBe('dinsos.kartuBestari/2026');
    expect(parseStatusListName('dinsos.kartuBestari/2026')).toEqual(register);
    for (const wrong of ['kartu/2026', 'a.b/20', '../a.b/2026', 'a.b/2026/', 'A.b/2026', 'a.b#/2026', ''])
      expect(parseStatusListName(wrong)).toBeUndefined();
  });
});

describe('a signed list', () => {
  it('tells each state of a card, to whoever has the keys and the list, without a network', async () => {
    const network = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('there is no network'));
    const compact = signText('layan-card', card);
    const told: string[] = [];
    for (const state of states) {
      const list = await verifyStatusList(await listOf([{ sequence: 3, state }]), keys);
      const reading = await verifyCard(compact, keys);
      if (!list.ok || !reading.ok) throw new Error('nothing was read');
      told.push(`${state}: ${standingOfCard(reading.card, list.list, address)}`);
    }
    expect(network).not.toHaveBeenCalled();
    network.mockRestore();
    expect(told).toEqual([
      'frozen: invalid',
      'provisional: provisional',
      'active: valid',
      'suspended: suspended',
      'revoked: invalid',
      'expired: invalid',
      'returned: invalid',
      'cancelled: invalid',
    ]);
  });

  it('says nothing of a card that came later, nor of one of another register', async () => {
    const reading = await verifyStatusList(await listOf([{ sequence: 2, state: 'active' }]), keys);
    if (!reading.ok) throw new Error(reading.code);
    expect(standingOfCard(card, reading.list, address)).toBe('not-listed');
    expect(standingOfCard(card, reading.list, address.replace('2026', '2025'))).toBe('other-list');
  });

  it('is verified by another implementation of JOSE, claim by claim', async () => {
    const [key] = keys.keys;
    const verified = await compactVerify(await listOf([]), await importJWK({ ...key }));
    expect(verified.protectedHeader.typ).toBe('statuslist+jwt');
    expect(JSON.parse(new TextDecoder().decode(verified.payload))).toEqual({
      sub: address,
      iat: issuedAt,
      exp: issuedAt + 7 * 24 * 3600,
      ttl: 12 * 3600,
      last: 0,
      status_list: { bits: 2, lst: expect.any(String) },
    });
  });

  it('is not a card, and a card is not a list', async () => {
    const list = await listOf([]);
    expect(await verifyCard(list, keys)).toEqual({ ok: false, code: 'wrong-kind' });
    const compact = signText('layan-card', card);
    expect(await verifyStatusList(compact, keys)).toEqual({ ok: false, code: 'wrong-kind' });
  });

  it.each([
    ['nothing', null],
    ['no list', { sub: address, iat: 1, exp: 2, ttl: 3, last: 1 }],
    ['another width', { sub: address, iat: 1, exp: 2, ttl: 3, last: 1, status_list: { bits: 1, lst: '' } }],
    [
      'a list that is not packed',
      { sub: address, iat: 1, exp: 2, ttl: 3, last: 1, status_list: { bits: 2, lst: 'AAAA' } },
    ],
    ['no address', { iat: 1, exp: 2, ttl: 3, last: 0, status_list: { bits: 2, lst: 'eJyTBQAATABM' } }],
  ])('of another shape is refused although it is signed: %s', async (_what, payload) => {
    expect(await verifyStatusList(signText('statuslist+jwt', payload), keys)).toEqual({
      ok: false,
      code: 'wrong-shape',
    });
  });

  it('is refused when a state in it was altered', async () => {
    const [header, , signature] = (await listOf([{ sequence: 3, state: 'revoked' }])).split('.');
    const [, payload] = (await listOf([{ sequence: 3, state: 'active' }])).split('.');
    expect(await verifyStatusList(`${header}.${payload}.${signature}`, keys)).toEqual({
      ok: false,
      code: 'bad-signature',
    });
  });
});
