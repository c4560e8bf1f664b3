import { caseSeal } from '@layan/application/sealing/case-seal';
import type { FormBrowser } from '@layan/testing/form-browser';
import { describe, expect, it } from 'vitest';
import { file, TYPED, ticketOf } from './fixtures/a-citizen.ts';
import { type APortal, aPortal } from './fixtures/a-portal.ts';
import { work } from './fixtures/an-officer.ts';

const track = async (browser: FormBrowser, ticket: string, secret: string): Promise<FormBrowser> => {
  await browser.open('/lacak');
  return browser.send('Lihat berkas', { tiket: ticket, kode: secret });
};

const filed = async () => {
  const portal = await aPortal();
  const keys = ticketOf(await file(portal));
  return { portal, ...keys };
};

const opened = async (): Promise<{ portal: APortal; browser: FormBrowser }> => {
  const { portal, ticket, secret } = await filed();
  return { portal, browser: await track(portal.newBrowser(), ticket, secret) };
};

const returned = async () => {
  const { portal, browser } = await opened();
  await work(portal, {
    step: 'initial-verification',
    outcome: 'return',
    note: 'Foto kartu keluarga terpotong. Mohon foto ulang seluruh halaman.',
    missing: { requirements: ['family-card'], facts: ['familyCardNumber'] },
  });
  return { portal, browser: await browser.open('/berkas') };
};

describe('following a file', () => {
  it('opens by ticket and secret from any phone, typed as people type', async () => {
    const { portal, ticket, secret } = await filed();
    const browser = await track(
      portal.newBrowser(),
      ` ${ticket.toLowerCase().replaceAll('-', ' ')}`,
      secret.toLowerCase(),
    );
    expect(browser.path).toBe('/berkas');
    expect(browser.text).toContain(ticket);
    expect(browser.text).toContain('Petugas loket sedang memeriksa berkas Anda.');
  });

  it('puts the promise at the centre: what, by when, how much is left, in words', async () => {
    const { portal, browser } = await opened();
    expect(browser.text).toContain('Belum mulai');
    await work(portal, { step: 'initial-verification', outcome: 'accept' });
    await browser.open('/berkas');
    expect(browser.html).toMatch(/<h2 id="janji">Janji kami kepada Anda<\/h2>/);
    expect(browser.text).toContain('paling lambat Senin, 9 Februari 2026');
    expect(browser.text).toContain('Bunyi standar: “Kartu Pendalungan : 3 (tiga) hari”');
    expect(browser.text).toContain('Berkas Anda lengkap dan diterima.');
  });

  it('says nothing was done that was not, whatever the address says', async () => {
    const { browser } = await opened();
    for (const word of ['constructor', 'toString', '__proto__', 'lengkap.batal']) {
      await browser.open(`/berkas?selesai=${word}`);
      expect(browser.status).toBe(200);
      expect(browser.html).not.toMatch(/class="notice good"|native code|\[object/);
    }
  });

  it('tells the newest first', async () => {
    const { portal, browser } = await opened();
    await work(portal, { step: 'initial-verification', outcome: 'accept' });
    await browser.open('/berkas');
    const { text } = browser;
    const timeline = text.slice(text.indexOf('Yang sudah terjadi'));
    expect(timeline.indexOf('lengkap dan diterima')).toBeLessThan(timeline.indexOf('sudah kami terima'));
  });

  it('opens from the receipt without typing', async () => {
    const browser = await file(await aPortal());
    await browser.send('Lihat berkas saya');
    expect(browser.path).toBe('/berkas');
  });

  it('opens from the receipt also while strangers guess: whoever wrote it needs no secret', async () => {
    const portal = await aPortal();
    const browser = await file(portal);
    const { ticket, secret } = ticketOf(browser);
    for (let guess = 0; guess < 6; guess += 1) await track(portal.newBrowser(), ticket, '00000-00000');
    expect((await track(portal.newBrowser(), ticket, secret)).path).toBe('/lacak');
    await browser.open('/permohonan/tanda-terima');
    expect(browser.text).toContain(secret);
    await browser.send('Lihat berkas saya');
    expect(browser.path).toBe('/berkas');
  });

  it('closes after half an hour without a look, and says that nothing is lost', async () => {
    const { portal, browser } = await opened();
    portal.clock.advance(29 * 60_000);
    await browser.open('/berkas');
    expect(browser.status).toBe(200);
    portal.clock.advance(31 * 60_000);
    await browser.open('/berkas');
    expect(browser.status).toBe(403);
    expect(browser.heading).toBe('Sesi berakhir');
    expect(browser.text).toContain('Data Anda aman.');
  });

  it('is closed on request', async () => {
    const { browser } = await opened();
    await browser.send('Tutup berkas di HP ini');
    await browser.open('/berkas');
    expect(browser.status).toBe(403);
  });
});

describe('a wrong ticket or secret', () => {
  it('gets one answer, whichever of the two is wrong', async () => {
    const { portal, ticket } = await filed();
    const other = ticketOf(await file(await aPortal()));
    const normal = (browser: FormBrowser, typed: string) =>
      browser.html.replaceAll(typed, 'TIKET').replaceAll(/value="[^"]*"/g, '');
    const wrongSecret = await track(portal.newBrowser(), ticket, '00000-00000');
    // A ticket of another city is well formed and unknown here.
    const elsewhere = await aPortal();
    const unknownTicket = await track(elsewhere.newBrowser(), other.ticket, '00000-00000');
    expect(wrongSecret.status).toBe(422);
    expect(unknownTicket.status).toBe(422);
    expect(normal(wrongSecret, ticket)).toBe(normal(unknownTicket, other.ticket));
    expect(wrongSecret.text).toContain('Nomor tiket dan kode rahasia tidak cocok.');
  });

  it('keeps the ticket in the form and forgets the secret', async () => {
    const { portal, ticket } = await filed();
    const browser = await track(portal.newBrowser(), ticket, 'AAAAA-BBBBB');
    expect(browser.html).toContain(`value="${ticket}"`);
    expect(browser.html).not.toContain('AAAAA-BBBBB');
  });

  it('says when the number cannot be one, before anything is looked up', async () => {
    const portal = await aPortal();
    const browser = await track(portal.newBrowser(), 'ABCD', '');
    expect(browser.text).toContain('belum lengkap atau salah ketik');
  });
});

describe('a returned file', () => {
  it('names what is missing with the officer’s sentence', async () => {
    const { browser } = await returned();
    expect(browser.text).toContain('Perlu Anda lengkapi');
    expect(browser.text).toContain('Foto kartu keluarga terpotong.');
    await browser.follow('Lengkapi berkas');
    expect(browser.path).toBe('/berkas/lengkapi');
    expect(browser.text).toContain('Kartu keluarga Belum dikirim');
    expect(browser.text).not.toContain('KTP kepala keluarga');
  });

  it('is completed with just that, and goes back to where it was', async () => {
    const { portal, browser } = await returned();
    await browser.follow('Lengkapi berkas');
    await browser.follow('Kartu keluarga');
    await portal.upload(browser);
    await browser.follow('Lanjutkan');
    expect(browser.path).toBe('/berkas/lengkapi');
    await browser.send('Kirim kelengkapan', { familyCardNumber: '3574 0105 0590 9003' });
    expect(browser.path).toBe('/berkas');
    expect(browser.text).toContain('Kelengkapan sudah kami terima');
    expect(browser.text).toContain('Petugas loket sedang memeriksa berkas Anda.');
    expect(browser.text).not.toContain('Perlu Anda lengkapi');
  });

  it('keeps what was typed when it cannot be read', async () => {
    const { portal, browser } = await returned();
    await browser.open('/berkas/lengkapi/family-card');
    await portal.upload(browser);
    await browser.follow('Lanjutkan');
    expect(browser.text).toContain('Yang tersimpan sekarang: ');
    expect(browser.html).not.toContain(TYPED.card);
    await browser.send('Kirim kelengkapan', { familyCardNumber: '3574 01' });
    expect(browser.status).toBe(422);
    expect(browser.html).toContain('value="3574 01"');
    expect(browser.html).toContain('href="#familyCardNumber"');
  });

  it('asks for the scans first, so that nothing typed is lost on the way', async () => {
    const { browser } = await returned();
    await browser.open('/berkas/lengkapi');
    expect(browser.forms.map(({ button }) => button)).not.toContain('Kirim kelengkapan');
  });

  it('has nothing to complete when nothing is asked', async () => {
    const { browser } = await opened();
    await browser.open('/berkas/lengkapi');
    expect(browser.path).toBe('/berkas');
  });
});

describe('withdrawing', () => {
  it('is asked once, says what it means, and ends the case', async () => {
    const { browser } = await opened();
    await browser.follow('Batalkan permohonan');
    expect(browser.heading).toBe('Batalkan permohonan?');
    await browser.send('Batalkan permohonan', { alasan: 'Sudah dibantu keluarga.' });
    expect(browser.path).toBe('/berkas');
    expect(browser.text).toContain('Permohonan sudah dibatalkan');
    expect(browser.text).toContain('Selesai: dibatalkan atas permintaan Anda');
    await browser.open('/berkas/batalkan');
    expect(browser.status).toBe(409);
  });

  it('takes no more words than a page, and none that turn or break what stands around them', async () => {
    const { portal, browser } = await opened();
    await browser.follow('Batalkan permohonan');
    await browser.send('Batalkan permohonan', {
      alasan: `Batal \u202Etadi\u202C \u001b\r\n${'A'.repeat(90_000)}`,
    });
    expect(browser.path).toBe('/berkas');
    const { cases, events } = portal.platform.open(portal.tenant.id).table;
    const [record] = [...cases.values()];
    const withdrawn = [...events.values()].flat().find(({ body }) => body.type === 'interrupted')?.body;
    if (!record || withdrawn?.type !== 'interrupted' || !withdrawn.note)
      throw new Error('nothing was withdrawn');
    const { vault } = portal.portsOf(portal.tenant.id);
    const words = await caseSeal(vault, record.key, record.snapshot.id).openText('note', withdrawn.note);
    expect(words).toMatch(/^Batal tadi {2}\nA{980,}$/);
    expect(words).toHaveLength(1000);
  });
});
