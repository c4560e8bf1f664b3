import type { CaseStatus } from '@layan/domain/case/status';
import type { ProductState } from '@layan/domain/product/product-state';
import { productIdOf } from '@layan/testing/builders/a-product';
import { TENANT } from '@layan/testing/builders/a-tenant';
import { describe, expect, it, vi } from 'vitest';
import { file, ticketOf } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';

const id = productIdOf(1);

/** The file of a citizen with a letter in this state. */
async function aFileWithALetter(state: ProductState, signed = true) {
  const portal = await aPortal();
  const { ticket, secret } = ticketOf(await file(portal));
  const memory = portal.platform.open(TENANT);
  const caseId = (await memory.cases.findStatus(ticket))?.status.caseId;
  if (!caseId) throw new Error('no case');
  const kept = await memory.letters.keep({ caseId, bytes: Buffer.alloc(25_000) });
  const { findStatus } = memory.cases;
  vi.spyOn(memory.cases, 'findStatus').mockImplementation(async (asked) => {
    const found = await findStatus(asked);
    if (!found) return undefined;
    const letter: CaseStatus['products'][number] = {
      ...{ id, label: 'Surat Keterangan', number: '400.9/0001/2026', state },
      issuedAt: portal.clock.now(),
      changedAt: portal.clock.now(),
      ...(signed && { signed: kept }),
    };
    return { ...found, status: { ...found.status, products: [letter] } };
  });
  const counted = vi.spyOn(memory.products, 'notePrint');
  const browser = portal.newBrowser();
  await browser.open('/lacak');
  await browser.send('Lihat berkas', { tiket: ticket, kode: secret });
  return { portal, browser, counted, kept, caseId };
}

const download = async ({ portal, browser }: Awaited<ReturnType<typeof aFileWithALetter>>, path: string) => {
  const url = new URL(path, portal.host(TENANT));
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { host: url.host, cookie };
  return portal.answer(new Request(url, { headers }));
};

describe('the letter of an own file', () => {
  it('is offered once it was signed, with its size, and each download is counted', async () => {
    const own = await aFileWithALetter('active');
    expect(own.browser.text).toContain('Unduh Surat Keterangan (24 KB)');
    const answer = await download(own, `/berkas/surat/${id}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain(
      `/letters/${TENANT}/${own.caseId}/${own.kept.sha256}/400-9-0001-2026.pdf`,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(own.counted.mock.calls).toMatchObject([[{ id, by: 'applicant', downloaded: true }]]);
  });

  it('waits for its signature in words, with nothing to download', async () => {
    const own = await aFileWithALetter('frozen', false);
    expect(own.browser.text).toContain('menunggu tanda tangan');
    expect(own.browser.text).not.toContain('Unduh');
    expect((await download(own, `/berkas/surat/${id}`)).status).toBe(404);
  });

  it.each(['revoked', 'expired'] as const)('that is %s is not handed out any more', async (state) => {
    const own = await aFileWithALetter(state);
    expect(own.browser.text).not.toContain('Unduh');
    expect((await download(own, `/berkas/surat/${id}`)).status).toBe(404);
    expect(own.counted).not.toHaveBeenCalled();
  });

  it('is nobody’s who has not opened the file, nor found under another id', async () => {
    const own = await aFileWithALetter('active');
    const url = new URL(`/berkas/surat/${id}`, own.portal.host(TENANT));
    const stranger = await own.portal.answer(new Request(url, { headers: { host: url.host } }));
    expect(stranger.status).toBe(403);
    expect((await download(own, `/berkas/surat/${productIdOf(2)}`)).status).toBe(404);
    expect(own.counted).not.toHaveBeenCalled();
  });
});
