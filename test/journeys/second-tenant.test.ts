import { adminApi } from '@layan/contract/admin-api';
import { staffApi } from '@layan/contract/staff-api';
import { createCaller, exchange } from '@layan/infra/local/seed/call';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { forget, quiet } from '../errands.ts';
import { citizen } from '../people/citizen.ts';
import { openByTicket, signIn as signInAtConsole } from '../people/clerk.ts';
import { identity } from '../people/identities.ts';
import { aPhoto } from '../people/scan.ts';
import { tokenByDemo, tokenByInvitation } from '../people/tokens.ts';

const port = inject('port');
const slug = 'kota-tegal';
const agency = 'dinsos-tegal';
const managerMail = 'manajer@tegal.example';
let browser: Browser;

const tenant = {
  id: slug,
  name: 'Kota Tegal',
  governmentName: 'Pemerintah Kota Tegal',
  region: '33.76',
  zone: 'Asia/Jakarta' as const,
  agencies: [
    {
      id: agency,
      name: 'Dinas Sosial',
      shortName: 'Dinsos',
      address: 'Jalan Contoh 1',
    },
  ],
  branding: { accent: '#7a1f3d' },
  firstManager: { name: 'Manajer Uji', email: managerMail, agency },
};

/** The same service as another agency would adopt it: its own name, and one reading told differently. */
const adopted = {
  ...ultpk,
  agency,
  shortTitle: 'Layanan uji Tegal',
  summary: 'Untuk keluarga yang kesulitan ekonomi.',
  readings: ultpk.readings.map((reading, at) =>
    at === 0 ? { ...reading, why: `${reading.why} Disesuaikan.` } : reading,
  ),
};

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a second tenant', () => {
  it('is created through the Admin API, each step of its provisioning in sight', async () => {
    const admin = createCaller(port, await tokenByDemo(port, 'admin', 'pusat@layan.example'));
    const created = await admin(adminApi.createTenant, { body: tenant });
    expect(created.provisioning.steps.map(({ step }) => step)).toEqual([
      'stack',
      'keys',
      'profile',
      'identity',
      'manager',
    ]);
    await expect
      .poll(
        async () => (await admin(adminApi.getTenant, { params: { tenantId: slug } })).provisioning.state,
        { timeout: 60_000 },
      )
      .toBe('done');
    expect((await admin(adminApi.createTenant, { body: tenant })).id).toBe(slug);
    const other = { ...tenant, name: 'Kota Lain' };
    await expect(admin(adminApi.createTenant, { body: other })).rejects.toMatchObject({
      problem: { code: 'tenant-exists' },
    });
  });

  it('refuses a tenant whose level does not fit its region, and says where', async () => {
    const admin = createCaller(port, await tokenByDemo(port, 'admin', 'pusat@layan.example'));
    const wrong = { ...tenant, id: 'kab-tegal' };
    await expect(admin(adminApi.createTenant, { body: wrong })).rejects.toMatchObject({
      problem: { code: 'tenant-invalid', problems: [{ code: 'level-mismatch' }] },
    });
  });

  it('is no business of staff, as tenants are no business of central admins', async () => {
    const clerk = createCaller(port, await tokenByDemo(port, 'staff', 'loket@probolinggo.example'));
    await expect(clerk(adminApi.listTenants)).rejects.toMatchObject({ problem: { code: 'token-invalid' } });
    const admin = createCaller(port, await tokenByDemo(port, 'admin', 'pusat@layan.example'));
    await expect(admin(staffApi.whoAmI)).rejects.toMatchObject({ problem: { code: 'token-invalid' } });
  });

  it('is taken over by its manager, who came by the invitation, and publishes an edited copy of the standard', async () => {
    const manager = createCaller(port, await tokenByInvitation(port, managerMail));
    const draft = await manager(staffApi.saveDraft, { body: { standard: adopted } });
    await expect(
      manager(staffApi.publishStandard, {
        params: { standardId: draft.standard.id, version: draft.version },
        body: { hash: draft.hash },
      }),
    ).rejects.toMatchObject({ problem: { code: 'not-ready' } });
    for (const readingId of draft.unconfirmed) {
      await manager(staffApi.confirmReading, {
        params: { standardId: draft.standard.id, version: draft.version, readingId },
      });
    }
    const published = await manager(staffApi.publishStandard, {
      params: { standardId: draft.standard.id, version: draft.version },
      body: { hash: draft.hash },
    });
    expect(published.state).toBe('published');
  });

  it('serves its own citizens under its own name', async () => {
    const portal = `http://${slug}.localhost:${port}/`;
    const page = await (await openContext(browser, { viewport: phone, javaScript: false })).newPage();
    await page.goto(portal);
    const text = await page.locator('body').innerText();
    expect(text).toContain('Pemerintah Kota Tegal');
    expect(text).toContain('Layanan uji Tegal');
    expect(text).not.toContain('Probolinggo');
  });

  it('and the first tenant see nothing of each other', async () => {
    const probolinggo = `http://kota-probolinggo.localhost:${port}/`;
    const warga = citizen(await (await openContext(browser, { viewport: phone })).newPage(), probolinggo);
    const receipt = await warga.file(identity(30), aPhoto);
    const elsewhere = citizen(
      await (await openContext(browser, { viewport: phone })).newPage(),
      `http://${slug}.localhost:${port}/`,
    );
    expect(await elsewhere.track(receipt)).not.toContain('Petugas loket');

    const clerk = await signInAtConsole(
      await openContext(browser),
      `http://console.localhost:${port}`,
      'Petugas Loket',
    );
    await openByTicket(clerk, receipt.ticket);
    const caseId = /berkas\/([0-9a-z]+)/.exec(clerk.url())?.[1] ?? '';
    const manager = createCaller(port, await tokenByInvitation(port, managerMail));
    const foreign = await manager(staffApi.getCase, { params: { caseId } }).catch((error: unknown) => error);
    const unknown = await manager(staffApi.getCase, { params: { caseId: '0'.repeat(26) } }).catch(
      (error: unknown) => error,
    );
    expect(withoutReference(foreign)).toEqual(withoutReference(unknown));
  });

  it('closes when it is suspended and opens when it is resumed, with nothing lost', async () => {
    const admin = createCaller(port, await tokenByDemo(port, 'admin', 'pusat@layan.example'));
    const params = { tenantId: slug };
    const home = () => exchange({ port, host: `${slug}.localhost:${port}`, method: 'GET', path: '/' });
    const { revision } = await admin(adminApi.getTenant, { params });
    const suspended = await admin(adminApi.suspendTenant, { params, body: { revision } });
    expect(suspended.state).toBe('suspended');
    // The portal remembers for a quarter of a minute that the doors were open.
    await quiet(port);
    await forget(port);
    await expect.poll(async () => (await home()).status, { timeout: 90_000, interval: 1000 }).toBe(503);
    await admin(adminApi.resumeTenant, { params, body: { revision: suspended.revision } });
    await quiet(port);
    await forget(port);
    await expect.poll(async () => (await home()).status, { timeout: 90_000, interval: 1000 }).toBe(200);
    expect((await home()).text).toContain('Layanan uji Tegal');
  });

  it('is told from a host that no tenant has', async () => {
    const answer = await exchange({
      port,
      host: `kota-tidak-ada.localhost:${port}`,
      method: 'GET',
      path: '/',
    });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('Tegal');
  });
});

function withoutReference(error: unknown): unknown {
  if (!(error instanceof Error) || !('problem' in error))
    throw new Error('an answer came instead of a problem');
  return { ...Object(error.problem), reference: undefined };
}
