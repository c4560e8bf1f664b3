// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { actInWords } from './act-words.ts';
import { ActsPage } from './acts-page.tsx';

afterEach(cleanup);

const act = (seq: number, changes: object = {}) => ({
  ...{ seq, at: '2026-09-02T03:00:00.000Z', by: 'Admin Uji Satu', act: 'suspend-tenant', about: 'kota-uji' },
  hash: 'ab'.repeat(32),
  ...changes,
});
const open = (answer: (asked: Asked) => unknown) => {
  const { api } = anApi(answer);
  render(
    <Surroundings api={api}>
      <ActsPage />
    </Surroundings>,
  );
};

describe('the acts of the control plane', () => {
  it('stand there in words, older ones on request', async () => {
    open(({ input }) =>
      Object(input.query).before === '2'
        ? { acts: [act(1, { act: 'create-tenant' })], intact: true }
        : { acts: [act(2, { by: 'sistem', act: 'provision-done', detail: 'keys' })], intact: true, next: 2 },
    );
    await screen.findByText(/menyelesaikan langkah penyiapan: kota-uji \(Membuat kunci penyandian\)/);
    screen.getByText('Sistem');
    screen.getByText(/tampil utuh/);
    fireEvent.click(screen.getByRole('button', { name: 'Tampilkan yang lebih lama' }));
    await screen.findByText(/mendaftarkan daerah: kota-uji/);
  });

  it('raise the alarm when one is missing or changed', async () => {
    open(() => ({ acts: [act(2)], intact: false }));
    await screen.findByText(/tidak utuh\. Laporkan segera/);
  });

  it('say that there are none', async () => {
    open(() => ({ acts: [], intact: true }));
    await screen.findByText('Belum ada tindakan.');
  });

  it.each([
    [
      { act: 'ask-emergency-access', about: 'abc', detail: `kota-uji 30m ${'0'.repeat(64)}` },
      'meminta akses darurat: kota-uji, 30 menit',
    ],
    [
      { act: 'announce-offboarding', about: 'kota-uji', detail: '2026-10-05' },
      'mengumumkan pengakhiran: kota-uji (ditutup mulai 5 Oktober 2026)',
    ],
    [
      { act: 'offboarding-step', about: 'kota-uji', detail: 'keys' },
      'menyelesaikan langkah pengakhiran: kota-uji (Menjadwalkan penghapusan kunci)',
    ],
    [
      { act: 'offboarding-step', about: 'kota-uji', detail: 'ab'.repeat(32) },
      'menyelesaikan langkah pengakhiran: kota-uji (sidik berita acara abababababab…)',
    ],
    [{ act: 'something-new', about: 'kota-uji' }, 'something-new: kota-uji'],
  ])('read like what somebody did: %j', (entry, words) => {
    expect(actInWords(entry)).toBe(words);
  });
});
