// @vitest-environment happy-dom
import type { BookPage as Book } from '@layan/contract/staff/books';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { BookPage } from './book-page.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const row = (number: number): Book['rows'][number] => ({
  number,
  ticket: `2026-03-00${number}`,
  receivedAt: '2026-03-02T02:00:00.000Z',
  received: 'Senin, 2 Maret 2026, 09.00 WIB',
  from: `Warga Uji ${number}`,
  about: 'Aduan layanan',
  workers: [],
  state: 'Berjalan',
});

/** A book of three pages with one row each; the third may fail. */
function open({ broken = false } = {}) {
  const { api } = anApi(({ path, input }) => {
    if (path !== '/staff/books/:standardId/:channel') throw new Error(`nobody asks for ${path} here`);
    const after = Number(new URLSearchParams(JSON.parse(JSON.stringify(input.query))).get('after') ?? 0);
    if (broken && after === 2) throw aProblem(503, 'unavailable');
    return {
      kind: 'letter',
      agency: 'Dinas Uji',
      service: 'Pengaduan',
      channel: 'Surat',
      month: '2026-03',
      rows: [row(after + 1)],
      ...(after < 2 && { next: String(after + 1) }),
    };
  });
  const print = vi.fn(() => screen.getAllByRole('row').length - 1);
  Object.assign(window, { print });
  render(
    <Surroundings api={api}>
      <BookPage standard="uji/aduan" channel="letter" month="2026-03" />
    </Surroundings>,
  );
  return { print };
}

describe('a month of a book', () => {
  it('prints whole, also what was not on the screen yet', async () => {
    const { print } = open();
    await screen.findByText('Warga Uji 1');
    expect(screen.queryByText('Warga Uji 2')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Cetak' }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    expect(print).toHaveReturnedWith(3);
  });

  it('is searched whole', async () => {
    open();
    await screen.findByText('Warga Uji 1');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'uji 3' } });
    await screen.findByText('Warga Uji 3');
    expect(screen.queryByText('Warga Uji 1')).toBeNull();
  });

  it('is not printed by half: it says what went wrong, and keeps what is there', async () => {
    const { print } = open({ broken: true });
    await screen.findByText('Warga Uji 1');
    fireEvent.click(screen.getByRole('button', { name: 'Cetak' }));
    await screen.findByRole('alert');
    expect(print).not.toHaveBeenCalled();
    expect(screen.getByText('Warga Uji 2')).toBeTruthy();
  });
});
