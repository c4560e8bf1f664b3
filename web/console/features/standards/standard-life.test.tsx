// @vitest-environment happy-dom
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { small } from '@layan/domain/standard/fixtures/small';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { StandardPage } from './standard-page.tsx';

afterEach(cleanup);

const aView = (changes: Partial<StandardVersionView> = {}): StandardVersionView => ({
  standard: { ...small, decree: null },
  version: 2,
  hash: 'a'.repeat(64),
  state: 'draft',
  confirmations: {},
  unconfirmed: [],
  findings: [],
  next: [
    { step: 'consult', blockers: [] },
    { step: 'approve', blockers: [] },
    { step: 'schedule', blockers: [] },
    { step: 'publish', blockers: [] },
  ],
  ...changes,
});

const noCases = { version: 2, count: 0, uncounted: false, cases: [] };
const aCase = {
  caseId: '0'.repeat(26),
  ticket: '0000-0000-0',
  version: 1,
  received: 'Senin, 6 Juli 2026',
  waits: ['Periksa berkas'],
  lacks: [],
  promises: ['Jawaban: dari Kamis menjadi Rabu, lebih cepat.'],
  needsReason: false,
};

const open = async (view: StandardVersionView, more: (asked: Asked) => unknown = () => view) => {
  const { api, asked } = anApi((one) => {
    if (one.path.endsWith('/differences')) {
      const words = 'Kartu Pendalungan: 3 hari kerja menjadi 2 hari kerja.';
      return { against: 1, differences: [{ kind: 'changed', place: 'x', words }] };
    }
    if (one.path.endsWith('/versions/:version')) return view;
    return more(one);
  });
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe({ manager: true })}>
        <StandardPage id="uji" version={view.version} />
      </MeProvider>
    </Surroundings>,
  );
  await screen.findByRole('heading', { name: small.shortTitle });
  return asked;
};

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const sent = (asked: readonly Asked[], path: string) =>
  asked.find((one) => one.path.endsWith(path))?.input.body;

describe('a version of a standard', () => {
  it('tells in words what it changes', async () => {
    await open(aView());
    await screen.findByText('Kartu Pendalungan: 3 hari kerja menjadi 2 hari kerja.');
    expect(screen.getByRole('heading', { name: 'Beda dengan versi 1' })).toBeTruthy();
  });

  it('offers the steps that begin here, and says what stands in the way of the others', async () => {
    const blockers = [
      { code: 'errors' as const, count: 2 },
      { code: 'unconfirmed' as const, count: 3 },
    ];
    await open(
      aView({
        next: [
          { step: 'consult', blockers: [] },
          { step: 'publish', blockers },
        ],
      }),
    );
    expect(screen.getByRole('button', { name: 'Buka konsultasi publik' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Terbitkan sekarang' })).toBeNull();
    expect(screen.getByText(/belum dapat dilakukan/).textContent).toBe(
      'Terbitkan sekarang belum dapat dilakukan. Perbaiki dahulu 2 temuan yang menghalangi, lalu unggah lagi rancangannya. Konfirmasi dahulu 3 tafsir yang tersisa.',
    );
  });

  it('is put before the public for a period', async () => {
    const view = aView();
    const asked = await open(view, () => aView({ state: 'consultation' }));
    press('Buka konsultasi publik');
    press('Buka konsultasi');
    expect(screen.getByText('Pilih hari pertamanya.')).toBeTruthy();
    expect(sent(asked, '/consult')).toBeUndefined();
    write('Hari pertama', '2026-09-02');
    write('Hari terakhir', '2026-09-16');
    press('Buka konsultasi');
    await screen.findByText('Konsultasi publik dibuka sampai 16 September 2026.');
    expect(sent(asked, '/consult')).toEqual({ hash: view.hash, from: '2026-09-02', until: '2026-09-16' });
    expect(screen.getByText('Versi 2: Konsultasi publik')).toBeTruthy();
  });

  it('is approved without consultation only with a word about it', async () => {
    const asked = await open(aView());
    press('Catat penetapan');
    write('Nomor keputusan', '188/12/2026');
    write('Tanggal keputusan', '2026-09-01');
    press('Simpan penetapan');
    expect(screen.getByText('Tulis mengapa tanpa konsultasi di sini.')).toBeTruthy();
    write(/Mengapa tanpa konsultasi/, 'Sudah dibahas pada 2025.');
    press('Simpan penetapan');
    await waitFor(() =>
      expect(sent(asked, '/approve')).toMatchObject({
        number: '188/12/2026',
        withoutConsultation: 'Sudah dibahas pada 2025.',
      }),
    );
  });

  it('is published with what becomes of running permohonan', async () => {
    const asked = await open(aView());
    press('Terbitkan sekarang');
    fireEvent.click(screen.getByLabelText('Pindahkan semua yang dapat dipindahkan'));
    press('Terbitkan versi 2');
    expect(screen.getByText('Tulis alasannya; pemohon membacanya.')).toBeTruthy();
    write('Alasan memindahkan', 'Pelayanan dipercepat');
    press('Terbitkan versi 2');
    await waitFor(() =>
      expect(sent(asked, '/publish')).toMatchObject({
        running: { decision: 'move', reason: 'Pelayanan dipercepat' },
      }),
    );
  });

  it('keeps what was typed when it is refused, and says why at the field', async () => {
    await open(aView(), () => {
      const problems = [{ field: 'publishOn', code: 'day-unfit', detail: 'Pilih hari mulai besok.' }];
      throw aProblem(422, 'day-unfit', { problems });
    });
    press('Atur tanggal terbit');
    write('Terbit pada', '2026-09-01');
    press('Simpan tanggal terbit');
    await screen.findByText('Pilih hari mulai besok.');
    expect(screen.getByLabelText<HTMLInputElement>('Terbit pada').value).toBe('2026-09-01');
  });
});

describe('permohonan on earlier versions', () => {
  const published = aView({ state: 'published', next: [{ step: 'withdraw', blockers: [] }] });

  it('are none, and that is said', async () => {
    await open(published, () => noCases);
    await screen.findByText('Tidak ada. Semua permohonan yang berjalan memakai versi 2.');
  });

  it('are moved with a reason, those that were chosen', async () => {
    const asked = await open(published, ({ path }) =>
      path.endsWith('/move')
        ? { moved: 1, stayed: 0, more: false }
        : { version: 2, count: 1, uncounted: false, cases: [aCase] },
    );
    fireEvent.click(await screen.findByLabelText(/0000-0000-0, versi 1/));
    expect(screen.getByText('Jawaban: dari Kamis menjadi Rabu, lebih cepat.')).toBeTruthy();
    press('Pindahkan 1 yang dipilih');
    expect(screen.getByText('Tulis alasannya; pemohon membacanya.')).toBeTruthy();
    write('Alasan memindahkan', 'Pelayanan dipercepat');
    press('Pindahkan 1 yang dipilih');
    await screen.findByText('1 permohonan dipindahkan.');
    expect(sent(asked, '/move')).toEqual({ reason: 'Pelayanan dipercepat', cases: [aCase.caseId] });
  });

  it('are shown page by page, and moved in portions however many were chosen', async () => {
    const page = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => {
        const id = String(from + at);
        return { ...aCase, caseId: id.padStart(26, '0'), ticket: id.padStart(4, '0') };
      });
    const all = { version: 2, count: 30, uncounted: false };
    const asked = await open(published, ({ path, input }) => {
      if (path.endsWith('/move')) return { moved: 15, stayed: 0, more: false };
      return JSON.stringify(input).includes('"after":"x"')
        ? { ...all, cases: page(20, 10) }
        : { ...all, cases: page(0, 20), next: 'x' };
    });
    await screen.findByText('Ditampilkan 20 yang pertama.');
    expect(screen.queryByLabelText(/0029, versi 1/)).toBeNull();
    press('Tampilkan berikutnya');
    await screen.findByLabelText(/0029, versi 1/);
    expect(screen.queryByText('Tampilkan berikutnya')).toBeNull();
    for (const box of screen.getAllByLabelText(/versi 1, diterima/)) fireEvent.click(box);
    write('Alasan memindahkan', 'Pelayanan dipercepat');
    press('Pindahkan 30 yang dipilih');
    await screen.findByText('30 permohonan dipindahkan.');
    const moves = asked
      .filter(({ path }) => path.endsWith('/move'))
      .map(({ input }) => JSON.stringify(input));
    expect(moves.map((input) => input.match(/"0{20}/g)?.length)).toEqual([25, 5]);
  });

  it('that do not fit cannot be chosen and say why', async () => {
    const cases = [{ ...aCase, lacks: ['langkah "Periksa berkas"'] }];
    await open(published, () => ({ version: 2, count: 1, uncounted: false, cases }));
    expect((await screen.findByLabelText<HTMLInputElement>(/0000-0000-0/)).disabled).toBe(true);
    expect(screen.getByText(/Versi yang baru tidak mempunyai langkah/)).toBeTruthy();
  });
});

describe('an adopted standard', () => {
  const adopted = { template: 'contoh', at: '2026-09-01T02:00:00.000Z', by: { name: 'Pengelola Uji' } };
  const difference = (words: string) => [{ kind: 'changed', place: words, words }];
  const upstream = {
    template: { id: 'contoh', title: 'Contoh' },
    adoptedAt: adopted.at,
    version: 2,
    hash: 'b'.repeat(64),
    changes: [
      { element: 'summary', upstream: difference('Ringkasan berubah.'), ours: difference('Punya kami.') },
      { element: 'process/deadlines/answer', upstream: difference('Lebih cepat.'), ours: [] },
    ],
  };

  it('shows what changed in its template and takes single changes over', async () => {
    const asked = await open(aView({ adopted }), ({ path, input }) =>
      path.endsWith('/upstream') && input.body === undefined ? upstream : aView({ adopted }),
    );
    await screen.findByText('Ringkasan berubah.');
    expect(screen.getByText('Anda juga mengubah bagian ini')).toBeTruthy();
    expect(screen.getByText(/Diambil dari pustaka nasional/).textContent).toContain('1 September 2026');
    press('Ambil perubahan ini');
    await waitFor(() =>
      expect(asked.find(({ input }) => input.body !== undefined)?.input.body).toEqual({
        hash: upstream.hash,
        take: ['process/deadlines/answer'],
      }),
    );
  });
});
