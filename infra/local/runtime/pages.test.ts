// The pages of the host that no function answers: the console's files, the captured mail, and who answers which name.
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mail } from '../aws/contract.ts';
import { emptyCloud } from '../cloud.ts';
import type { HttpHandler } from './gateway.ts';
import { createMailPage } from './mail-page.ts';
import { createSite } from './site.ts';
import { createWebFront } from './web-front.ts';

const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function serve(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  const { port }: AddressInfo = Object(server.address());
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: Buffer }>(
      (resolve, reject) => {
        const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        });
        outgoing.on('error', reject);
        outgoing.end();
      },
    );
}

const serveHandler = (handler: HttpHandler) =>
  serve(createServer((incoming, response) => void handler(incoming, response)));

describe('the console', () => {
  const script = `// ${'panjang '.repeat(400)}`;
  const files: Record<string, [string, string]> = {
    'index.html': ['text/html; charset=utf-8', '<!doctype html><title>Konsol</title>'],
    'assets/main-a1b2c3d4.js': ['text/javascript; charset=utf-8', script],
    'config.json': ['application/json', '{}'],
  };
  const start = (missing: readonly string[] = []) => {
    const cloud = emptyCloud();
    cloud.distributions.set('E1', {
      id: 'E1',
      bucketName: 'console',
      rootObject: 'index.html',
      errorPages: [{ code: 404, page: '/index.html', answer: 200 }],
      headers: { 'content-security-policy': 'connect-src https://cloud' },
    });
    const reads: string[] = [];
    const getObject = async (_bucket: string, key: string) => {
      reads.push(key);
      const file = missing.includes(key) ? undefined : files[key];
      return (
        file && {
          contentType: file[0],
          size: file[1].length,
          stream: () => Readable.from([Buffer.from(file[1])]),
        }
      );
    };
    const site = createSite(cloud, { getObject }, (header) => header.replace('https://cloud', 'http://here'));
    return serveHandler(site.handle).then((call) => ({ call, reads, site }));
  };

  it('begins at its root object, with the headers of the distribution for this machine', async () => {
    const { call } = await start();

    const answer = await call('/');

    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': 'connect-src http://here',
        'cache-control': 'no-cache',
      },
    });
    expect(answer.body.toString()).toContain('Konsol');
  });

  it('answers addresses of the application with the index', async () => {
    const { call } = await start();

    expect(await call('/berkas/7')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  });

  it('is a plain 404 when there is not even an index', async () => {
    const { call } = await start(['index.html']);

    expect(await call('/berkas/7')).toMatchObject({ status: 404 });
  });

  it('lets browsers keep files that are named by their content, compressed', async () => {
    const { call } = await start();

    const answer = await call('/assets/main-a1b2c3d4.js', { 'accept-encoding': 'gzip, br' });

    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
    });
    expect(gunzipSync(answer.body).toString()).toBe(script);
    expect((await call('/assets/main-a1b2c3d4.js')).headers['content-encoding']).toBeUndefined();
  });

  it('sends nothing that the browser has already', async () => {
    const { call } = await start();
    const { etag } = (await call('/config.json')).headers;

    const again = await call('/config.json', { 'if-none-match': etag ?? '' });

    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it('reads a file once, until it is told that there are others', async () => {
    const { call, reads, site } = await start();

    await call('/config.json');
    await call('/config.json');
    site.forget();
    await call('/config.json');

    expect(reads).toEqual(['config.json', 'config.json']);
  });

  it('only hands out', async () => {
    const { call } = await start();

    expect(await call('/', {}, 'POST')).toMatchObject({ status: 405 });
    expect((await call('/', {}, 'HEAD')).body).toHaveLength(0);
    expect(await call('/%zz')).toMatchObject({ status: 404 });
  });
});

describe('the mail page', () => {
  const mail: Mail = {
    id: 'm-1',
    from: 'layan@uji.example',
    to: ['satu@uji.example'],
    subject: 'Undangan <b>',
    text: 'Kata sandi sementara: Abc & 123',
    sentAt: '2026-03-02T01:02:03Z',
  };

  it('lists mail and shows one, without running what is in it', async () => {
    const call = await serveHandler(createMailPage({ list: () => [mail] }));

    const list = (await call('/')).body.toString();
    const one = (await call('/m-1')).body.toString();

    expect(list).toContain('<a href="/m-1">Undangan &lt;b&gt;</a>');
    expect(list).toContain('Senin, 2 Maret 2026');
    expect(one).toContain('Kata sandi sementara: Abc &amp; 123');
    expect((await call('/')).headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('says so when there is none, and when there is no such one', async () => {
    const call = await serveHandler(createMailPage({ list: () => [] }));

    expect((await call('/')).body.toString()).toContain('Belum ada surat');
    expect(await call('/m-1')).toMatchObject({ status: 404 });
  });

  it('can be read by programs', async () => {
    const call = await serveHandler(createMailPage({ list: () => [mail] }));

    expect(JSON.parse((await call('/mails.json')).body.toString())).toEqual([mail]);
  });
});

describe('the web front', () => {
  const saying =
    (word: string): HttpHandler =>
    async (_request, response) =>
      void response.end(word);

  it.each([
    ['kota-uji.localhost:4400', 'gateway'],
    ['api.localhost', 'gateway'],
    ['console.localhost:4400', 'console'],
    ['CONSOLE.localhost', 'console'],
    ['mail.localhost:4400', 'mail'],
    ['errands.localhost:4400', 'errands'],
  ])('sends %s to the %s', async (host, expected) => {
    const call = await serve(
      createWebFront({
        gateway: saying('gateway'),
        console: saying('console'),
        mail: saying('mail'),
        errands: saying('errands'),
      }),
    );

    expect((await call('/', { host })).body.toString()).toBe(expected);
  });

  it.each(['localhost:4400', '127.0.0.1:4400', 'kota-uji.example.org'])(
    'has no page for %s',
    async (host) => {
      const call = await serve(
        createWebFront({
          gateway: saying('x'),
          console: saying('x'),
          mail: saying('x'),
          errands: saying('x'),
        }),
      );

      expect(await call('/', { host })).toMatchObject({ status: 404 });
    },
  );

  it('answers even when a part of it fails', async () => {
    const failing: HttpHandler = async () => {
      throw new Error('broken');
    };
    const call = await serve(
      createWebFront({ gateway: failing, console: failing, mail: failing, errands: failing }),
    );

    expect(await call('/', { host: 'api.localhost' })).toMatchObject({ status: 500 });
  });
});
