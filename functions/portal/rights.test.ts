// The rights over one's own data on the portal: what is told before, who looked, what is asked and fetched.
import { makeAnswerRequest } from '@layan/application/privacy/answer-request';
import { makeListRequests } from '@layan/application/privacy/list-requests';
import { makeChangePrivacyTerms } from '@layan/application/privacy/privacy-terms';
import { officerRole } from '@layan/domain/case/authority';
import { usualTerms } from '@layan/domain/privacy/terms';
import { aMember } from '@layan/testing/builders/a-tenant';
import { describe, expect, it } from 'vitest';
import { file, TYPED, ticketOf } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';

async function scene() {
  const portal = await aPortal();
  const ports = portal.portsOf(portal.tenant.id);
  const officer = aMember(31, { agency: portal.standard.agency, roles: [officerRole] });
  const browser = await file(portal);
  const { ticket, secret } = ticketOf(browser);
  await browser.open('/lacak');
  await browser.send('Lihat berkas', { tiket: ticket, kode: secret });
  const grant = async () => {
    const listed = await makeListRequests(ports)({ member: officer });
    const [first] = listed.ok ? listed.value.open : [];
    if (!first) throw new Error('nothing was asked');
    await makeAnswerRequest(ports)({
      ...{ member: officer, request: first.id, answer: 'grant', revision: first.revision },
      note: 'Silakan unduh salinan Anda.',
    });
    return first;
  };
  const state = (terms: Partial<typeof usualTerms>) =>
    makeChangePrivacyTerms(ports)({ member: officer, version: 0, terms: { ...usualTerms, ...terms } });
  return { portal, ports, officer, browser, ticket, secret, grant, state };
}

describe('the own rights', () => {
  it('are reached from the own file; a copy is asked for, granted and saved', async () => {
    const { browser, grant } = await scene();
    await browser.follow('Hak Anda atas data pribadi');
    expect(browser.html).toContain('Belum ada petugas yang membuka data Anda');
    await browser.send('Kirim permintaan', { permintaan: 'access', penjelasan: '<b>Semua</b>' });
    expect(browser.html).toContain('Permintaan Anda sudah kami terima');
    expect(browser.html).toContain('menunggu jawaban, sisa 3 hari');
    const { ticket } = await grant();
    await browser.open('/berkas/hak');
    expect(browser.html).toContain('Silakan unduh salinan Anda.');

    await browser.open(`/berkas/hak/salinan/${ticket}/halaman`);
    expect(browser.headers.get('content-disposition')).toBe(
      `attachment; filename="salinan-data-${ticket.toLowerCase()}.html"`,
    );
    expect(browser.headers.get('cache-control')).toBe('no-store');
    expect(browser.html).toContain(TYPED.name);
    await browser.open(`/berkas/hak/salinan/${ticket}/data`);
    expect(JSON.parse(browser.html)).toMatchObject({ cases: [{ service: expect.any(String) }] });
  });

  it('ask what is wanted before anything is sent, and send the same thing once', async () => {
    const { browser, ports, officer } = await scene();
    await browser.open('/berkas/hak');
    await browser.send('Kirim permintaan', { penjelasan: 'NIK saya keliru' });
    expect(browser.status).toBe(422);
    expect(browser.html).toContain('NIK saya keliru');
    for (let times = 0; times < 2; times += 1) {
      await browser.open('/berkas/hak');
      await browser.send('Kirim permintaan', { permintaan: 'correction', penjelasan: 'NIK saya keliru' });
      expect(browser.html).toContain('Permintaan Anda sudah kami terima');
    }
    const listed = await makeListRequests(ports)({ member: officer });
    expect(listed.ok && listed.value.open).toHaveLength(1);
  });

  it('open to nobody without the session of the case', async () => {
    const { portal, browser, grant } = await scene();
    await browser.open('/berkas/hak');
    await browser.send('Kirim permintaan', { permintaan: 'access' });
    const { ticket } = await grant();
    const stranger = portal.newBrowser();
    for (const path of ['/berkas/hak', `/berkas/hak/salinan/${ticket}/halaman`]) {
      await stranger.open(path);
      expect(stranger.status).toBe(403);
      expect(stranger.html).not.toContain(TYPED.name);
    }
    await browser.open('/berkas/hak/salinan/AAAA-AAAA-A/halaman');
    expect(browser.status).toBe(404);
  });
});

describe('the privacy notice of a service', () => {
  it('says who, why, what and how long; its version is kept with the case and stays readable', async () => {
    const { portal, browser, state, ports } = await scene();
    const notice = `/layanan/${portal.standard.id}/data-pribadi`;
    await browser.open(`/layanan/${portal.standard.id}`);
    await browser.follow('Cara kami menjaga data Anda');
    expect(browser.path).toBe(notice);
    for (const said of ['Versi 1.0', 'Pasal 20 ayat (2) huruf e', '5 tahun sejak selesai', '3 kali 24 jam'])
      expect(browser.html).toContain(said);
    const officer = { name: 'Pejabat Uji Satu', contact: 'ppdp@contoh.example' };
    expect(await state({ officer, retention: { months: { case: 120 }, services: {} } })).toMatchObject({
      ok: true,
    });

    await browser.open(notice);
    for (const said of ['Versi 1.1', 'Pejabat Uji Satu', '10 tahun sejak selesai'])
      expect(browser.html).toContain(said);
    await browser.open(`${notice}/1.0`);
    expect(browser.html).toContain('Ini versi lama');
    expect(browser.html).toContain('5 tahun sejak selesai');
    expect(browser.html).not.toContain('Pejabat Uji Satu');

    const [record] = [...portal.platform.open(portal.tenant.id).table.cases.values()];
    const found = record && (await ports.cases.findFile(record.snapshot.id));
    expect(found?.events[0]?.body).toMatchObject({ type: 'caseFiled', terms: 0 });
  });

  it.each(['9.0', '1.7', '0.0', 'x', '1'])('of version %s is not there', async (version) => {
    const { portal, browser } = await scene();
    await browser.open(`/layanan/${portal.standard.id}/data-pribadi/${version}`);
    expect(browser.status).toBe(404);
  });
});
