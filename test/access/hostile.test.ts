// Hostile bodies and headers at every operation of the APIs for staff that takes something: nothing is changed, nothing
// breaks, and each gets a Problem that says what it is.
import { Problem } from '@layan/contract/problem';
import { describe, expect, it } from 'vitest';
import { asks } from './asks.ts';
import { corpusOf, spoofs } from './corpus.ts';
import { type Expectation, expectations } from './expectations.ts';
import { answerOf, operationNames, requestOf, sentOf, tables } from './questions.ts';
import { make, unknownOf } from './things.ts';
import { aWorld, tokenOf } from './world.ts';
import { written } from './written.ts';

const world = await aWorld();
const { own, otherTenant } = world;
const changing = operationNames.filter((name) => tables[name]?.method !== 'GET');

const ask = async (name: (typeof operationNames)[number]) => {
  const { may }: Expectation = expectations[name];
  const member = own.cast(may[0] ?? 'manager');
  const thing = await make(asks[name].about, own, { owner: member });
  return { thing, sent: sentOf(name, thing, own), authorization: tokenOf(own.ports.tenant, member.id) };
};

describe.each(changing)('%s', (name) => {
  it('takes no hostile body', async () => {
    const { sent, authorization } = await ask(name);
    const before = [await written(own), await written(otherTenant)];
    for (const { name: what, text, headers } of corpusOf(sent.body)) {
      const response = await world.fetch(requestOf({ ...sent, body: text }, authorization, headers));
      const body: unknown = await response.json();
      expect([what, response.status >= 400 && response.status < 500]).toEqual([what, true]);
      expect([what, Problem.safeParse(body).success]).toEqual([what, true]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
    expect([await written(own), await written(otherTenant)]).toEqual(before);
  });

  it('is not done by another method', async () => {
    const { sent, authorization } = await ask(name);
    const before = await written(own);
    const path = tables[name]?.path;
    const taken = Object.values(tables)
      .filter((one) => one.path === path)
      .map(({ method }) => method);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (taken.some((one) => one === method)) continue;
      const { body: _body, ...bare } = sent;
      const response = await world.fetch(
        requestOf({ ...(method === 'GET' ? bare : sent), method }, authorization),
      );
      expect([method, response.status]).toEqual([method, 404]);
      expect(Problem.safeParse(await response.json()).success).toBe(true);
    }
    expect(await written(own)).toBe(before);
  });
});

describe.each(operationNames)('%s', (name) => {
  it('believes no header about who asks, for whom, and what', async () => {
    const { thing, sent, authorization } = await ask(name);
    const stranger = tokenOf(own.ports.tenant, otherTenant.cast('manager').id);
    const nobody = tokenOf(own.ports.tenant, own.cast('nobody').id);
    const nothing = sentOf(name, unknownOf(thing), own);
    const before = await written(own);
    const put = async (what: typeof sent, who: string | undefined, headers = {}) =>
      (await answerOf(await world.fetch(requestOf(what, who, headers)))).bytes;
    const isRefused = !expectations[name].may.some((role) => role === 'nobody');
    for (const headers of spoofs) {
      expect(await put(sent, undefined, headers)).toBe(await put(sent, undefined));
      expect(await put(sent, stranger, headers)).toBe(await put(sent, stranger));
      if (isRefused) expect(await put(sent, nobody, headers)).toBe(await put(sent, nobody));
      if (asks[name].about !== 'nothing' && tables[name]?.method === 'GET')
        expect(await put(nothing, authorization, headers)).toBe(await put(nothing, authorization));
    }
    const twice = requestOf(sent, `${authorization}, ${stranger}`);
    expect((await world.fetch(twice)).status).toBe(401);
    if (tables[name]?.method !== 'GET') expect(await written(own)).toBe(before);
  });
});

describe.each(operationNames.filter((name) => tables[name]?.method === 'GET'))('%s', (name) => {
  it('is asked by the first of a parameter that comes twice, however the second would be read', async () => {
    const { sent, authorization } = await ask(name);
    const answerTo = async (url: string) =>
      (await answerOf(await world.fetch(requestOf({ ...sent, url }, authorization)))).bytes;
    const { searchParams } = new URL(sent.url);
    // Where nothing is asked in the address, these are of no use to anybody.
    const named = searchParams.size > 0 ? [...searchParams.keys()] : ['tenant', 'agency'];
    const more = (value: string) => named.map((key) => `${key}=${value}`).join('&');
    const join = sent.url.includes('?') ? '&' : '?';
    const once = await answerTo(sent.url);
    for (const second of [otherTenant.ports.tenant, 'x'.repeat(5000), '%00', ''])
      expect(await answerTo(`${sent.url}${join}${more(second)}`)).toBe(once);
  });
});
