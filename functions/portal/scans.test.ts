import { describe, expect, it } from 'vitest';
import { answerQuestions, begin } from './fixtures/a-citizen.ts';
import { A_PICTURE, aPortal } from './fixtures/a-portal.ts';

const atFirstScan = async () => {
  const portal = await aPortal();
  return { portal, browser: await answerQuestions(await begin(portal)) };
};

describe('sending a scan', () => {
  it('goes straight to object storage with an ordinary form that names its limits', async () => {
    const { browser } = await atFirstScan();
    expect(browser.path).toBe('/permohonan/berkas/head-id-card');
    const form = browser.forms.find(({ multipart }) => multipart);
    expect(form?.action).toBe('https://documents.example/');
    expect(form?.values.get('success_action_redirect')).toMatch(
      /^https:\/\/kota-contoh\.layan\.example\/permohonan\/berkas\/head-id-card\/diperiksa\/[0-9a-z]{26}$/,
    );
    expect(browser.text).toContain('paling besar 8 MB');
    // The file comes last: what follows it in the form is not part of what was signed.
    expect(browser.html).toMatch(/name="success_action_redirect".*name="file"/s);
  });

  it('lets forms of that page, and of no other, go there', async () => {
    const { browser } = await atFirstScan();
    expect(browser.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://documents.example;",
    );
    await browser.open('/permohonan/applicant');
    expect(browser.headers.get('content-security-policy')).toContain("form-action 'self';");
  });

  it('waits for the check without JavaScript, and leads on by itself', async () => {
    const { portal, browser } = await atFirstScan();
    await portal.upload(browser, A_PICTURE, { checked: false });
    expect(browser.heading).toBe('Foto sedang diperiksa');
    const again =
      /<noscript><meta http-equiv="refresh" content="3;url=([^"]+)"/.exec(browser.html)?.[1] ?? '';
    expect(again).toMatch(/\?ke=1$/);
    await browser.open(again);
    expect(browser.html).toContain('?ke=2');
  });

  it('does not keep what object storage adds to the address', async () => {
    const { portal, browser } = await atFirstScan();
    await portal.upload(browser, A_PICTURE, { checked: false });
    expect(browser.url).not.toContain('key=');
    expect(browser.url).not.toContain('incoming');
  });

  it('offers to send again when the check takes too long', async () => {
    const { portal, browser } = await atFirstScan();
    await portal.upload(browser, A_PICTURE, { checked: false });
    await browser.open(`${browser.path}?ke=20`);
    expect(browser.html).not.toContain('http-equiv="refresh"');
    await browser.follow('Kirim foto sekali lagi');
    expect(browser.path).toBe('/permohonan/berkas/head-id-card');
  });

  it('says what to do when the scan cannot be used, and loses nothing', async () => {
    const { portal, browser } = await atFirstScan();
    await portal.upload(browser, Buffer.from('<svg onload="alert(1)"/>'));
    expect(browser.path).toBe('/permohonan/berkas/head-id-card');
    expect(browser.text).toContain('Foto belum bisa dipakai');
    expect(browser.text).toContain('Kirim foto JPG, PNG, atau PDF.');
    expect(browser.text).toContain('Data lain sudah tersimpan.');
    await portal.upload(browser);
    expect(browser.text).toContain('Sudah kami terima');
    expect(browser.text).not.toContain('Foto belum bisa dipakai');
  });

  it('can be taken out and sent anew', async () => {
    const { portal, browser } = await atFirstScan();
    await portal.upload(browser);
    await browser.send('Hapus dan kirim foto lain');
    expect(browser.text).not.toContain('Sudah kami terima');
    expect(browser.forms.some(({ multipart }) => multipart)).toBe(true);
  });

  it('takes more than one picture of the same thing', async () => {
    const { portal, browser } = await atFirstScan();
    await portal.upload(browser);
    await browser.follow('Tambah foto, misalnya sisi belakang');
    await portal.upload(browser);
    expect(browser.text).toContain('Sudah kami terima');
  });

  it.each([
    ['a requirement nobody has', '/permohonan/berkas/passport'],
    ['a scan that is not of this filing', `/permohonan/berkas/head-id-card/diperiksa/${'0'.repeat(26)}`],
  ])('answers alike for %s', async (_what, path) => {
    const { browser } = await atFirstScan();
    await browser.open(path);
    expect(browser.status).toBe(404);
    expect(browser.heading).toBe('Halaman tidak ditemukan');
  });
});
