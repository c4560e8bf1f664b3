// @vitest-environment happy-dom
import type { LetterSettingsView } from '@layan/contract/staff/letters';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { SettingsPage } from './settings-page.tsx';

afterEach(cleanup);

const settings: LetterSettingsView = {
  letterhead: ['Laman: dinas-uji.example'],
  signing: 'ink',
  bsre: false,
  revision: 4,
  head: {
    government: 'Pemerintah Kota Uji',
    agency: 'Dinas Sosial Uji',
    address: 'Jalan Contoh 2',
    place: 'Uji',
  },
};

const open = async (refuse?: unknown) => {
  const { api, asked } = anApi(({ input }) => {
    if (input.body !== undefined && refuse !== undefined) throw refuse;
    return input.body === undefined ? settings : { ...settings, revision: 5 };
  });
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe({ manager: true })}>
        <SettingsPage />
      </MeProvider>
    </Surroundings>,
  );
  await screen.findByText('Kop surat');
  return () => asked.flatMap(({ input }) => (input.body === undefined ? [] : [input.body]));
};
const write = (label: RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const save = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Simpan pengaturan' }));
};

it('shows the letterhead, the place and the unit code as they are typed', async () => {
  await open();
  expect(screen.getByText('Uji, 2 Januari 2026')).toBeTruthy();
  write(/^Baris tambahan 2/, 'Kode pos 67211');
  write(/^Tempat surat/, 'Kajen');
  write(/^Kode unit/, '427.64');
  expect(screen.getByText('Kode pos 67211')).toBeTruthy();
  expect(screen.getByText('Kajen, 2 Januari 2026')).toBeTruthy();
  expect(screen.getByText('Nomor: 400.9/0001/427.64/2026')).toBeTruthy();
});

it('saves what was changed on the version that was read, and nothing that is empty', async () => {
  const bodies = await open();
  write(/^Kode unit/, ' 427.64 ');
  fireEvent.click(screen.getByRole('radio', { name: 'Segel elektronik dinas' }));
  save();
  await screen.findByText('Pengaturan surat dinas tersimpan.');
  expect(bodies()).toEqual([
    {
      revision: 4,
      unitCode: '427.64',
      letterhead: ['Laman: dinas-uji.example'],
      signing: 'seal',
      bsre: false,
    },
  ]);
});

it('says of every way to sign what it means, and asks about BSrE only where certificates sign', async () => {
  const bodies = await open();
  expect(screen.getByText(/bukan tanda tangan elektronik tersertifikasi/)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'Sertifikat elektronik' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Sertifikat dari BSrE' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Tanda tangan basah' }));
  save();
  await waitFor(() => expect(bodies()).toMatchObject([{ signing: 'ink', bsre: false }]));
});

it('says at its field what cannot be taken, and keeps what was typed', async () => {
  const detail = 'Kode unit hanya boleh angka dan titik.';
  await open(aProblem(422, 'invalid', { problems: [{ field: 'unitCode', detail }] }));
  write(/^Kode unit/, 'abc');
  save();
  expect(await screen.findByText(detail)).toBeTruthy();
  expect(screen.getByDisplayValue('abc')).toBeTruthy();
});
