import { describe, it } from 'vitest';
import { ANSWERS, SAVE } from './fixtures/a-citizen.ts';
import { aPortal } from './fixtures/a-portal.ts';

describe('dbg', () => {
  it('x', async () => {
    const portal = await aPortal();
    const b = portal.newBrowser();
    await b.request('POST', `${portal.host(portal.tenant.id)}/layanan/ultpk/ajukan`, new URLSearchParams());
    console.log(b.url, b.status, b.text.slice(0, 1500), portal.lines.slice(-2));
    for (const a of Object.values(ANSWERS)) {
      const p = Object.fromEntries(Object.entries(a).filter(([n]) => b.html.includes(`name="${n}"`)));
      await b.send(SAVE, p);
      console.log(b.url, b.status, b.text.slice(0, 900), portal.lines.slice(-2)[0]?.slice(0, 600));
    }
    while (b.path.startsWith('/permohonan/berkas/')) {
      await portal.upload(b);
      console.log(b.url, b.text.slice(0, 500));
      await b.follow('Lanjutkan');
    }
    console.log(b.url, b.text);
    await b.send('Kirim permohonan');
    console.log(b.url, b.text, portal.lines.slice(-2)[0]?.slice(0, 900));
    await b.send('Lihat berkas saya');
    console.log(b.url, b.text, portal.lines.slice(-2)[0]?.slice(0, 900));
  });
});
