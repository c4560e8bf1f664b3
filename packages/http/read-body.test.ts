import { Hono } from 'hono/tiny';
import { describe, expect, it } from 'vitest';
import { plainBody, readBody } from './read-body.ts';

const app = new Hono();
app.post('/', async (context) => {
  const read = await readBody(context);
  return read.ok ? context.json({ value: read.value ?? 'nothing' }) : context.json({ code: read.error.code });
});

const sent = async (body: string, type = 'application/json'): Promise<unknown> =>
  (await app.request('/', { method: 'POST', body, headers: { 'content-type': type } })).json();

const levels = (count: number): string => '['.repeat(count) + ']'.repeat(count);

describe('the body of a request', () => {
  it('is JSON as it was sent, or nothing', async () => {
    expect(await sent('{"a":["ä😀\\n"]}')).toEqual({ value: { a: ['ä😀\n'] } });
    expect(await sent('')).toEqual({ value: 'nothing' });
  });

  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])('may come as %s', async (type) => {
    expect(await sent('1', type)).toEqual({ value: 1 });
  });

  it.each([
    'text/plain',
    'application/json-patch+json',
    'application/json; charset=utf-7',
    'text/plain, application/json',
    '',
  ])('may not come as %s', async (type) => {
    expect(await sent('1', type)).toEqual({ code: 'not-json' });
  });

  it('has at most a million bytes, however few characters they are', async () => {
    expect(await sent(JSON.stringify('x'.repeat(999_998)))).toHaveProperty('value');
    expect(await sent(JSON.stringify('x'.repeat(999_999)))).toEqual({ code: 'request-too-large' });
    expect(await sent(JSON.stringify('€'.repeat(333_333)))).toEqual({ code: 'request-too-large' });
  });

  it('reads as plain text wherever text stands in it, and is otherwise as it was', () => {
    const plain = { a: ['x', 1, true, null, { b: 'ä😀\n' }], 'nama\u202E': 'x' };
    expect(plainBody(plain)).toEqual(plain);
    expect(plainBody({ a: ['\u202Ex', { b: 'c\u0007' }] })).toEqual({ a: ['x', { b: 'c ' }] });
    expect(plainBody(undefined)).toBeUndefined();
  });

  it('has few levels', async () => {
    expect(await sent(levels(60))).toHaveProperty('value');
    for (const depth of [70, 10_000, 100_000])
      expect(await sent(levels(depth))).toEqual({ code: 'request-malformed' });
  });

  it.each([
    '"\\u0000"',
    '{"a":[{"b":"x\\u0000"}]}',
    '{"\\u0000":1}',
    '"\\ud800"',
    '["a\\udc00b"]',
    '{"\\ud800":1}',
  ])('holds no text that cannot be written: %s', async (text) => {
    expect(await sent(text)).toEqual({ code: 'request-malformed' });
  });
});
