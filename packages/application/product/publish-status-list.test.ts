import type { ProductState } from '@layan/domain/product/product-state';
import { standingAt, statusListName } from '@layan/domain/product/status-list';
import { verifyCard } from '@layan/domain/product/verify-card';
import { standingOfCard, verifyStatusList } from '@layan/domain/product/verify-status';
import { aCardChange, aCaseWithCard, CARD, cardIdOf } from '@layan/testing/builders/a-card';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf, OTHER_AGENCY } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import type { CaseChange } from '../ports/cases.ts';
import { makeGetSigningKeys } from './get-signing-keys.ts';
import { makeGetStatusList } from './get-status-list.ts';
import { makePublishStatusList, type StatusListPorts } from './publish-status-list.ts';
import { makePublishStatusOfCase } from './publish-status-of-case.ts';
import { makeRefreshStatusList } from './refresh-status-list.ts';

const origin = 'https://kota-contoh.layan.example';
const register = { agency: AGENCY, product: CARD, year: 2026 };
const list = statusListName(register);
const HOUR = 3_600_000;

async function register2026() {
  const clock = fixedClock();
  const tenant = memoryTenant(clock, TENANT);
  await tenant.ensureSigning('arn:first');
  const ports = { ...tenant, clock, origin };
  const changes = new Map<number, CaseChange>();
  return {
    clock,
    ports,
    issue: async (n: number, state?: ProductState) => {
      const change = aCaseWithCard(n, state);
      changes.set(n, change);
      expect(await tenant.cases.commit(change)).toMatchObject({ ok: true });
    },
    change: async (n: number, state: ProductState) => {
      const before = changes.get(n);
      if (!before) throw new Error('there is no such card');
      const change = aCardChange(before, n, state);
      changes.set(n, change);
      expect(await tenant.cases.commit(change)).toMatchObject({ ok: true });
    },
    told: (n: number) => makePublishStatusOfCase(ports)({ caseId: caseIdOf(n) }),
    /** As anybody reads it. */
    read: async (last: number) => {
      const found = await makeGetStatusList(ports)({ list });
      const keys = await makeGetSigningKeys(ports)();
      const reading = found.ok ? await verifyStatusList(found.value.signed, keys) : undefined;
      if (!reading?.ok) throw new Error('the list cannot be read');
      expect(reading.list.sub).toBe(`${origin}/status/${list}`);
      return Array.from({ length: last }, (_, at) => standingAt(reading.list.statuses, at + 1) ?? '–').join(
        ' ',
      );
    },
  };
}

describe('the status list of a register', () => {
  it('is not there before the first card', async () => {
    const { ports } = await register2026();
    expect(await makeGetStatusList(ports)({ list })).toEqual({
      ok: false,
      error: { code: 'status-list-not-found' },
    });
    expect(await makeGetStatusList(ports)({ list: '../TENANT' })).toMatchObject({ ok: false });
  });

  it('follows every state of every card', async () => {
    const { issue, change, told, read } = await register2026();
    await issue(1);
    await issue(2, 'provisional');
    expect(await told(1)).toBe(1);
    expect(await read(3)).toBe('valid provisional –');
    await change(2, 'active');
    await change(1, 'suspended');
    await told(2);
    expect(await read(2)).toBe('valid valid');
    await told(1);
    expect(await read(2)).toBe('suspended valid');
    await change(1, 'revoked');
    await told(1);
    expect(await read(2)).toBe('invalid valid');
  });

  it('comes out the same however often and in whatever order it is told', async () => {
    const { ports, issue, change, told, read } = await register2026();
    await issue(1);
    await issue(2);
    await told(2);
    await change(1, 'revoked');
    expect([await told(1), await told(1), await told(2)]).toEqual([1, 0, 0]);
    expect((await ports.statusLists.find(list))?.revision).toBe(2);
    expect(await read(2)).toBe('invalid valid');
  });

  it('leaves out no card that was numbered before another one was told', async () => {
    const { issue, told, read } = await register2026();
    for (const n of [1, 2, 3, 4]) await issue(n);
    await told(4);
    expect(await read(4)).toBe('valid valid valid valid');
  });

  it('is never made older by who was slower: a revocation stays', async () => {
    const { ports, issue, change, told, read } = await register2026();
    await issue(1);
    await issue(2);
    await told(1);
    // The slow one has read that card 2 is suspended when card 1 is revoked and told.
    await change(2, 'suspended');
    let disturbed = false;
    const slow: StatusListPorts = {
      ...ports,
      products: {
        ...ports.products,
        find: async (id) => {
          const found = await ports.products.find(id);
          if (!disturbed) {
            disturbed = true;
            await change(1, 'revoked');
            await told(1);
          }
          return found;
        },
      },
    };
    await makePublishStatusList(slow)({ register, ids: [cardIdOf(1), cardIdOf(2)] });
    expect(await read(2)).toBe('invalid suspended');
    expect((await ports.statusLists.find(list))?.revision).toBe(3);
  });

  it('is not touched by cards of another agency that are called the same', async () => {
    const { ports, issue, told, read } = await register2026();
    await issue(1);
    await told(1);
    await ports.cases.commit(aCaseWithCard(2, 'revoked', { agency: OTHER_AGENCY }));
    await told(2);
    await makePublishStatusList(ports)({ register, ids: [cardIdOf(2)] });
    expect(await read(2)).toBe('valid –');
    expect((await ports.statusLists.list()).map(({ name }) => name)).toEqual([
      'dinas-lain.kartu-uji/2026',
      'dinas-uji.kartu-uji/2026',
    ]);
  });

  it('tells nothing of a case without numbered products', async () => {
    const { ports, told } = await register2026();
    expect(await told(9)).toBe(0);
    expect(await ports.statusLists.list()).toEqual([]);
  });
});

describe('the refresh of status lists', () => {
  it('signs a list anew after twelve hours, not before, and the oldest first', async () => {
    const { clock, ports, issue, told } = await register2026();
    const refresh = makeRefreshStatusList(ports);
    await issue(1);
    await told(1);
    clock.advance(HOUR);
    await ports.cases.commit(aCaseWithCard(2, 'active', { agency: OTHER_AGENCY }));
    await told(2);
    clock.advance(11 * HOUR - 1);
    expect(await refresh()).toBeUndefined();
    clock.advance(1);
    expect(await refresh()).toBe('dinas-uji.kartu-uji/2026');
    expect(await refresh()).toBeUndefined();
    clock.advance(HOUR);
    expect(await refresh()).toBe('dinas-lain.kartu-uji/2026');
    expect((await ports.statusLists.find(list))?.revision).toBe(2);
  });

  it('makes good what was never told, in a register of several pages', async () => {
    const { clock, ports, issue, change, told, read } = await register2026();
    for (let n = 1; n <= 1100; n += 1) await issue(n);
    await told(1);
    await change(3, 'revoked');
    await change(1099, 'suspended');
    clock.advance(12 * HOUR);
    await makeRefreshStatusList(ports)();
    const all = (await read(1100)).split(' ');
    expect(all.filter((standing) => standing === 'valid')).toHaveLength(1098);
    expect([all[2], all[1098]]).toEqual(['invalid', 'suspended']);
  });
});

describe('keys that changed', () => {
  it('leave old cards and new lists checkable side by side, without a network', async () => {
    const { clock, ports, issue, change, told } = await register2026();
    await issue(1);
    const card = {
      ...{
        iss: TENANT,
        jti: cardIdOf(1),
        sub: 'Warga Uji Satu',
        prd: 'Kartu Uji',
        num: '1',
        iat: 1770170400,
      },
      status: { list, idx: 1 },
    };
    const printed = await ports.signer.sign('layan-card', card);
    clock.advance(HOUR);
    await ports.ensureSigning('arn:second');
    await change(1, 'revoked');
    await told(1);
    const keys = await makeGetSigningKeys(ports)();
    const kept = await makeGetStatusList(ports)({ list });
    const reading = await verifyCard(printed, keys);
    const states = await verifyStatusList(kept.ok ? kept.value.signed : '', keys);
    expect(keys.keys).toHaveLength(2);
    if (!reading.ok || !states.ok) throw new Error('nothing was read');
    expect(reading.kid).toBe(keys.keys[1]?.kid);
    expect(standingOfCard(reading.card, states.list, `${origin}/status/${list}`)).toBe('invalid');
  });
});
