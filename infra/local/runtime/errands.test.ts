import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyCloud } from '../cloud.ts';
import { createErrandPage, fireEveryMinute } from './errands.ts';

const done: string[] = [];
const errand = (name: string) => async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  done.push(name);
};
const page = createErrandPage({ renew: errand('renew'), minute: errand('minute'), idle: errand('idle') });
const server = createServer((incoming, response) => void page(incoming, response));
afterEach(() => {
  server.close();
  done.length = 0;
});

async function ask(method: string, path: string): Promise<number | undefined> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = Object(server.address());
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path, method, agent: false };
    request(options, (answer) => resolve(answer.resume().statusCode)).end();
  });
}

describe('an errand', () => {
  it('is answered when it is done', async () => {
    expect(await ask('POST', '/minute')).toBe(204);
    expect(done).toEqual(['minute']);
  });

  it.each([
    ['GET', '/renew'],
    ['POST', '/'],
    ['POST', '/toString'],
  ])('is nothing that %s %s asks for', async (method, path) => {
    expect(await ask(method, path)).toBe(404);
    expect(done).toEqual([]);
  });
});

it('what is done every minute is done, and nothing else', () => {
  const cloud = emptyCloud();
  for (const [name, enabled] of [
    ['rate(1 minute)', true],
    ['rate(1 hour)', true],
    ['rate(1 minute) asleep', false],
  ] as const)
    cloud.rules.set(name, { arn: name, name, schedule: name.replace(' asleep', ''), enabled, targets: [] });
  const fired: string[] = [];

  fireEveryMinute(cloud, ({ name }) => fired.push(name));

  expect(fired).toEqual(['rate(1 minute)']);
});
