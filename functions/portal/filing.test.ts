import { inspect } from 'node:util';
import { makeGetFiling } from '@layan/application/filing/get-filing';
import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  answerQuestions,
  begin,
  file,
  fillIn,
  SAVE,
  sendScans,
  TYPED,
  ticketOf,
} from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';

const applicant = ANSWERS.applicant;

describe('filing without JavaScript', () => {
  it('goes from the standard to the receipt by links and forms alone', async () => {
    const portal = await aPortal();
    const browser = await file(portal);
    expect(browser.path).toBe('/permohonan/tanda-terima');
    expect(browser.heading).toBe('Permohonan Anda sudah terkirim');
    const { ticket, secret } = ticketOf(browser);
    expect(ticket).toMatch(/^\w{4}-\w{4}-\w$/);
    expect(secret).toMatch(/^\w{5}-\w{5}$/);
    expect(browser.text).toContain('Rabu, 4 Februari 2026, 09.00 WIB');
    expect(browser.text).toContain('3 hari kerja');
    expect(browser.text).toContain('Petugas loket sedang memeriksa berkas Anda.');
  });

  it('shows every answer once more before anything is sent', async () => {
    const browser = await fillIn(await aPortal());
    expect(browser.path).toBe('/permohonan/periksa');
    for (const shown of [TYPED.name, '3574 0145 0590 9002', TYPED.address, 'Kelurahan Kanigaran']) {
      expect(browser.text).toContain(shown);
    }
    expect(browser.text).not.toContain('Mengapa belum punya NIK?');
  });

  it('lets an answer be changed from the summary, and comes back to it', async () => {
    const browser = await fillIn(await aPortal());
    await browser.open('/permohonan/applicant');
    await browser.send(SAVE, { applicantName: 'Warga Uji Dua' });
    await browser.open('/permohonan/periksa');
    expect(browser.text).toContain('Warga Uji Dua');
    expect(browser.form('Kirim permohonan').action).toBe('/permohonan/kirim');
  });

  it('is left at any time and taken up where it was', async () => {
    const portal = await aPortal();
    const browser = await begin(portal);
    await browser.send(SAVE, applicant);
    await browser.open('/');
    expect(browser.text).toContain('Permohonan Anda belum dikirim');
    await browser.follow('Lanjutkan permohonan');
    expect(browser.path).toBe('/permohonan/head');
    await browser.open('/permohonan/applicant');
    expect(browser.html).toContain(`value="${TYPED.name}"`);
  });

  it('begins once when the button is pressed twice, and anew only when asked to', async () => {
    const portal = await aPortal();
    const browser = await begin(portal);
    await browser.send(SAVE, applicant);
    const before = browser.cookies.get('__Host-permohonan');
    await browser.request('POST', '/layanan/ultpk/ajukan', new URLSearchParams());
    expect(browser.path).toBe('/permohonan/head');
    expect(browser.cookies.get('__Host-permohonan')).toBe(before);
    await browser.open('/layanan/ultpk');
    await browser.send('Mulai dari awal');
    expect(browser.path).toBe('/permohonan/applicant');
    expect(browser.html).not.toContain(TYPED.name);
  });
});

describe('a page that cannot be read', () => {
  it('comes back with what was typed, where to put it right, and nothing lost', async () => {
    const browser = await begin(await aPortal());
    await browser.send(SAVE, applicant);
    await browser.send(SAVE, { nikStatus: 'have', nik: '3574 0145 05' });
    expect(browser.status).toBe(422);
    expect(browser.path).toBe('/permohonan/head');
    expect(browser.html).toContain('value="3574 0145 05"');
    expect(browser.html).toMatch(/<div class="problems" role="alert" tabindex="-1" autofocus/);
    expect(browser.html).toContain('href="#nik"');
    expect(browser.html).toMatch(/<title>Perlu diperbaiki: /);
    expect(browser.html).toMatch(/id="nik"[^>]*aria-describedby="[^"]*nik-masalah"[^>]*aria-invalid="true"/);
    expect(browser.text).toContain('Yang sudah Anda isi tidak hilang.');
    await browser.open('/');
    await browser.open('/permohonan/head');
    expect(browser.html).toContain('value="3574 0145 05"');
  });

  it('says which question each problem is about', async () => {
    const browser = await begin(await aPortal());
    await browser.send(SAVE);
    expect(browser.text).toContain('Nama lengkap pemohon: ');
    expect(browser.text).toContain('Hubungan dengan kepala keluarga: ');
  });

  it('does not scold on the first visit', async () => {
    const browser = await begin(await aPortal());
    expect(browser.html).not.toContain('class="problems"');
  });

  it('keeps a person from sending before all is there, and says what is open', async () => {
    const portal = await aPortal();
    const browser = await begin(portal);
    await browser.send(SAVE, applicant);
    await browser.open('/permohonan/periksa');
    expect(browser.forms.map(({ button }) => button)).not.toContain('Kirim permohonan');
    const guard = browser.form('Hapus permohonan ini dari HP').values;
    await browser.request('POST', '/permohonan/kirim', new URLSearchParams([...guard]));
    expect(browser.status).toBe(422);
    expect(browser.text).toContain('Masih ada yang perlu dilengkapi');
    await browser.follow('Lengkapi “Kepala keluarga”');
    expect(browser.path).toBe('/permohonan/head');
  });
});

describe('a question that hangs on another', () => {
  it('says on the page when it is to be answered', async () => {
    const browser = await begin(await aPortal());
    await browser.send(SAVE, applicant);
    expect(browser.text).toContain('Isi bila “Apakah kepala keluarga punya NIK?” dijawab “Punya”.');
    expect(browser.html).toContain('data-on="nikStatus" data-answers="[&quot;have&quot;]"');
  });

  it('takes the scan away that goes with it', async () => {
    const portal = await aPortal();
    const browser = await begin(portal);
    const noCard = {
      ...ANSWERS,
      'family-card': { familyCardStatus: 'noneYet', familyCardNoneReason: 'inProgress' },
    };
    for (const answers of Object.values(noCard)) {
      const asked = Object.entries(answers).filter(([name]) => browser.html.includes(`name="${name}"`));
      await browser.send(SAVE, Object.fromEntries(asked));
    }
    await sendScans(portal, browser);
    expect(browser.path).toBe('/permohonan/periksa');
    expect(browser.text).toContain('KTP kepala keluarga ✓ Sudah diterima');
    expect(browser.text).not.toContain('Kartu keluarga ✓');
  });
});

describe('the same filing in two tabs', () => {
  it('shows what the other tab saved and keeps what was typed here', async () => {
    const browser = await begin(await aPortal());
    const stale = new URLSearchParams([...browser.form(SAVE).values]);
    await browser.send(SAVE, applicant);
    stale.set('applicantName', 'Warga Uji Tiga');
    stale.set('relationToHead', 'self');
    await browser.request('POST', '/permohonan/applicant', stale);
    expect(browser.status).toBe(409);
    expect(browser.text).toContain('Halaman ini baru saja diubah di tempat lain');
    expect(browser.text).toContain(TYPED.name);
    expect(browser.html).toContain('value="Warga Uji Tiga"');
    await browser.send(SAVE);
    expect(browser.path).toBe('/permohonan/head');
    await browser.open('/permohonan/applicant');
    expect(browser.html).toContain('value="Warga Uji Tiga"');
  });

  it('takes the same answers sent twice without a word', async () => {
    const browser = await begin(await aPortal());
    const twice = new URLSearchParams([...browser.form(SAVE).values, ...Object.entries(applicant)]);
    await browser.request('POST', '/permohonan/applicant', twice);
    await browser.request('POST', '/permohonan/applicant', twice);
    expect(browser.status).toBe(200);
    expect(browser.path).toBe('/permohonan/head');
  });
});

describe('sending', () => {
  it('files once when the form is sent twice, and answers the same receipt', async () => {
    const portal = await aPortal();
    const browser = await fillIn(portal);
    const form = new URLSearchParams([...browser.form('Kirim permohonan').values]);
    await browser.request('POST', '/permohonan/kirim', form);
    const first = ticketOf(browser);
    await browser.request('POST', '/permohonan/kirim', form);
    expect(ticketOf(browser)).toEqual(first);
    expect(portal.platform.open(portal.tenant.id).table.cases.size).toBe(1);
  });

  it('leaves only the receipt afterwards', async () => {
    const browser = await file(await aPortal());
    await browser.open('/permohonan/applicant');
    expect(browser.path).toBe('/permohonan/tanda-terima');
    await browser.open('/');
    expect(browser.text).not.toContain('Permohonan Anda belum dikirim');
  });

  it('is forgotten by the phone on request', async () => {
    const portal = await aPortal();
    const browser = await file(portal);
    const copied = Object.assign(portal.newBrowser(), { cookies: new Map(browser.cookies) });
    await browser.send('Hapus tanda terima dari HP ini');
    for (const left of [browser, copied]) {
      await left.open('/permohonan/tanda-terima');
      expect(left.status).toBe(403);
      expect(left.heading).toBe('Sesi berakhir');
    }
  });

  it('keeps no personal answer in clear where it is stored', async () => {
    const portal = await aPortal();
    await file(portal);
    const kept = inspect(portal.platform.open(portal.tenant.id).table, {
      depth: null,
      maxStringLength: null,
    });
    expect(kept).toContain('35.74.04.1003');
    for (const personal of [TYPED.nik, TYPED.card, TYPED.name, TYPED.address])
      expect(kept).not.toContain(personal);
  });
});

describe('the session of a filing', () => {
  it('opens nothing for another browser, another tenant or an altered cookie', async () => {
    const portal = await aPortal();
    const browser = await answerQuestions(await begin(portal));
    const session = browser.cookies.get('__Host-permohonan') ?? '';
    const ports = portal.portsOf(portal.tenant.id);
    expect((await makeGetFiling(ports)({ session })).ok).toBe(true);
    const stranger = portal.newBrowser();
    await stranger.open('/permohonan/applicant');
    expect(stranger.status).toBe(403);
    stranger.cookies.set('__Host-permohonan', `${session.slice(0, -2)}xx`);
    await stranger.open('/permohonan/applicant');
    expect(stranger.status).toBe(403);
    expect(stranger.html).not.toContain(TYPED.name);
  });

  it('never travels in an address', async () => {
    const portal = await aPortal();
    const browser = await file(portal);
    const session = browser.cookies.get('__Host-permohonan') ?? '-';
    const urls = browser.requests.map(({ url }) => decodeURIComponent(url)).join('\n');
    expect(urls).not.toContain(session.split('.')[1]);
    for (const personal of Object.values(TYPED)) expect(urls).not.toContain(personal);
    const { ticket, secret } = ticketOf(browser);
    expect(urls).not.toContain(ticket);
    expect(urls).not.toContain(secret);
  });
});
