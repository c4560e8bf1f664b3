import { operation } from '@layan/contract/operation';
import { err, ok } from '@layan/domain/kernel/result';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { problem } from './problem.ts';
import { type ReferenceEnv, register } from './register.ts';

const rename = operation({
  method: 'POST',
  name: 'rename-thing',
  repeats: 'by-identity',
  path: '/things/:thing/rename',
  summary: 'Renames a thing.',
  params: z.object({ thing: z.string().check(z.maxLength(5)) }),
  query: z.object({}),
  body: z.strictObject({ name: z.string().check(z.minLength(1)) }),
  response: z.object({ thing: z.string(), name: z.string() }),
});

const taken = problem(409, 'name-taken', 'Nama sudah dipakai', 'Pilih nama lain.');

function api() {
  const app = new Hono<ReferenceEnv>();
  app.use(async (context, next) => {
    context.set('reference', 'ref-1');
    await next();
  });
  register(app, rename, async ({ params, body, idempotencyKey }) => {
    if (body.name === 'taken') return err(taken);
    const answer = { thing: params.thing, name: body.name, secret: 'not declared', key: idempotencyKey };
    return ok(answer);
  });
  const post = (
    body: string,
    headers: Record<string, string> = { 'content-type': 'application/json' },
    thing = 'abc',
  ) => app.request(`/things/${thing}/rename`, { method: 'POST', body, headers });
  return { post };
}

describe('an operation on a route', () => {
  it('answers through the response schema, so that an undeclared field cannot leak', async () => {
    const response = await api().post('{"name":"baru"}');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ thing: 'abc', name: 'baru' });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('answers a refusal as problem details with the reference of the request', async () => {
    const response = await api().post('{"name":"taken"}');
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toEqual({ type: 'about:blank', ...taken, reference: 'ref-1' });
  });

  it.each([
    ['broken JSON', '{"name":', 400],
    ['an empty body', '', 400],
    ['a missing field', '{}', 400],
    ['a field too many', '{"name":"a","role":"admin"}', 400],
    ['a list instead of an object', '[]', 400],
    ['a number where text belongs', '{"name":1}', 400],
    ['a prototype in disguise', '{"name":"a","__proto__":{"admin":true}}', 400],
    ['a body of more than a megabyte', `{"name":"${'a'.repeat(1_000_001)}"}`, 413],
    ['a thousand nested lists', `{"name":${'['.repeat(1000)}${']'.repeat(1000)}}`, 400],
  ])('refuses %s', async (_what, body, status) => {
    expect((await api().post(body)).status).toBe(status);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'refuses a body sent as %s, which a foreign page could send without asking',
    async (type) => {
      expect((await api().post('{"name":"a"}', { 'content-type': type })).status).toBe(415);
    },
  );

  it('names the field to mend, in Indonesian', async () => {
    const answer = await (await api().post('{"name":""}')).json();
    expect(answer).toMatchObject({
      code: 'request-malformed',
      problems: [{ field: 'name', detail: expect.stringContaining('Terlalu kecil') }],
    });
  });

  it('takes what people type as it reads, and refuses what is nothing then', async () => {
    const post = api().post;
    const name = '\u202Eketerangan\u202C\u001b[31m \u2066baru';
    expect(await (await post(JSON.stringify({ name }))).json()).toMatchObject({
      name: 'keterangan [31m baru',
    });
    expect((await post(JSON.stringify({ name: '\u202E' }))).status).toBe(400);
  });

  it('answers a malformed id like an unknown one', async () => {
    expect((await api().post('{"name":"a"}', undefined, 'much-too-long')).status).toBe(404);
  });

  it.each(['short', 'has space in it', 'x'.repeat(81)])('refuses the idempotency key "%s"', async (key) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    expect((await api().post('{"name":"a"}', headers)).status).toBe(400);
  });
});
