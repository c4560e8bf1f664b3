import { operation } from '@layan/contract/operation';
import { getPractice } from '@layan/contract/staff/practice';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiProblem, createApi } from './api.ts';
import type { Session } from './session.ts';

const op = operation({
  method: 'POST',
  name: 'open-thing',
  repeats: 'recorded',
  path: '/staff/cases/:caseId/open',
  summary: '',
  params: z.object({ caseId: z.string() }),
  query: z.object({ after: z.optional(z.string()) }),
  body: z.object({ note: z.string() }),
  response: z.object({ ok: z.boolean() }),
});

const aSession = (changes: Partial<Session> = {}) => ({
  token: vi.fn(async (): Promise<string | undefined> => 'token-1'),
  signIn: vi.fn(async () => undefined),
  signOut: vi.fn(async () => undefined),
  finishSignIn: vi.fn(async () => undefined),
  ...changes,
});

const network = vi.fn<typeof fetch>();
beforeEach(() => {
  network.mockReset();
  vi.stubGlobal('fetch', network);
});
afterEach(() => vi.unstubAllGlobals());

const answers = (status: number, body: string): void => {
  network.mockImplementation(async () => new Response(body, { status }));
};
const call = (session: Session = aSession()) =>
  createApi('https://api.example', session).call(op, {
    params: { caseId: 'a/b' },
    query: {},
    body: { note: 'x' },
    idempotencyKey: 'key-1',
  });
const problemOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ApiProblem ? error.problem : error;
};
/** Whether the promise has neither an answer nor a fault after everything due has happened. */
const isLeft = async (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(
      () => false,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 20)),
  ]);

describe('a call', () => {
  it('goes to the address of the operation, signed, with its key', async () => {
    answers(200, '{"ok":true}');
    await call();
    const [address, options] = network.mock.calls[0] ?? [];
    expect(address).toBe('https://api.example/staff/cases/a%2Fb/open');
    expect(options).toMatchObject({
      method: 'POST',
      body: '{"note":"x"}',
      headers: { authorization: 'Bearer token-1', 'idempotency-key': 'key-1' },
    });
  });

  it('goes into the practice space, and only there, for whoever practises', async () => {
    const spaces: (string | null)[] = [];
    vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
      spaces.push(new Headers(request.headers).get('layan-space'));
      return Response.json({}, { status: 500 });
    });
    const session = { token: async () => 'token', signIn: async () => {}, signOut: async () => {} };
    for (const practising of [true, false]) {
      const api = createApi(
        'https://api.example',
        { ...session, finishSignIn: async () => undefined },
        practising,
      );
      await api.call(getPractice).catch(() => undefined);
    }
    expect(spaces).toEqual(['practice', null]);
  });

  it('leaves out of the address what was not asked', async () => {
    answers(200, '{"ok":true}');
    const api = createApi('https://api.example', aSession());
    await api.call(op, { params: { caseId: '1' }, query: { after: 'a b' } });
    await api.call(op, { params: { caseId: '1' }, query: { after: undefined } });
    expect(network.mock.calls.map(([address]) => address)).toEqual([
      'https://api.example/staff/cases/1/open?after=a+b',
      'https://api.example/staff/cases/1/open',
    ]);
  });

  it('gives what the contract declares and nothing else', async () => {
    answers(200, '{"ok":true,"extra":1}');
    expect(await call()).toEqual({ ok: true });
  });

  it('does not take an answer the contract does not know', async () => {
    answers(200, '{"ok":"ya"}');
    await expect(call()).rejects.toThrow();
  });
});

describe('a call that fails', () => {
  it('carries the problem as the API words it', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Belum',
      status: 409,
      code: 'case-changed',
      detail: 'Berubah.',
    };
    answers(409, JSON.stringify(problem));
    expect(await problemOf(call())).toEqual(problem);
  });

  it('has words of its own for an answer nobody can read', async () => {
    answers(502, '<html>bad gateway');
    expect(await problemOf(call())).toMatchObject({ code: 'unreadable-answer', status: 502 });
  });

  it('says that the connection is gone, and that what was typed is not', async () => {
    network.mockRejectedValue(new TypeError('failed to fetch'));
    const problem = await problemOf(call());
    expect(problem).toMatchObject({ code: 'offline', title: 'Sambungan terputus' });
    expect(JSON.stringify(problem)).toContain('Isian Anda masih ada');
  });

  it('says so too when the session cannot be renewed for want of a connection', async () => {
    const session = aSession({ token: () => Promise.reject(new TypeError('failed to fetch')) });
    expect(await problemOf(call(session))).toMatchObject({ code: 'offline' });
    expect(session.signIn).not.toHaveBeenCalled();
  });
});

describe('a call that changes something', () => {
  const input = { params: { caseId: '1' }, body: { note: 'x' } };
  const api = () => createApi('https://api.example', aSession());
  const keys = () =>
    network.mock.calls.map(([, options]) => new Headers(options?.headers).get('idempotency-key'));

  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    });
  });

  it.each<[string, () => void]>([
    ['that met no connection', () => network.mockRejectedValueOnce(new TypeError('failed to fetch'))],
    [
      'whose answer nobody can read',
      () => network.mockResolvedValueOnce(new Response('<html>', { status: 502 })),
    ],
    ['that met a fault of ours', () => network.mockResolvedValueOnce(Response.json({}, { status: 500 }))],
    ['whose answer breaks off', () => network.mockResolvedValueOnce(new Response('{"ok":', { status: 200 }))],
  ])('%s is sent again with the same key, also after a reload', async (_what, first) => {
    first();
    await api()
      .call(op, input)
      .catch(() => undefined);
    answers(200, '{"ok":true}');
    await api().call(op, input);
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys()[1]).toBe(keys()[0]);
  });

  it.each<[string, number, string]>([
    ['done', 200, '{"ok":true}'],
    ['refused', 409, '{"code":"x"}'],
  ])('once %s, is meant anew when it is sent again', async (_what, status, body) => {
    answers(status, body);
    const one = api();
    await one.call(op, input).catch(() => undefined);
    await one.call(op, input).catch(() => undefined);
    expect(new Set(keys()).size).toBe(2);
  });

  it('with other content, or sent twice at once, has another key', async () => {
    network.mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return new Response('{}', { status: 503 });
    });
    const one = api();
    await Promise.allSettled([one.call(op, input), one.call(op, input)]);
    await one.call(op, { ...input, body: { note: 'y' } }).catch(() => undefined);
    expect(new Set(keys()).size).toBe(3);
  });

  it('leaves nothing of its content behind', async () => {
    network.mockRejectedValueOnce(new TypeError('failed to fetch'));
    await api()
      .call(op, { ...input, body: { note: 'Warga Uji Satu' } })
      .catch(() => undefined);
    expect([...kept.values()].join()).toMatch(/[0-9a-f]{64}/);
    expect([...kept.values()].join()).not.toContain('Warga');
  });
});

describe('a call without a session', () => {
  it('leads to the sign-in and asks nothing', async () => {
    const session = aSession({ token: async () => undefined });
    expect(await isLeft(call(session))).toBe(true);
    expect(session.signIn).toHaveBeenCalledOnce();
    expect(network).not.toHaveBeenCalled();
  });

  it('leads to the sign-in when the API no longer takes the token, without a fault on the screen', async () => {
    answers(401, '{}');
    const session = aSession();
    expect(await isLeft(call(session))).toBe(true);
    expect(session.signIn).toHaveBeenCalledOnce();
  });

  it('says that the connection is gone when the sign-in cannot be reached', async () => {
    const session = aSession({
      token: async () => undefined,
      signIn: () => Promise.reject(new TypeError('failed to fetch')),
    });
    expect(await problemOf(call(session))).toMatchObject({ code: 'offline' });
  });
});
