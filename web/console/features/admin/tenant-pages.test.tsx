// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { aLeaving, aTenantView } from '../../fixtures/a-tenant.ts';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { AdminApp } from './admin-app.tsx';

afterEach(cleanup);
beforeEach(() => sessionStorage.clear());

const open = (place: string, answer: (asked: Asked) => unknown) => {
  const { hook, history } = memoryLocation({ path: place, record: true });
  const { api, asked } = anApi(answer);
  render(
    <Surroundings api={api}>
      <Router hook={hook}>
        <AdminApp onSignOut={() => undefined} person={{ id: 'admin-1', email: 'admin@pusat.example' }} />
      </Router>
    </Surroundings>,
  );
  return Object.assign(asked, { history });
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the list of governments', () => {
  it('says that there is none yet, and where to begin', async () => {
    open('/admin', () => ({ tenants: [] }));
    await screen.findByText(/^Belum ada daerah/);
    expect(screen.getByRole('link', { name: 'Daftarkan daerah' }).getAttribute('href')).toBe(
      '/admin/daerah/baru',
    );
  });

  it('fetches every page, and shows which step of the preparation failed and why', async () => {
    const failed = {
      state: 'failed',
      step: 'keys',
      since: '2026-09-01T02:00:00.000Z',
      reason: 'KMS tidak menjawab',
      steps: [
        { step: 'stack', state: 'done' },
        { step: 'keys', state: 'failed' },
        { step: 'profile', state: 'waiting' },
      ],
    };
    open('/admin', ({ input }) =>
      Object(input.query).after === undefined
        ? { tenants: [aTenantView()], next: 'p2' }
        : { tenants: [aTenantView({ id: 'kab-uji', name: 'Kabupaten Uji', provisioning: failed })] },
    );
    await screen.findByText('Membuat kunci penyandian: gagal');
    screen.getByText('KMS tidak menjawab');
    screen.getByText('Menulis profil daerah: menunggu');
    expect(screen.getAllByRole('link', { name: /^K(ota|abupaten) Uji$/ })).toHaveLength(2);
  });
});

describe('the page of a government', () => {
  it('suspends with the revision that was seen, and says what that means', async () => {
    const asked = open('/admin/daerah/kota-uji', ({ path }) =>
      path.endsWith('/suspend') ? aTenantView({ state: 'suspended', revision: 4 }) : aTenantView(),
    );
    await screen.findByText(/Tidak ada data yang dihapus/);
    press('Hentikan sementara');
    await screen.findByText(/^Daerah dihentikan sementara\. Portal/);
    expect(asked.find(({ path }) => path.endsWith('/suspend'))?.input).toMatchObject({
      params: { tenantId: 'kota-uji' },
      body: { revision: 3 },
    });
  });

  it('looks again when somebody else was faster, so that the next press counts', async () => {
    let revision = 3;
    const asked = open('/admin/daerah/kota-uji', ({ path, input }) => {
      if (!path.endsWith('/suspend')) return aTenantView({ revision });
      if (Object(input.body).revision === 3) {
        revision = 7;
        throw aProblem(409, 'tenant-changed');
      }
      return aTenantView({ state: 'suspended', revision: 8 });
    });
    await screen.findByText(/Tidak ada data yang dihapus/);
    press('Hentikan sementara');
    await screen.findByText('Belum dapat');
    await waitFor(() => expect(asked.filter(({ path }) => path.endsWith(':tenantId'))).toHaveLength(2));
    press('Hentikan sementara');
    await screen.findByText(/^Daerah dihentikan sementara\. Portal/);
  });

  it('tells who announced the leaving that somebody else must confirm it', async () => {
    open('/admin/daerah/kota-uji', () => aTenantView({ offboarding: aLeaving({ mine: true }) }));
    await screen.findByText(/Admin pusat yang lain harus menyetujuinya di halaman ini/);
    expect(screen.queryByRole('button', { name: 'Setujui pengakhiran' })).toBeNull();
    screen.getByRole('button', { name: 'Batalkan pengakhiran' });
  });

  it('lets the second one confirm it', async () => {
    const asked = open('/admin/daerah/kota-uji', ({ path }) =>
      aTenantView({
        offboarding: aLeaving(path.endsWith('/confirm') ? { state: 'confirmed' } : {}),
      }),
    );
    await screen.findByText(/setujui sebagai orang kedua/);
    press('Setujui pengakhiran');
    await screen.findByText('Pengakhiran disetujui.');
    expect(asked.some(({ path }) => path.endsWith('/offboarding/confirm'))).toBe(true);
    await screen.findByRole('button', { name: 'Tutup dan ekspor data' });
  });

  it('keeps day and consent when announcing was refused, and names what is to be mended', async () => {
    open('/admin/daerah/kota-uji', ({ path }) => {
      if (!path.endsWith('/offboarding')) return aTenantView();
      throw aProblem(422, 'offboarding-too-soon', {
        problems: [{ field: 'on', code: 'too-soon', detail: 'Sedikitnya 30 hari dari sekarang.' }],
      });
    });
    await screen.findByLabelText('Ditutup mulai tanggal');
    press('Umumkan pengakhiran');
    await screen.findByText('Isi tanggal penutupan.');
    write('Ditutup mulai tanggal', '2026-09-05');
    write('Persetujuan tertulis daerah (bila lebih cepat dari 30 hari)', 'Surat 9');
    press('Umumkan pengakhiran');
    await screen.findByText('Sedikitnya 30 hari dari sekarang.');
    expect(screen.getByLabelText('Ditutup mulai tanggal')).toHaveProperty('value', '2026-09-05');
    cleanup();
    open('/admin/daerah/kota-uji', () => aTenantView());
    expect(await screen.findByDisplayValue('Surat 9')).toBeTruthy();
  });

  it('destroys only for whoever types the code of the government', async () => {
    const asked = open('/admin/daerah/kota-uji', ({ path }) =>
      aTenantView({
        offboarding: aLeaving({
          state: path.endsWith('/destroy') ? 'destroying' : 'exported',
          fetched: { by: 'Warga Uji Dua', at: '2026-10-06T02:00:00.000Z' },
          destruction: { askedBy: 'Admin Satu', askedAt: '2026-10-06T03:00:00.000Z', mine: false },
        }),
      }),
    );
    await screen.findByLabelText('Ketik kota-uji untuk memusnahkan');
    press('Musnahkan semua data');
    await screen.findByText('Ketik kota-uji persis seperti tertulis.');
    expect(asked.some(({ path }) => path.endsWith('/destroy'))).toBe(false);
    write('Ketik kota-uji untuk memusnahkan', 'kota-uji');
    press('Musnahkan semua data');
    await screen.findByText('Pemusnahan dimulai.');
  });

  it('asks for destruction with a reason where the government fetched nothing, and waits for another', async () => {
    const asking = { askedBy: 'Saya', askedAt: '2026-11-06T03:00:00.000Z', mine: true };
    const asked = open('/admin/daerah/kota-uji', ({ path }) =>
      aTenantView({
        offboarding: aLeaving({
          state: 'exported',
          ...(path.endsWith('/destroy') && { destruction: asking }),
        }),
      }),
    );
    await screen.findByText(/belum mengambil semua berkas/);
    write('Alasan (bila daerah tidak mengambil datanya)', 'Daerah tidak menjawab tiga surat.');
    write('Ketik kota-uji untuk memusnahkan', 'kota-uji');
    press('Minta pemusnahan');
    await screen.findByText(/Anda yang meminta pemusnahan/);
    const sent = asked.find(({ path }) => path.endsWith('/destroy'));
    expect(sent?.input.body).toEqual({ revision: 3, reason: 'Daerah tidak menjawab tiga surat.' });
    expect(screen.queryByRole('button', { name: 'Musnahkan semua data' })).toBeNull();
  });

  it('hands over the certificate as a file', async () => {
    const certificate = {
      ...{ tenant: 'kota-uji', name: 'Kota Uji', announcedBy: 'a', confirmedBy: 'b', destroyedBy: 'a' },
      ...{ agreedBy: 'b', backupsUntil: '2026-11-10' },
      ...{ destroyedAt: '2026-10-06T02:00:00.000Z', table: 'kota-uji', objects: 4, accounts: 2 },
      ...{ keys: [{ arn: 'arn:kunci', deletedOn: '2026-10-13T02:00:00.000Z' }], heads: {} },
      exported: { data: 2, bundles: 1, bytes: 900 },
      hash: 'ab'.repeat(32),
    };
    const content: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) content.push(blob);
      return 'blob:x';
    });
    open('/admin/daerah/kota-uji', ({ path }) =>
      path.endsWith('/certificate')
        ? { pdf: btoa('%PDF-1.7'), data: '{"jws":"a.b.c"}' }
        : aTenantView({ offboarding: aLeaving({ state: 'destroyed', certificate }) }),
    );
    await screen.findByText('Sudah dimusnahkan', { selector: 'p' });
    screen.getByText('10 November 2026');
    press('Unduh berita acara (PDF)');
    await waitFor(() => expect(content).toHaveLength(1));
    expect(await content[0]?.text()).toBe('%PDF-1.7');
    press('Unduh data bertanda tangan');
    await waitFor(() => expect(content).toHaveLength(2));
    expect(await content[1]?.text()).toBe('{"jws":"a.b.c"}');
    expect(screen.queryByRole('button', { name: 'Batalkan pengakhiran' })).toBeNull();
  });
});

describe('registering a government', () => {
  const fill = () => {
    write('Nama daerah', 'Kabupaten Uji');
    write('Nama pemerintah', 'Pemerintah Kabupaten Uji');
    write('Kode daerah', 'kab-uji');
    write('Kode wilayah', '35.08');
    write('Nama resmi', 'Dinas Sosial');
    write('Nama pendek', 'Dinsos');
    write('Kode', 'dinsos');
    write('Alamat kantor', 'Jalan Contoh 1');
    write('Nama lengkap', 'Warga Uji Satu');
    write('Alamat surel', 'satu@uji.example');
  };

  it('says what is missing, field by field, and sends nothing', async () => {
    const asked = open('/admin/daerah/baru', () => ({}));
    press('Daftarkan daerah');
    await screen.findByText('Isi nama daerah, misalnya Kota Probolinggo.');
    screen.getByText('Isi alamat kantornya.');
    expect(document.activeElement).toBe(screen.getByLabelText('Nama daerah'));
    expect(asked).toHaveLength(0);
  });

  it('keeps all that was typed when sending failed, also over a reload, and sends it as it is', async () => {
    open('/admin/daerah/baru', () => {
      throw aProblem(503, 'busy');
    });
    fill();
    press('Daftarkan daerah');
    await screen.findByText('Belum dapat');
    cleanup();
    const asked = open('/admin/daerah/baru', () => aTenantView({ id: 'kab-uji', name: 'Kabupaten Uji' }));
    press('Daftarkan daerah');
    await screen.findByRole('heading', { level: 1, name: 'Kabupaten Uji' });
    expect(asked.history.at(-1)).toBe('/admin/daerah/kab-uji');
    expect(asked[0]?.input.body).toEqual({
      ...{ id: 'kab-uji', name: 'Kabupaten Uji', governmentName: 'Pemerintah Kabupaten Uji' },
      ...{ region: '35.08', zone: 'Asia/Jakarta', branding: { accent: '#0b5d66' } },
      agencies: [{ id: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos', address: 'Jalan Contoh 1' }],
      firstManager: { name: 'Warga Uji Satu', email: 'satu@uji.example', agency: 'dinsos' },
    });
  });

  it('shows beside the field what the API found wrong', async () => {
    open('/admin/daerah/baru', () => {
      throw aProblem(422, 'tenant-invalid', {
        problems: [{ field: 'region', code: 'level-mismatch', detail: 'Tingkatnya tidak cocok.' }],
      });
    });
    fill();
    press('Daftarkan daerah');
    await screen.findByText('Tingkatnya tidak cocok.');
    expect(screen.getByLabelText('Kode wilayah').getAttribute('aria-invalid')).toBe('true');
  });
});
