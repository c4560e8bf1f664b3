// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import type { OpenedFile } from '../../shared/sheet/open-file.ts';
import { ImportFile } from './import-file.tsx';

afterEach(cleanup);

const ROWS = 60;
const file: OpenedFile = {
  name: 'buku.xlsx',
  fingerprint: 'a'.repeat(64),
  sheet: {
    headings: ['No. Kartu', 'Nama', 'Tgl. Terbit'],
    rows: Array.from({ length: ROWS }, (_, at) => ({
      line: at + 2,
      cells: [`K-${at}`, `Warga Uji ${at}`, at === 0 ? '' : '17-08-2020'],
    })),
  },
};
const known = {
  today: '2026-03-25',
  services: [{ standard: 'uji', service: 'Uji', products: [{ id: 'card', label: 'Kartu Uji' }] }],
  imports: [],
};
const counts = { taken: 0, unguarded: 0, unchanged: 0, problems: 0 };
const record = (done: number) => ({
  ...{ id: 'i1', standard: 'uji', fileName: 'buku.xlsx', rows: ROWS, done, mapping: { columns: {} } },
  ...{ by: 'Pengelola Uji', started: 'hari ini', counts: { ...counts, taken: done } },
});

const sentRows = ({ input }: Asked): { from: number; count: number } => {
  const body = JSON.parse(JSON.stringify(input.body));
  return { from: body.from, count: body.rows.length };
};

const show = (answer: (asked: Asked) => unknown) => {
  const { api, asked } = anApi(answer);
  render(
    <Surroundings api={api}>
      <ImportFile file={file} known={known} />
    </Surroundings>,
  );
  return asked;
};
const chooseProduct = () =>
  fireEvent.change(screen.getByLabelText(/Jenis kartu bila kolomnya/), { target: { value: 'card' } });
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('a file that was read', () => {
  it('waits until its columns mean enough, then shows what will become of it', () => {
    show(() => record(0));
    expect(screen.getByRole('button', { name: 'Ambil 60 baris' }).hasAttribute('disabled')).toBe(true);
    chooseProduct();
    expect(screen.getByText('59 baris terbaca, 1 baris bermasalah.')).toBeTruthy();
    expect(screen.getByText(/59 baris tanpa NIK/)).toBeTruthy();
    expect(screen.getByText('17 Agustus 2020', { exact: false, selector: 'tr:first-child td' })).toBeTruthy();
  });

  it('is sent twenty-five rows at a time, from where it stands', async () => {
    const asked = show((call) => {
      if (!call.path.endsWith('/rows')) return record(10);
      const { from, count } = sentRows(call);
      return { record: record(from + count - 1), rows: [] };
    });
    chooseProduct();
    press(/^Ambil/);
    await screen.findByText(/^Selesai: 60 dari 60 baris/);
    expect(asked.slice(1).map(sentRows)).toEqual([
      { from: 11, count: 25 },
      { from: 36, count: 25 },
    ]);
  });

  it('stops when it cannot go on, and continues when asked', async () => {
    let broken = true;
    show((call) => {
      if (!call.path.endsWith('/rows')) return record(broken ? 0 : 25);
      const { from, count } = sentRows(call);
      if (from > 25 && broken) return Promise.reject(aProblem(0, 'offline'));
      return { record: record(from + count - 1), rows: [] };
    });
    chooseProduct();
    press(/^Ambil/);
    await screen.findByText(/^Berhenti: 25 dari 60 baris/);
    expect(screen.getByRole('alert')).toBeTruthy();
    broken = false;
    press(/^Lanjutkan/);
    await waitFor(() => expect(screen.getByText(/^Selesai/)).toBeTruthy());
  });
});
