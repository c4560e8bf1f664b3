// R14: guesses of tickets, secrets, cards and letters through the portal. None hits, and all are answered with the same
// bytes, but for what was typed. A seeded sample here; ten thousand in the deep run.
import { makeSecret, makeTicket } from '@layan/domain/case/ticket';
import { randomCharacters } from '@layan/domain/kernel/crockford';
import type { FormBrowser } from '@layan/testing/form-browser';
import { seededRandom } from '@layan/testing/seeded-random';
import { afterAll, describe, expect, it } from 'vitest';
import { aCard } from './fixtures/a-card.ts';
import { file, TYPED, ticketOf } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';

const deep = process.env.LAYAN_DEEP !== undefined;
const GUESSES = deep ? 10_000 : 500;
const bytes = (count: number) => random.bytes(count);
const random = seededRandom('guesses');
const anId = (): string => randomCharacters(26, bytes).toLowerCase();

const portal = await aPortal();
const browser = await file(portal);
const { ticket, secret } = ticketOf(browser);
await browser.send('Lihat berkas saya');
const card = await aCard(portal, 3);
const origin = portal.host(portal.tenant.id);

interface Asked {
  readonly path: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly session?: FormBrowser;
  /** The address that the gateway saw. */
  readonly from?: string;
}

const HOME = '203.0.113.7';

let guessed = 0;
let hits = 0;
afterAll(() => console.log(`R14: ${guessed} guesses, ${hits} of which hit.`));

/** The answer without what was typed into it. */
async function answered({ path, typed, session, from = HOME }: Asked): Promise<string> {
  const cookie = [...(session?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await portal.answer(
    new Request(`${origin}${path}`, {
      headers: {
        ...{ host: new URL(origin).host, cookie },
        ...(typed && { origin, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(typed && { method: 'POST', body: new URLSearchParams(typed).toString() }),
    }),
    { requestContext: { identity: { sourceIp: from } } },
  );
  const headers = [...response.headers].filter(([name]) => !['date', 'set-cookie'].includes(name)).sort();
  const text = JSON.stringify([response.status, headers, await response.text()]);
  return [path, ...Object.values(typed ?? {})].reduce((rest, word) => rest.replaceAll(word, '…'), text);
}

const different = async (guess: () => Asked, count: number): Promise<ReadonlySet<string>> => {
  const answers = new Set<string>();
  for (let n = 0; n < count; n += 1) {
    const answer = await answered(guess());
    guessed += 1;
    // What opens is shown, or leads on.
    if (/^\[[23]/.test(answer)) hits += 1;
    answers.add(answer);
  }
  return answers;
};

const shows = (answers: Iterable<string>, ...words: readonly string[]): boolean =>
  [...answers].some((answer) => words.some((word) => answer.includes(word)));

describe(`${GUESSES} guesses`, { timeout: deep ? 900_000 : 60_000 }, () => {
  it('of tickets with their secrets open nothing, and are answered alike', async () => {
    const guess = () => ({ path: '/lacak', typed: { tiket: makeTicket(bytes), kode: makeSecret(bytes) } });
    const answers = await different(guess, GUESSES);
    expect(answers.size).toBe(1);
    expect(shows(answers, TYPED.name, '/berkas/tutup')).toBe(false);
  });

  const guessesSoFar = async () => (await portal.portsOf(portal.tenant.id).cases.findStatus(ticket))?.guesses;
  const right = (from = HOME) => ({ path: '/lacak', typed: { tiket: ticket, kode: secret }, from });

  it('of the secret of one ticket open nothing; none differs from a ticket that is nobody’s', async () => {
    const guess = () => ({ path: '/lacak', typed: { tiket: ticket, kode: makeSecret(bytes) } });
    const answers = await different(guess, GUESSES);
    const unknown = { path: '/lacak', typed: { tiket: makeTicket(bytes), kode: makeSecret(bytes) } };
    expect([...answers]).toEqual([await answered(unknown)]);
    expect((await guessesSoFar())?.count).toBe(5);
  });

  it('close the ticket to their network alone, whatever they say of themselves; from many networks to everybody', async () => {
    expect(await answered(right('198.51.100.9'))).toMatch(/^\[303,/);
    let network = 0;
    const guess = () => {
      network += 1;
      const from = `10.${network % 250}.${Math.floor(network / 250) % 250}.1`;
      return { path: '/lacak', typed: { tiket: ticket, kode: makeSecret(bytes) }, from };
    };
    const answers = await different(guess, GUESSES / 2);
    expect([...answers]).toEqual([
      await answered({ ...guess(), typed: { tiket: makeTicket(bytes), kode: makeSecret(bytes) } }),
    ]);
    expect((await guessesSoFar())?.count).toBe(100);
    expect([...answers]).toEqual([await answered(right('198.51.100.9'))]);
  });

  it('close the ticket even to its secret, and ten minutes later it is open', async () => {
    const wrong = { path: '/lacak', typed: { tiket: ticket, kode: makeSecret(bytes) } };
    expect(await answered(right())).toBe(await answered(wrong));
    expect(await answered(right())).toContain('tunggu 10 menit');
    portal.clock.advance(10 * 60_000);
    expect(await answered(right())).toMatch(/^\[303,/);
  });

  it('of cards and letters find none, and are answered alike', async () => {
    const known = await answered({ path: card.path });
    const answers = await different(() => ({ path: `/v/${anId()}` }), GUESSES);
    expect(answers.size).toBe(1);
    expect(answers.has(known)).toBe(false);
    expect(shows(answers, '[404,')).toBe(true);
    const compared = await different(
      () => ({ path: `/v/${anId()}/berkas`, typed: { berkas: 'x' } }),
      GUESSES / 10,
    );
    expect([...compared].map((text) => text.slice(0, 5))).toEqual(['[404,']);
  });

  it('of letters and copies from within an opened file find none of others', async () => {
    portal.clock.advance(1);
    await browser.open('/lacak');
    await browser.send('Lihat berkas', { tiket: ticket, kode: secret });
    const session = browser;
    const letters = await different(() => ({ path: `/berkas/surat/${anId()}`, session }), GUESSES);
    expect([...letters].map((text) => text.slice(0, 5))).toEqual(['[404,']);
    const copies = await different(
      () => ({ path: `/berkas/hak/salinan/${makeTicket(bytes)}/data`, session }),
      GUESSES / 10,
    );
    expect([...copies].map((text) => text.slice(0, 5))).toEqual(['[404,']);
  });

  it('of sessions open nothing, not even with all but the mark of one that is open', async () => {
    const cookie = '__Host-berkas';
    const [caseId, ofTicket, openedAt, seenAt, mark = ''] = browser.cookies.get(cookie)?.split('.') ?? [];
    const holding = (value: string): Asked => ({
      path: '/berkas',
      session: Object.assign(portal.newBrowser(), { cookies: new Map([[cookie, value]]) }),
    });
    const known = [caseId, ofTicket, openedAt, seenAt];
    expect(await answered(holding([...known, mark].join('.')))).toMatch(/^\[200,/);
    const now = Date.parse(portal.clock.now());
    let n = 0;
    const guess = () => {
      n += 1;
      const anything = randomCharacters(64, bytes).toLowerCase().slice(0, mark.length);
      return holding([...(n % 2 === 0 ? known : [anId(), ticket, now, now]), anything].join('.'));
    };
    const answers = await different(guess, GUESSES / 10);
    expect([...answers].map((text) => text.slice(0, 5))).toEqual(['[403,']);
  });
});
