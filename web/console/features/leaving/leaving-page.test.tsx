// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { type Asked, anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { LeavingPage } from './leaving-page.tsx';

afterEach(cleanup);

const open = (answer: (asked: Asked) => unknown) => {
  const { api, asked } = anApi(answer);
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe()}>
        <LeavingPage />
      </MeProvider>
    </Surroundings>,
  );
  return asked;
};
const file = (name: string) => ({ name, bytes: 2_500_000, rows: 4, sha256: 'ab'.repeat(32) });

it('says that there is nothing to fetch before the government has closed', async () => {
  open(() => ({ sealed: 0, count: 0, left: 0, files: [] }));
  await screen.findByText(/Data belum siap/);
});

it('fetches one file after the other, and says what is left', async () => {
  const went: string[] = [];
  vi.spyOn(window.location, 'assign').mockImplementation((url) => void went.push(String(url)));
  let fetched = {};
  const asked = open(({ path }) => {
    if (path.endsWith('/fetch')) {
      fetched = { fetched: { by: 'Warga Uji Satu', at: '2026-10-06T02:00:00.000Z' } };
      return { url: 'https://berkas.example/satu' };
    }
    const files = [{ ...file('data-00001.jsonl'), ...fetched }, file('SHA256SUMS')];
    const left = files.filter((one) => !('fetched' in one)).length;
    return { ready: '2026-10-06T01:00:00.000Z', sealed: 0, count: 2, left, files };
  });
  await screen.findByText('2 dari 2 berkas belum diambil');
  fireEvent.click(screen.getByRole('button', { name: 'Ambil data-00001.jsonl' }));
  await waitFor(() => expect(went).toEqual(['https://berkas.example/satu']));
  await screen.findByText('1 dari 2 berkas belum diambil');
  screen.getByText(/Diambil Warga Uji Satu, Selasa, 6 Oktober 2026/);
  expect(asked.some(({ path }) => path.endsWith('/fetch'))).toBe(true);
});

it('shows the files a page at a time, and how many there are in all', async () => {
  const asked = open(({ input: { query } }) => {
    const more = JSON.stringify(query ?? {}).includes('after');
    return {
      ...{ ready: '2026-10-06T01:00:00.000Z', sealed: 0, count: 20_002, left: 20_001 },
      ...(more ? { files: [file('data-00501.jsonl')] } : { files: [file('SHA256SUMS')], next: 'SHA256SUMS' }),
    };
  });
  await screen.findByText('20.001 dari 20.002 berkas belum diambil');
  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan berkas berikutnya' }));
  await screen.findByText('data-00501.jsonl', { selector: 'b' });
  screen.getByText('SHA256SUMS', { selector: 'b' });
  expect(asked.at(-1)?.input.query).toEqual({ after: 'SHA256SUMS' });
  expect(screen.queryByRole('button', { name: 'Tampilkan berkas berikutnya' })).toBeNull();
});
