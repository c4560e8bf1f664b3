import { pengaduan } from '@layan/standards/kota-kupang/pengaduan';
import type { FormBrowser } from '@layan/testing/form-browser';
import { describe, expect, it } from 'vitest';
import { ANSWERS, begin, file, fillIn, SAVE, ticketOf } from './fixtures/a-citizen.ts';
import { type APortal, aPortal } from './fixtures/a-portal.ts';
import { work } from './fixtures/an-officer.ts';
import { sendThrice } from './fixtures/sent-twice.ts';

const nothing = { cases: 0, events: 0, filings: 0, documents: 0, outbox: 0 };

const own = async (browser: FormBrowser): Promise<FormBrowser> => {
  const { ticket, secret } = ticketOf(browser);
  await browser.open('/lacak');
  return browser.send('Lihat berkas', { tiket: ticket, kode: secret });
};

const refused = async (portal: APortal) => {
  const browser = await own(await file(portal));
  await work(portal, { step: 'initial-verification', outcome: 'accept' });
  const note = 'Keluarga ini sudah memegang kartu yang berlaku.';
  await work(portal, { step: 'registration', outcome: 'already-holds-card', note });
  return browser.open('/berkas/keberatan');
};

interface Sent {
  readonly form: string;
  /** A browser on the page of the form. */
  readonly before: (portal: APortal) => Promise<FormBrowser>;
  readonly button: string;
  readonly filled?: Readonly<Record<string, string>>;
  readonly at: string;
  /** What the city keeps more of afterwards. */
  readonly keeps: Partial<typeof nothing>;
}

const sent: readonly Sent[] = [
  {
    form: 'an answer',
    before: begin,
    button: SAVE,
    filled: ANSWERS.applicant,
    at: '/permohonan/head',
    keeps: {},
  },
  {
    form: 'a claim',
    before: fillIn,
    button: 'Kirim permohonan',
    at: '/permohonan/tanda-terima',
    keeps: { cases: 1, outbox: 1 },
  },
  {
    form: 'what was missing',
    before: async (portal) => {
      const browser = await own(await file(portal));
      await work(portal, {
        step: 'initial-verification',
        outcome: 'return',
        note: 'Foto kartu keluarga terpotong.',
        missing: { requirements: ['family-card'], facts: ['familyCardNumber'] },
      });
      await browser.open('/berkas/lengkapi/family-card');
      await portal.upload(browser);
      return browser.open('/berkas/lengkapi');
    },
    button: 'Kirim kelengkapan',
    filled: { familyCardNumber: ANSWERS['family-card'].familyCardNumber },
    at: '/berkas',
    keeps: { outbox: 1 },
  },
  {
    form: 'a withdrawal',
    before: async (portal) => (await own(await file(portal))).open('/berkas/batalkan'),
    button: 'Batalkan permohonan',
    filled: { alasan: 'Sudah dibantu keluarga.' },
    at: '/berkas',
    keeps: { outbox: 1 },
  },
  {
    form: 'an objection',
    before: async (portal) => {
      const browser = await refused(portal);
      await browser.send('Mulai keberatan');
      await browser.send(SAVE, { objectionReason: 'Kartu itu milik keluarga lain yang serumah.' });
      return browser.open('/permohonan/periksa');
    },
    button: 'Kirim keberatan',
    at: '/permohonan/tanda-terima',
    keeps: { cases: 1, outbox: 1 },
  },
  {
    form: 'a request about one’s own data',
    before: async (portal) => (await own(await file(portal))).open('/berkas/hak'),
    button: 'Kirim permintaan',
    filled: { permintaan: 'access', penjelasan: 'Semua' },
    at: '/berkas/hak',
    keeps: {},
  },
];

describe('a form that is sent twice at once, and once more when its answer was lost', () => {
  it.each(sent)(
    'is done once and leads to one page: $form',
    async ({ before, button, filled, at, keeps }) => {
      const portal = await aPortal();
      const browser = await before(portal);
      const { landed, once, later } = await sendThrice(portal, browser, button, filled);
      const [first] = landed;
      expect(first).toMatchObject({ path: at, status: 200 });
      expect(landed).toEqual([first, first, first]);
      expect(once).toEqual({ ...nothing, ...keeps, events: once.events });
      expect(once.events > 0).toBe((keeps.outbox ?? 0) > 0);
      expect(later).toEqual(nothing);
    },
  );

  it('shows one receipt: the same ticket and the same secret', async () => {
    const portal = await aPortal();
    const browser = await fillIn(portal);
    const second = portal.newBrowser();
    Object.assign(second, { url: browser.url, html: browser.html });
    for (const [name, value] of browser.cookies) second.cookies.set(name, value);
    await Promise.all([browser.send('Kirim permohonan'), second.send('Kirim permohonan')]);
    expect(ticketOf(browser).ticket).not.toBe('');
    expect(ticketOf(second)).toEqual(ticketOf(browser));
  });

  it('asks about one’s own data once', async () => {
    const portal = await aPortal();
    const browser = await (await own(await file(portal))).open('/berkas/hak');
    await sendThrice(portal, browser, 'Kirim permintaan', { permintaan: 'access', penjelasan: 'Semua' });
    const { requests } = portal.portsOf(portal.tenant.id);
    const listed = await requests.list({ agency: portal.standard.agency, settled: false, limit: 9 });
    expect(listed.rows).toHaveLength(1);
  });

  // Of whoever begins a claim nothing is known yet: what a second tap leaves is empty, nobody's, and gone after thirty days.
  it.each([
    [
      'a claim',
      'Ajukan sekarang',
      (portal: APortal) => portal.newBrowser().open(`/layanan/${portal.standard.id}`),
    ],
    ['an objection', 'Mulai keberatan', refused],
  ])('begins %s on one page, and leaves no more than an empty filing', async (_what, button, before) => {
    const portal = await aPortal();
    const { landed, once, later } = await sendThrice(portal, await before(portal), button);
    const [first] = landed;
    expect(landed).toEqual([first, first, first]);
    expect({ ...once, filings: 0 }).toEqual(nothing);
    expect({ ...later, filings: 0 }).toEqual(nothing);
  });

  it('keeps a complainant unknown who wishes it, once', async () => {
    const portal = await aPortal({ standard: pengaduan });
    const browser = await begin(portal);
    await browser.open('/permohonan/kerahasiaan');
    const { landed, once, later } = await sendThrice(portal, browser, SAVE, {
      'tanpa-nama': 'ya',
      rahasia: 'tidak',
    });
    const [first] = landed;
    expect(first?.status).toBe(200);
    expect(first?.path).not.toBe('/permohonan/kerahasiaan');
    expect(landed).toEqual([first, first, first]);
    expect([once, later]).toEqual([nothing, nothing]);
  });

  it('takes a scan out once', async () => {
    const portal = await aPortal();
    const browser = await fillIn(portal);
    await browser.open('/permohonan/berkas/head-id-card');
    const { landed, once, later } = await sendThrice(portal, browser, 'Hapus dan kirim foto lain');
    const [first] = landed;
    expect(first).toMatchObject({ path: '/permohonan/berkas/head-id-card', status: 200 });
    expect(landed).toEqual([first, first, first]);
    // Each page that takes a scan expects one; what is never sent is never asked for.
    expect({ ...once, documents: 0 }).toEqual(nothing);
    expect({ ...later, documents: 0 }).toEqual(nothing);
    const [filing] = portal.platform.open(portal.tenant.id).table.filings.values();
    expect(filing?.filing.dropped).toHaveLength(1);
  });
});
