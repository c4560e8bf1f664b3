import { createHash } from 'node:crypto';
import type { RegisteredLetter } from '@layan/application/ports/products';
import { InstantText } from '@layan/domain/kernel/ids';
import { isSealOf, verifyLetter } from '@layan/domain/product/verify-letter';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCard } from './fixtures/a-card.ts';
import { type APortal, aPortal } from './fixtures/a-portal.ts';

let portal: APortal;
const file = Buffer.from('%PDF-1.7 surat');
const sha256 = ContentHash.parse(createHash('sha256').update(file).digest('hex'));
const at = InstantText.parse('2026-02-04T03:00:00.000Z');
const date = '2026-02-03';

beforeAll(async () => {
  portal = await aPortal();
});

type Signed = NonNullable<RegisteredLetter['signature']>;
const signed = (more: Pick<Signed, 'method'> & Partial<Signed>): RegisteredLetter => ({
  date,
  method: more.method,
  signature: { file: { sha256, bytes: file.length }, at, ...more },
});

const send = async (path: string, bytes: Uint8Array, headers: Record<string, string> = {}) => {
  const form = new FormData();
  form.append('berkas', new File([Uint8Array.from(bytes)], 'surat.pdf', { type: 'application/pdf' }));
  const url = new URL(`${path}/berkas`, portal.host(TENANT));
  const answer = await portal.answer(
    new Request(url, {
      method: 'POST',
      body: form,
      headers: { host: url.host, origin: url.origin, ...headers },
    }),
  );
  return { status: answer.status, html: await answer.text() };
};

describe('the page of a letter', () => {
  it('tells its date, how it was signed and the hash of its file, by certificate', async () => {
    const certificate = {
      subject: 'CN=Pejabat Uji Satu, O=Dinas Contoh, C=ID',
      issuer: 'CN=OSD LU Kelas 2, O=Lembaga Sandi Negara, C=ID',
    };
    const letter = signed({ method: 'certificate', certificate });
    const { text } = await portal.newBrowser().open((await aCard(portal, 41, 'active', { letter })).path);
    for (const told of [
      'Tanggal surat Selasa, 3 Februari 2026',
      'atas nama Pejabat Uji Satu, Dinas Contoh, diterbitkan oleh OSD LU Kelas 2, Lembaga Sandi Negara.',
      sha256,
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('Berlaku sampai');
  });

  it('calls a seal a seal, and ink ink', async () => {
    const sealed = await aCard(portal, 42, 'active', { letter: signed({ method: 'seal', seal: 'a.b.c' }) });
    const browser = await portal.newBrowser().open(sealed.path);
    expect(browser.text).toContain('Segel ini bukan tanda tangan elektronik tersertifikasi.');
    expect(browser.html).toContain('data-seal="a.b.c"');
    const inked = await aCard(portal, 43, 'active', { letter: signed({ method: 'ink' }) });
    expect((await portal.newBrowser().open(inked.path)).text).toContain('Tanda tangan basah.');
  });

  it.each([
    ['frozen', 'Belum ditandatangani'],
    ['cancelled', 'Dibatalkan'],
    ['revoked', 'Dicabut'],
  ] as const)('says first that it is %s, and of one never signed shows no hash', async (state, words) => {
    const letter = state === 'revoked' ? signed({ method: 'ink' }) : { date };
    const n = { frozen: 44, cancelled: 45, revoked: 46 }[state];
    const browser = await portal.newBrowser().open((await aCard(portal, n, state, { letter })).path);
    expect(/notice-title">([^<]+)/.exec(browser.html)?.[1]).toBe(words);
    expect(browser.html.includes('SHA-256')).toBe(state === 'revoked');
  });

  it('of many shows nobody’s name', async () => {
    const letter = signed({ method: 'ink' });
    const { path } = await aCard(portal, 47, 'active', { letter, unnamed: true });
    const { text } = await portal.newBrowser().open(path);
    expect(text).not.toContain('Huruf depan nama');
    expect(text).toContain('Cocokkan nomor dan tanggal dengan yang tercetak.');
  });
});

describe('a file that is sent to be compared', () => {
  const same = 'sama persis dengan yang diterbitkan.';
  // Each answer stands on the page for the script; what came out stands in its own place.
  const told = (html: string) => /data-compared="?[^>]*>([^<]*)/.exec(html)?.[1] ?? '';

  it('is the same, another, none or too large, and nothing else is told', async () => {
    const { path } = await aCard(portal, 51, 'active', { letter: signed({ method: 'ink' }) });
    expect(told((await send(path, file)).html)).toContain(same);
    const other = await send(path, Buffer.from('%PDF-1.7 surat lain'));
    expect(told(other.html)).toContain('bukan berkas yang diterbitkan');
    expect(told((await send(path, Buffer.alloc(0))).html)).toContain('Pilih berkas');
    expect(told((await send(path, Buffer.alloc(2_200_000))).html)).toContain('terlalu besar');
  });

  it('gets one and the same answer where there is no such letter', async () => {
    const answers = await Promise.all([send(`/v/${'z'.repeat(26)}`, file), send('/v/x', file)]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    const unsigned = await aCard(portal, 52, 'frozen', { letter: { date } });
    expect((await send(unsigned.path, file)).html).not.toContain(same);
  });

  it('is not taken from another site', async () => {
    const { path } = await aCard(portal, 53, 'active', { letter: signed({ method: 'ink' }) });
    expect((await send(path, file, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('what a phone checks of a letter', () => {
  it('is a code and a seal of this tenant, for this document and this file', async () => {
    const { signer, signingKeys, ensureSigning } = portal.platform.open(TENANT);
    if ((await signingKeys.list()).length === 0) await ensureSigning('arn:key-1');
    const keys = {
      keys: (await signingKeys.list()).map(
        ({ jwk, kid }) => ({ ...jwk, kid, use: 'sig', alg: 'ES256' }) as const,
      ),
    };
    const code = await signer.sign('layan-letter', { iss: TENANT, jti: 'x', prd: 'Surat', dat: date });
    expect(await verifyLetter(code, keys)).toMatchObject({ ok: true, letter: { jti: 'x', dat: date } });
    const payload = { iss: TENANT, id: 'x', sha256, signer: 'Pejabat Uji Satu', at };
    const seal = await signer.sign('layan-seal', payload);
    const own = { tenant: TENANT, id: 'x', sha256 };
    expect(await isSealOf(seal, own, keys)).toBe(true);
    for (const wrong of [{ id: 'y' }, { sha256: '0'.repeat(64) }, { tenant: 'kab-contoh' }])
      expect(await isSealOf(seal, { ...own, ...wrong }, keys)).toBe(false);
    expect(await isSealOf(code, own, keys)).toBe(false);
    expect(await isSealOf(`${seal.slice(0, -4)}AAAA`, own, keys)).toBe(false);
    expect(await verifyLetter(seal, keys)).toEqual({ ok: false, code: 'wrong-kind' });
  });
});
