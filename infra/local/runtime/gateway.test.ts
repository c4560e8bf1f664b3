import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyCloud, type GatewayAnswer } from '../cloud.ts';
import type { Outcome } from './function-worker.ts';
import { createGateway } from './gateway.ts';

const functionArn = 'arn:aws:lambda:r:1:function:portal';
const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
});

interface Event {
  readonly [name: string]: unknown;
}

interface CloudOptions {
  readonly permission?: boolean;
  readonly binaryMediaTypes?: string[];
  readonly burst?: number;
  readonly answers?: Readonly<Record<string, GatewayAnswer>>;
}

function cloudWith(options: CloudOptions = {}) {
  const cloud = emptyCloud();
  const limit = { verb: '*', resourcePath: '/*', rate: 0, burst: options.burst ?? 0 };
  cloud.apis.set('api', {
    id: 'api',
    rootId: 'root',
    name: 'layan-test',
    binaryMediaTypes: options.binaryMediaTypes ?? [],
    resources: new Map([['proxy', { parentId: 'root', pathPart: '{proxy+}' }]]),
    methods: new Map([['proxy ANY', { resourceId: 'proxy', verb: 'ANY', functionArn }]]),
    stages: new Map([['live', { name: 'live', limits: options.burst ? [limit] : [] }]]),
    answers: new Map(Object.entries(options.answers ?? {})),
  });
  if (options.permission !== false)
    cloud.permissions.set('p', {
      functionArn,
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:ap-southeast-3:000000000000:api/live/*/*',
    });
  return cloud;
}

async function serve(answer: (event: Event) => unknown, options: Parameters<typeof cloudWith>[0] = {}) {
  const events: Event[] = [];
  const invoke = async (_arn: string, event: unknown): Promise<Outcome> => {
    const seen = { ...Object(event) };
    events.push(seen);
    const outcome = answer(seen);
    if (typeof outcome === 'object' && outcome !== null && 'ok' in outcome)
      return { ok: false, reason: 'timeout', type: '', message: '' };
    return { ok: true, payload: JSON.stringify(outcome ?? null) };
  };
  const handler = createGateway(cloudWith(options), { invoke });
  const server = createServer((incoming, response) => void handler(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  const { port }: AddressInfo = Object(server.address());
  const call = (
    path: string,
    more: { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer } = {},
  ) =>
    new Promise<{ status: number | undefined; headers: Record<string, unknown>; body: Buffer }>(
      (resolve, reject) => {
        const headers = { host: 'kota-uji.localhost:4400', ...more.headers };
        const outgoing = request(
          { host: '127.0.0.1', port, path, method: more.method ?? 'GET', headers },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('end', () =>
              resolve({
                status: incoming.statusCode,
                headers: incoming.headers,
                body: Buffer.concat(chunks),
              }),
            );
          },
        );
        outgoing.on('error', reject);
        outgoing.end(more.body);
      },
    );
  return { call, events };
}

const well = () => ({ statusCode: 200, body: 'well' });

describe('the event a function is given', () => {
  it('is a proxy event with the whole request', async () => {
    const { call, events } = await serve(well);

    await call('/berkas/a%20b?q=satu&q=dua&x=%C3%A9', {
      method: 'POST',
      headers: {
        'content-type': 'text/plain',
        'x-many': ['1', '2'],
        'user-agent': 'Uji',
        'x-forwarded-for': '9.9.9.9',
      },
      body: 'salam',
    });

    expect(events[0]).toMatchObject({
      resource: '/{proxy+}',
      path: '/berkas/a%20b',
      httpMethod: 'POST',
      pathParameters: { proxy: 'berkas/a b' },
      queryStringParameters: { q: 'dua', x: 'é' },
      multiValueQueryStringParameters: { q: ['satu', 'dua'], x: ['é'] },
      headers: { host: 'kota-uji.localhost:4400', 'X-Forwarded-Proto': 'http', 'x-many': '2' },
      multiValueHeaders: { 'x-many': ['1', '2'], 'X-Forwarded-For': ['9.9.9.9, 127.0.0.1'] },
      stageVariables: null,
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        domainName: 'kota-uji.localhost:4400',
        domainPrefix: 'kota-uji',
        httpMethod: 'POST',
        path: '/berkas/a%20b',
        resourcePath: '/{proxy+}',
        stage: 'live',
        identity: { sourceIp: '127.0.0.1', userAgent: 'Uji', accountId: null },
      },
      body: 'salam',
      isBase64Encoded: false,
    });
  });

  it('takes any name for a header or a parameter, also those that every object has', async () => {
    const { call, events } = await serve(well);

    const { status } = await call('/x?constructor=1&__proto__=2&toString=3', {
      headers: { constructor: 'a', __proto__x: 'b', tostring: 'c' },
    });

    expect(status).toBe(200);
    expect(JSON.stringify(events[0])).toContain('"constructor":"1","__proto__":"2","toString":"3"');
    expect(events[0]).toMatchObject({ headers: { constructor: 'a' } });
  });

  it('has null where there is nothing', async () => {
    const { call, events } = await serve(well);

    await call('/x');

    expect(events[0]).toMatchObject({
      body: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
    });
  });

  it('carries binary bodies in base64, by the media types of the template only', async () => {
    const { call, events } = await serve(well, { binaryMediaTypes: ['image/jpeg'] });
    const body = Buffer.from([255, 0, 254]);

    await call('/x', { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body });
    await call('/x', { method: 'POST', headers: { 'content-type': 'image/png' }, body });

    expect(events[0]).toMatchObject({ body: body.toString('base64'), isBase64Encoded: true });
    expect(events[1]).toMatchObject({ isBase64Encoded: false });
  });
});

describe('the answer of a function', () => {
  it('goes out with its status, headers and cookies', async () => {
    const { call } = await serve(() => ({
      statusCode: 303,
      headers: { Location: '/terima' },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
      body: '',
    }));

    const answer = await call('/x');

    expect(answer.status).toBe(303);
    expect(answer.headers).toMatchObject({ location: '/terima', 'set-cookie': ['a=1', 'b=2'] });
  });

  it('is decoded when the template says that it may be binary', async () => {
    const pdf = () => ({
      statusCode: 200,
      body: Buffer.from('PDF').toString('base64'),
      isBase64Encoded: true,
    });
    const binary = await serve(pdf, { binaryMediaTypes: ['*/*'] });
    const plain = await serve(pdf);

    expect((await binary.call('/x')).body.toString()).toBe('PDF');
    expect((await plain.call('/x')).body.toString()).toBe('UERG');
  });

  it.each([
    ['has no status', { body: 'x' }],
    ['has names that a proxy answer does not have', { statusCode: 200, cookies: ['a=1'] }],
    ['is nothing', undefined],
    ['is longer than six megabytes', { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) }],
  ])('is a 502 when it %s', async (_name, answer) => {
    const { call } = await serve(() => answer);

    expect(await call('/x')).toMatchObject({ status: 502 });
  });

  it('is a 504 when it came too late', async () => {
    const { call } = await serve(() => ({ ok: false }));

    expect(await call('/x')).toMatchObject({ status: 504 });
  });
});

describe('what never reaches a function', () => {
  it.each([
    ['a path that no route answers', '/', {}, {}, 403],
    ['a body over six megabytes', '/x', {}, { method: 'POST', body: Buffer.alloc(6 * 1024 * 1024 + 1) }, 413],
    ['a call without the permission of the template', '/x', { permission: false }, {}, 500],
  ])('%s', async (_name, path, options, more, status) => {
    const { call, events } = await serve(well, options);

    expect(await call(path, more)).toMatchObject({ status });
    expect(events).toEqual([]);
  });

  it('a call over the limit of the stage', async () => {
    const { call, events } = await serve(well, { burst: 2 });

    const answers = [await call('/x'), await call('/x'), await call('/x')];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(events).toHaveLength(2);
  });
});

describe('a refusal', () => {
  const problem: GatewayAnswer = {
    status: 404,
    headers: { 'content-type': 'application/problem+json' },
    template:
      '{"title":"Tidak ditemukan","reason":$context.error.messageString,"reference":"$context.requestId"}',
  };

  it('is said in the words of the template', async () => {
    const { call } = await serve(well, { answers: { MISSING_AUTHENTICATION_TOKEN: problem } });

    const answer = await call('/');

    expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.parse(answer.body.toString())).toEqual({
      title: 'Tidak ditemukan',
      reason: 'Missing Authentication Token',
      reference: answer.headers['x-amzn-requestid'],
    });
  });

  it('falls back to the words for its class', async () => {
    const { call } = await serve(() => undefined, {
      answers: { DEFAULT_5XX: { ...problem, status: 503 }, DEFAULT_4XX: problem },
    });

    expect((await call('/x')).status).toBe(503);
    expect((await call('/')).status).toBe(404);
  });
});
