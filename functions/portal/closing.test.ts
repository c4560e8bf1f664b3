// What citizens see of a local government that stops using these pages.
import { describe, expect, it } from 'vitest';
import { begin } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';

const closing = async (on: string) => {
  const portal = await aPortal();
  const { directory } = portal.platform.open(portal.tenant.id);
  await directory.save({ ...portal.tenant, closing: { on } });
  return portal;
};
const DAY = 86_400_000;

describe('a portal that is going to close', () => {
  it('says from which day on, where somebody would begin something new', async () => {
    const portal = await closing('2026-12-01');
    const browser = portal.newBrowser();
    await browser.open('/');
    expect(browser.text).toContain('berakhir mulai Selasa, 1 Desember 2026');
    await browser.open(`/layanan/${portal.standard.id}`);
    expect(browser.text).toContain('berakhir mulai Selasa, 1 Desember 2026');
    expect(browser.text).toContain('Ajukan sekarang');
  });

  it('takes nothing new from that day on, also from a page that was opened before', async () => {
    const today = (await aPortal()).clock.now().slice(0, 10);
    const portal = await closing(new Date(Date.parse(today) + DAY).toISOString().slice(0, 10));
    const service = `/layanan/${portal.standard.id}`;
    const browser = portal.newBrowser();
    await browser.open(service);
    portal.clock.advance(2 * DAY);
    await browser.send('Ajukan sekarang');
    expect(browser.path).toBe(service);
    expect(browser.text).toContain('permohonan baru tidak diterima di sini');
    expect(browser.text).not.toContain('Ajukan sekarang');
    expect(browser.text).not.toContain('Lanjutkan permohonan');
  });

  it('is only read once it has closed: nothing is sent, and an own file is still opened', async () => {
    const portal = await aPortal();
    const { directory } = portal.platform.open(portal.tenant.id);
    const browser = portal.newBrowser();
    await browser.open(`/layanan/${portal.standard.id}`);
    await directory.save({ ...portal.tenant, state: 'closed', closing: { on: '2026-02-01' } });
    portal.clock.advance(2 * DAY);
    const reader = portal.newBrowser();
    await reader.open('/');
    expect(reader.text).toContain('permohonan baru tidak diterima di sini');
    await reader.open('/lacak');
    await reader.send('Lihat berkas', { tiket: 'AAAA-AAAA-A', kode: 'AAAAA-AAAAA' });
    expect(reader.text).not.toContain('sudah berakhir');
    await browser.send('Ajukan sekarang');
    expect(browser.text).toContain('Layanan di alamat ini sudah berakhir');
    expect(browser.text).toContain('silakan datang ke loket');
  });

  it('writes nothing for who leaves their phone then, and opens what was unsent no more, nor to a copied cookie', async () => {
    const portal = await aPortal();
    const browser = await begin(portal);
    await browser.open('/permohonan/periksa');
    const { directory, table } = portal.platform.open(portal.tenant.id);
    await directory.save({ ...portal.tenant, state: 'closed', closing: { on: '2026-02-01' } });
    portal.clock.advance(2 * DAY);
    const before = structuredClone(table.filings);
    const copied = Object.assign(portal.newBrowser(), { cookies: new Map(browser.cookies) });
    await browser.send('Hapus permohonan ini dari HP');
    expect(browser.path).toBe('/');
    for (const left of [browser, copied]) {
      for (const page of ['/permohonan', '/permohonan/periksa', '/permohonan/tanda-terima'])
        expect((await left.open(page)).status).toBe(403);
      expect(left.text).toContain('silakan datang ke loket');
      expect(left.text).not.toContain('mulai lagi');
      expect((await left.open('/')).text).not.toContain('Lanjutkan');
    }
    expect(table.filings).toEqual(before);
  });

  it('says nothing where nobody leaves', async () => {
    const portal = await aPortal();
    const browser = portal.newBrowser();
    await browser.open('/');
    expect(browser.text).not.toContain('permohonan baru tidak diterima');
  });
});
