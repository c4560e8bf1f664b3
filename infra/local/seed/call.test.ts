import { once } from 'node:events';
import { createServer } from 'node:http';
import { staffApi } from '@layan/contract/staff-api';
import { expect, it, onTestFinished } from 'vitest';
import { createCaller } from './call.ts';

/** Answers 503 so many times, then that somebody is unknown; tells the keys it was asked under. */
async function busyFor(times: number) {
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    const status = keys.length <= times ? 503 : 404;
    response.writeHead(status, { 'content-type': 'application/problem+json' });
    const words = { type: 'about:blank', title: 'Uji', detail: 'Uji.', reference: 'uji' };
    response.end(JSON.stringify({ ...words, status, code: status === 503 ? 'busy' : 'not-found' }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return { keys, port: typeof address === 'object' && address ? address.port : 0 };
}
const dropping = (port: number, pauses: readonly number[]) =>
  createCaller(port, 'token', pauses)(staffApi.dropIntake, { params: { caseId: 'perkara' } });

it('asks a busy API again under the same key, until it answers', async () => {
  const { port, keys } = await busyFor(2);
  await expect(dropping(port, [1, 1, 1])).rejects.toThrow('404 not-found');
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toEqual(expect.any(String));
});

it('gives up in the end, with what the API said', async () => {
  const { port, keys } = await busyFor(9);
  await expect(dropping(port, [1, 1])).rejects.toThrow('503 busy');
  expect(keys).toHaveLength(3);
});
