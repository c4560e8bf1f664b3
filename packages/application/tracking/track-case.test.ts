import { parseTicket } from '@layan/domain/case/ticket';
import { TenantId } from '@layan/domain/kernel/ids';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeOpenOwnCase } from './open-own-case.ts';
import { makeTrackCase } from './track-case.ts';

const minutes = (n: number) => n * 60_000;
const wrong = { ok: false, error: { code: 'ticket-or-secret-wrong' } };

describe('a case opened by ticket and secret', () => {
  it('forgives how they are typed', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const typed = { ticket: ` ${ticket.toLowerCase().replaceAll('-', ' ')} `, secret: secret.toLowerCase() };
    expect((await makeTrackCase(scene.ports)(typed)).ok).toBe(true);
  });

  it('says of a mistyped ticket that it is mistyped, and asks no store', async () => {
    const scene = await ultpkScene();
    const { ports, calls } = countPortCalls(scene.ports);
    expect(await makeTrackCase(ports)({ ticket: 'AAAA-AAAA-Z', secret: 'x' })).toMatchObject({
      error: { code: 'ticket-malformed' },
    });
    expect(calls).toEqual([]);
  });

  it('answers an unknown ticket, a wrong secret and the secret of another case alike, by the same work', async () => {
    const scene = await ultpkScene();
    const [one, two] = [await scene.file(1), await scene.file(2)];
    const unknown = '0000-0000-0';
    expect(parseTicket(unknown).ok).toBe(true);
    const { ports, calls } = countPortCalls(scene.ports);
    const track = makeTrackCase(ports);
    expect(await track({ ticket: unknown, secret: one.secret })).toEqual(wrong);
    expect(await track({ ticket: one.ticket, secret: two.secret })).toEqual(wrong);
    expect(await track({ ticket: one.ticket, secret: '' })).toEqual(wrong);
    expect(await track({ ticket: one.ticket, secret: 'rahasia?' })).toEqual(wrong);
    expect(calls).toEqual(Array.from({ length: 4 }, () => ['cases.findStatus', 'cases.keepGuesses']).flat());
  });

  it('is not opened by a hundred guesses of the secret', async () => {
    const scene = await ultpkScene();
    const { ticket } = await scene.file(1);
    const track = makeTrackCase(scene.ports);
    for (let guess = 0; guess < 100; guess += 1) {
      const secret = `00000-${String(guess).padStart(5, '0')}`;
      expect(await track({ ticket, secret })).toEqual(wrong);
    }
  });

  it('is closed for ten minutes by five wrong secrets, to the right one too, and says the same', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const track = makeTrackCase(scene.ports);
    for (let guess = 0; guess < 5; guess += 1) await track({ ticket, secret: `00000-0000${guess}` });
    expect(await track({ ticket, secret })).toEqual(wrong);
    scene.clock.advance(minutes(9));
    expect(await track({ ticket, secret })).toEqual(wrong);
    scene.clock.advance(minutes(1));
    expect((await track({ ticket, secret })).ok).toBe(true);
  });

  it('stays open to its owner, however long a stranger guesses from another network', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const track = makeTrackCase(scene.ports);
    for (let guess = 0; guess < 50; guess += 1)
      await track({ ticket, secret: `00000-000${guess + 10}`, from: '198.51.100' });
    expect(await track({ ticket, secret, from: '198.51.100' })).toEqual(wrong);
    expect((await track({ ticket, secret, from: '203.0.113' })).ok).toBe(true);
  });

  it('is closed to everybody by guesses from twenty networks', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const track = makeTrackCase(scene.ports);
    for (let guess = 0; guess < 100; guess += 1)
      await track({
        ticket,
        secret: `00000-000${String(guess).padStart(2, '0')}`,
        from: `198.51.${guess % 20}`,
      });
    expect(await track({ ticket, secret, from: '203.0.113' })).toEqual(wrong);
    scene.clock.advance(minutes(10));
    expect((await track({ ticket, secret, from: '203.0.113' })).ok).toBe(true);
  });

  it('forgives whoever proves the secret what they mistyped, and a stranger nothing', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const track = makeTrackCase(scene.ports);
    const mistype = async (from: string, times: number) => {
      for (let n = 0; n < times; n += 1) await track({ ticket, secret: `00000-0000${n}`, from });
    };
    await mistype('home', 4);
    await mistype('stranger', 4);
    expect((await track({ ticket, secret, from: 'home' })).ok).toBe(true);
    await mistype('home', 4);
    expect((await track({ ticket, secret, from: 'home' })).ok).toBe(true);
    await mistype('stranger', 1);
    expect(await track({ ticket, secret, from: 'stranger' })).toEqual(wrong);
  });

  it('keeps no address of anybody', async () => {
    const scene = await ultpkScene();
    const { ticket } = await scene.file(1);
    await makeTrackCase(scene.ports)({ ticket, secret: '00000-00000', from: '198.51.100' });
    const kept = (await scene.memory.cases.findStatus(ticket))?.guesses;
    expect(kept?.places).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('198.51');
  });

  it('counts what was guessed before a step of work still after it', async () => {
    const scene = await ultpkScene();
    const { ticket, caseId } = await scene.file(1);
    for (let guess = 0; guess < 4; guess += 1)
      await makeTrackCase(scene.ports)({ ticket, secret: `00000-0000${guess}` });
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept'));
    expect((await scene.memory.cases.findStatus(ticket))?.guesses?.count).toBe(4);
  });

  it('is closed by guesses that come at once as well', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const track = makeTrackCase(scene.ports);
    await Promise.all(Array.from({ length: 5 }, (_, n) => track({ ticket, secret: `00000-0000${n}` })));
    expect((await scene.memory.cases.findStatus(ticket))?.guesses?.count).toBeGreaterThan(3);
    await track({ ticket, secret: '00000-00009' });
    expect(await track({ ticket, secret })).toEqual(wrong);
  });

  it('costs one get, opened and looked at again', async () => {
    const scene = await ultpkScene();
    const { ticket, secret } = await scene.file(1);
    const { ports, calls } = countPortCalls(scene.ports);
    const { session } = valueIn(await makeTrackCase(ports)({ ticket, secret }));
    valueIn(await makeOpenOwnCase(ports)({ session }));
    expect(calls).toEqual(['cases.findStatus', 'cases.findStatus']);
  });
});

describe('the session of a tracked case', () => {
  const opened = async () => {
    const scene = await ultpkScene();
    const { session } = valueIn(await makeTrackCase(scene.ports)(await scene.file(1)));
    return { scene, session, open: makeOpenOwnCase(scene.ports) };
  };

  it('is renewed by every look and ends after half an hour without one', async () => {
    const { scene, session, open } = await opened();
    scene.clock.advance(minutes(29));
    const renewed = valueIn(await open({ session })).session;
    scene.clock.advance(minutes(29));
    expect((await open({ session: renewed })).ok).toBe(true);
    expect(await open({ session })).toEqual({ ok: false, error: { code: 'session-ended' } });
  });

  it('ends after eight hours however often it is renewed', async () => {
    const { scene, session, open } = await opened();
    let current = session;
    for (let look = 0; look < 19; look += 1) {
      scene.clock.advance(minutes(25));
      current = valueIn(await open({ session: current })).session;
    }
    scene.clock.advance(minutes(6));
    expect(await open({ session: current })).toMatchObject({ error: { code: 'session-ended' } });
  });

  it('does not open when a character of it is changed, nor in another tenant', async () => {
    const { scene, session, open } = await opened();
    for (const at of [0, 27, 40, 50, session.length - 1]) {
      const altered = session.slice(0, at) + (session[at] === '1' ? '2' : '1') + session.slice(at + 1);
      expect(await open({ session: altered })).toMatchObject({ error: { code: 'session-ended' } });
    }
    const other = await ultpkScene({
      platform: scene.platform,
      tenant: TenantId.parse('kota-lain'),
    });
    expect(await makeOpenOwnCase(other.ports)({ session })).toMatchObject({
      error: { code: 'session-ended' },
    });
  });

  it('cannot be prolonged by editing its times', async () => {
    const { scene, session, open } = await opened();
    scene.clock.advance(minutes(31));
    const parts = session.split('.');
    const later = [...parts.slice(0, 3), String(Date.parse(scene.clock.now())), parts[4]];
    expect(await open({ session: later.join('.') })).toMatchObject({ error: { code: 'session-ended' } });
  });
});
