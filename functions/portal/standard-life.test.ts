// What citizens see of the life of a standard: a draft they are asked about, and a service that was taken away.
import { makeConsultStandard } from '@layan/application/standard/consult-standard';
import { makeSaveDraft } from '@layan/application/standard/save-draft';
import { makeWithdrawStandard } from '@layan/application/standard/withdraw-standard';
import { aMember } from '@layan/testing/builders/a-tenant';
import { describe, expect, it } from 'vitest';
import { fillIn } from './fixtures/a-citizen.ts';
import { type APortal, aPortal } from './fixtures/a-portal.ts';

const member = (portal: APortal) => aMember(6, { agency: portal.standard.agency, roles: ['serviceManager'] });

const consulted = async (until: string) => {
  const portal = await aPortal();
  const ports = portal.portsOf(portal.tenant.id);
  const document = { ...portal.standard, summary: 'Ringkasan yang baru.', complaints: portal.standard.id };
  const draft = await makeSaveDraft(ports)({ member: member(portal), document });
  if (!draft.ok) throw new Error(draft.error.code);
  const { version, hash } = draft.value.version;
  const own = { member: member(portal), standard: portal.standard.id, version, hash };
  const asked = await makeConsultStandard(ports)({ ...own, from: '2026-02-04', until });
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  return portal;
};

const withdrawn = async (portal: APortal) => {
  const ports = portal.portsOf(portal.tenant.id);
  const known = (await ports.standards.list())[0]?.published;
  if (!known) throw new Error('nothing is published');
  const own = { member: member(portal), standard: known.id, version: known.version, hash: known.hash };
  const gone = await makeWithdrawStandard(ports)({ ...own, reason: 'Dialihkan ke dinas lain.' });
  if (!gone.ok) throw new Error(gone.error.code);
};

describe('a draft before the public', () => {
  it('is announced with its last day, and shown whole as what is not in force', async () => {
    const portal = await consulted('2026-02-18');
    const browser = portal.newBrowser();
    await browser.open('/');
    expect(browser.text).toContain('masukan ditunggu sampai Rabu, 18 Februari 2026');
    await browser.open(`/layanan/${portal.standard.id}/rancangan`);
    expect(browser.status).toBe(200);
    expect(browser.html.match(/<h1\b/g)).toHaveLength(1);
    expect(browser.text).toContain('Rancangan. Belum berlaku.');
    const [sentence] = portal.standard.components[0]?.sentences ?? [];
    expect(browser.text).toContain(sentence?.text.slice(0, 30));
    expect(browser.html).toContain(`href="/layanan/${portal.standard.id}">Kirim masukan`);
  });

  it('leaves the service in force as it is', async () => {
    const portal = await consulted('2026-02-18');
    const browser = portal.newBrowser();
    await browser.open(`/layanan/${portal.standard.id}`);
    expect(browser.text).not.toContain('Ringkasan yang baru.');
    expect(browser.html).toContain(`href="/layanan/${portal.standard.id}/rancangan"`);
  });

  it('takes no more remarks after its last day', async () => {
    const portal = await consulted('2026-02-05');
    portal.clock.advance(5 * 86_400_000);
    const browser = portal.newBrowser();
    await browser.open('/');
    expect(browser.text).not.toContain('masukan ditunggu');
    await browser.open(`/layanan/${portal.standard.id}/rancangan`);
    expect(browser.html).not.toContain('Kirim masukan');
  });

  it('is none where nobody is asked', async () => {
    const portal = await aPortal();
    const browser = portal.newBrowser();
    await browser.open(`/layanan/${portal.standard.id}/rancangan`);
    expect(browser.status).toBe(404);
  });
});

describe('a service that was taken away', () => {
  it('says so and since when, and is offered no more', async () => {
    const portal = await aPortal();
    await withdrawn(portal);
    const browser = portal.newBrowser();
    await browser.open(`/layanan/${portal.standard.id}`);
    expect(browser.status).toBe(410);
    expect(browser.text).toContain('tidak menerima permohonan baru sejak Rabu, 4 Februari 2026');
    expect(browser.text).toContain('Dialihkan ke dinas lain.');
    await browser.open('/');
    expect(browser.html).not.toContain(`/layanan/${portal.standard.id}"`);
  });

  it('takes no filing that was begun before', async () => {
    const portal = await aPortal();
    const browser = await fillIn(portal);
    await withdrawn(portal);
    await browser.open('/permohonan/periksa');
    await browser.send('Kirim permohonan');
    expect(browser.status).toBe(410);
    expect(browser.text).toContain('Layanan ini sudah ditarik');
  });
});
