import { epochMs } from '@layan/domain/kernel/instant';
import { ok } from '@layan/domain/kernel/result';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { systemRandom as random } from '@layan/storage/surroundings';
import { aMember, aTenant } from '@layan/testing/builders/a-tenant';
import { staffIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { createStaffApi } from './app.ts';

const manager = aMember(2, { roles: ['serviceManager'] });
const name = 'Petugas Uji Satu';
const renamed = { revision: 1, name, roles: ['serviceManager'], areas: [] };
const path = `/staff/members/${staffIdOf(1)}`;

async function api() {
  const clock = fixedClock();
  const tenant = memoryTenant(clock);
  await tenant.directory.save(aTenant());
  await tenant.staff.save(aMember(1), undefined);
  await tenant.staff.save(manager, undefined);
  await tenant.staff.save(aMember(3, { roles: ['serviceManager'] }), undefined);
  Object.assign(tenant.accounts, { disable: async () => undefined });
  const lines: string[] = [];
  const app = createStaffApi({
    verify: async (authorization = '') =>
      ok({
        subject: authorization.replace('Bearer ', ''),
        groups: [`tenant:${tenant.tenant}`],
        expiresAt: Number.MAX_SAFE_INTEGER,
        issuedAt: Number.MAX_SAFE_INTEGER,
      }),
    openTenant: () => ({ ...tenant, clock, random }),
    now: () => epochMs(clock.now()),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('staff-api', (line) => lines.push(line))),
  });
  const send = async (
    method: string,
    to: string,
    body: unknown,
    key: string | undefined = 'key-00000001',
    by: string = manager.id,
  ) => {
    const response = await app.request(to, {
      method,
      headers: {
        authorization: `Bearer ${by}`,
        'content-type': 'application/json',
        ...(key !== '' && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  const acts = async () =>
    (await tenant.audit.entries('administration', { limit: 99 })).map(({ act }) => [act.act, act.about]);
  return { tenant, clock, send, acts, lines };
}

const codeOf = ({ text }: { readonly text: string }): unknown => JSON.parse(text).code;

describe('a request of staff that changes something', () => {
  it('is refused without a key, with words, and changes nothing', async () => {
    const { send, tenant } = await api();
    const answer = await send('PUT', path, renamed, '');
    expect([answer.status, codeOf(answer)]).toEqual([428, 'idempotency-key-missing']);
    expect((await tenant.staff.find(staffIdOf(1)))?.revision).toBe(1);
  });

  it('sent again is answered with the same bytes and done once', async () => {
    const { send, tenant, acts } = await api();
    const first = await send('PUT', path, renamed);
    expect(first).toMatchObject({ status: 200, text: expect.stringContaining(name) });
    expect(await send('PUT', path, renamed)).toEqual(first);
    expect((await tenant.staff.find(staffIdOf(1)))?.revision).toBe(2);
    expect(await acts()).toEqual([['change-member', staffIdOf(1)]]);
  });

  it('is known a day later and more, and a request of its own once its week is over', async () => {
    const { send, clock } = await api();
    const first = await send('PUT', path, renamed);
    for (const days of [1, 5]) {
      clock.advance(days * 86_400_000);
      expect(await send('PUT', path, renamed)).toEqual(first);
    }
    clock.advance(86_400_000);
    const late = await send('PUT', path, renamed);
    expect([late.status, codeOf(late)]).toEqual([409, 'member-changed']);
  });

  it('sent twice at once is done once, and both hear the same', async () => {
    const { send, acts } = await api();
    const [one, other] = await Promise.all([send('PUT', path, renamed), send('PUT', path, renamed)]);
    expect(one.status).toBe(200);
    expect(other).toEqual(one);
    expect(await acts()).toHaveLength(1);
  });

  it('sent again with another body, or to another address, is not mistaken for the first', async () => {
    const { send, tenant } = await api();
    await send('PUT', path, renamed);
    const other = await send('PUT', path, { ...renamed, name: 'Petugas Uji Dua' });
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-mismatch']);
    const elsewhere = await send('PUT', `/staff/members/${staffIdOf(3)}`, renamed);
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([422, 'idempotency-mismatch']);
    expect((await tenant.staff.find(staffIdOf(3)))?.revision).toBe(1);
  });

  it('has a key of its own per person and operation', async () => {
    const { send, tenant } = await api();
    await send('PUT', path, renamed);
    const second = { ...renamed, revision: 2, name: 'Petugas Uji Dua' };
    expect((await send('PUT', path, second, undefined, staffIdOf(3))).status).toBe(200);
    expect((await send('POST', `${path}/deactivate`, { revision: 3 })).status).toBe(200);
    expect((await tenant.staff.find(staffIdOf(1)))?.state).toBe('deactivated');
  });

  it('that was refused leaves no trace, and succeeds with the same key once it may', async () => {
    const { send, acts } = await api();
    const early = { ...renamed, revision: 2 };
    const refused = await send('PUT', path, early);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'member-changed']);
    expect(await acts()).toEqual([]);
    await send('PUT', path, renamed, 'key-00000002');
    expect((await send('PUT', path, early)).status).toBe(200);
    expect(await acts()).toHaveLength(2);
  });

  it('whose answer was not kept is known to be done, and is not said to have met somebody else', async () => {
    const { tenant, send } = await api();
    const deaf = tenant.recorded;
    Object.assign(tenant, {
      recorded: async (request: Parameters<typeof deaf>[0]) => ({
        ...(await deaf(request)),
        keepAnswer: async () => {
          throw new Error('lost');
        },
      }),
    });
    expect((await send('PUT', path, renamed)).status).toBe(200);
    const again = await send('PUT', path, renamed);
    expect([again.status, codeOf(again)]).toEqual([409, 'done-before']);
  });

  it('stopped halfway is finished by whoever sends it again', async () => {
    const { tenant, send, acts } = await api();
    const { disable } = tenant.accounts;
    Object.assign(tenant.accounts, {
      disable: async () => {
        throw new Error('the pool does not answer');
      },
    });
    expect((await send('POST', `${path}/deactivate`, { revision: 1 })).status).toBe(500);
    Object.assign(tenant.accounts, { disable });
    expect((await send('POST', `${path}/deactivate`, { revision: 1 })).status).toBe(200);
    expect(await acts()).toEqual([['deactivate-member', staffIdOf(1)]]);
  });

  it('enters the chain by what it is about, with nothing personal', async () => {
    const { send, acts, tenant } = await api();
    const email = 'baru@dinas-uji.example';
    const invited = await send('POST', '/staff/members', {
      email,
      name: 'Petugas Uji Baru',
      roles: ['serviceManager'],
      areas: [],
    });
    const { id } = JSON.parse(invited.text);
    await send('POST', '/staff/calendar/closures', { date: '2026-03-02', name: 'Hari jadi kota' });
    expect(await acts()).toEqual([
      ['invite-member', id],
      ['add-closure', '2026-03-02'],
    ]);
    const chain = JSON.stringify(await tenant.audit.entries('administration', { limit: 9 }));
    expect(chain).not.toContain(email);
    expect(chain).not.toContain('Petugas Uji Baru');
  });

  it('leaves its answer sealed and its key out of the log', async () => {
    const { tenant, send, lines } = await api();
    const kept: string[] = [];
    const { recorded } = tenant;
    Object.assign(tenant, {
      recorded: async (request: Parameters<typeof recorded>[0]) => ({
        ...(await recorded(request)),
        keepAnswer: async (answer: string) => void kept.push(answer),
      }),
    });
    await send('PUT', path, renamed);
    expect(kept).toHaveLength(1);
    expect(kept.join()).not.toContain(name);
    expect(lines.join()).not.toContain('key-00000001');
  });
});
