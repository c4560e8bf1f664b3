// @vitest-environment happy-dom
import type { LetterRow } from '@layan/contract/staff/letters';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { BooksPage } from './books-page.tsx';
import { RegisterMonthPage } from './register-month-page.tsx';
import { RegisterPage } from './register-page.tsx';
import { soughtText } from './register-words.ts';

afterEach(cleanup);

const register = {
  id: 'surat-keluar',
  label: 'Buku surat keluar',
  labels: ['Rekomendasi'],
  years: [2025, 2026],
};
const row = (sequence: number, changes: Partial<LetterRow> = {}): LetterRow => ({
  id: `letter-${sequence}`,
  sequence,
  number: `400.9/000${sequence}/427.64/2026`,
  date: '2026-03-20',
  dateWords: '20 Maret 2026',
  label: 'Surat rekomendasi',
  holder: 'W••• U•••',
  state: 'active',
  ...changes,
});

function open(page: React.ReactNode, rows: readonly LetterRow[], registers = [register]) {
  const { api, asked } = anApi(({ path }) => {
    if (path === '/staff/letter-registers') return { registers };
    if (path.endsWith('/months/:month')) return { label: register.label, month: '2026-03', rows };
    return path === '/staff/books' ? { books: [] } : { rows };
  });
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe({ letters: true })}>{page}</MeProvider>
    </Surroundings>,
  );
  return asked;
}

it('a register stands among the books, with what is numbered in it', async () => {
  open(<BooksPage />, []);
  const link = await screen.findByRole('link', { name: 'Buku surat keluar' });
  expect(link.getAttribute('href')).toBe('/buku/keluar/surat-keluar');
  expect(screen.getByText('Rekomendasi')).toBeTruthy();
  expect(screen.queryByText(/^Belum ada buku/)).toBeNull();
});

describe('a register of letters', () => {
  it('opens at its last year and shows number, date, letter, holder and state', async () => {
    const asked = open(<RegisterPage register="surat-keluar" year={undefined} />, [row(2)]);
    const cells = (await screen.findAllByRole('cell')).map(({ textContent }) => textContent);
    expect(cells).toEqual([
      '2',
      '400.9/0002/427.64/2026',
      '20 Maret 2026',
      'Surat rekomendasi',
      'W••• U•••',
      'berlaku',
    ]);
    expect(asked.at(-1)?.input.params).toEqual({ register: 'surat-keluar', year: '2026' });
  });

  it('keeps a cancelled number in its place, struck through, with the reason in words', async () => {
    open(<RegisterPage register="surat-keluar" year="2026" />, [
      row(1, { state: 'cancelled', reason: 'Nama keliru.' }),
    ]);
    expect((await screen.findByText('400.9/0001/427.64/2026')).tagName).toBe('S');
    expect(screen.getByText('batal ditandatangani: Nama keliru.')).toBeTruthy();
  });

  it('is searched by the API, a date as people write it', async () => {
    const asked = open(<RegisterPage register="surat-keluar" year="2026" />, []);
    await screen.findByText('Belum ada surat pada tahun 2026.');
    const field = screen.getByRole('searchbox');
    fireEvent.change(field, { target: { value: '3/2/2026' } });
    fireEvent.click(screen.getByRole('button', { name: 'Cari' }));
    await screen.findByText('Tidak ada surat yang cocok.');
    await waitFor(() => expect(asked.at(-1)?.input.query).toEqual({ text: '2026-02-03' }));
  });

  it('says on the first day that there is nothing yet', async () => {
    open(<RegisterPage register="surat-keluar" year={undefined} />, [], [{ ...register, years: [] }]);
    expect(await screen.findByText(/^Belum ada surat bernomor/)).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('is printed month by month', async () => {
    const asked = open(<RegisterMonthPage register="surat-keluar" year="2026" month="03" />, [
      row(1),
      row(2),
    ]);
    expect(await screen.findByRole('heading', { name: 'Buku surat keluar, Maret 2026' })).toBeTruthy();
    await screen.findByText('400.9/0001/427.64/2026');
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(asked.at(-1)?.input.params).toEqual({ register: 'surat-keluar', year: '2026', month: '03' });
  });
});

it.each([
  ['3/2/2026', '2026-02-03'],
  ['03-12-2026', '2026-12-03'],
  ['3 februari 2026', '2026-02-03'],
  ['  400.9/0001 ', '400.9/0001'],
  ['3 orang 2026', '3 orang 2026'],
])('"%s" is looked for as "%s"', (typed, text) => {
  expect(soughtText(typed)).toBe(text);
});
