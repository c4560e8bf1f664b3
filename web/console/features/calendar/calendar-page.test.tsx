// @vitest-environment happy-dom
import type { CalendarView } from '@layan/contract/staff/calendar';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { CalendarPage } from './calendar-page.tsx';

afterEach(cleanup);

const day = [
  { from: '07:30', to: '12:00' },
  { from: '13:00', to: '16:00' },
];
const friday = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '16:30' },
];
const week = [day, day, day, day, friday, [], []];
const local = { date: '2026-09-04', kind: 'local' as const, name: 'Hari jadi kota' };

/** The week of Monday, 31 August 2026; today is Wednesday. */
const aCalendar = (changes: Partial<CalendarView> = {}): CalendarView => ({
  today: '2026-09-02',
  zone: 'Asia/Jakarta',
  office: week,
  counter: week,
  special: [],
  closures: [
    { date: '2026-12-24', kind: 'jointLeave', name: 'Cuti Bersama Natal' },
    { date: '2026-12-25', kind: 'nationalHoliday', name: 'Natal' },
  ],
  days: ['08-31', '09-01', '09-02', '09-03', '09-04', '09-05', '09-06'].map((date, at) => ({
    date: `2026-${date}`,
    office: week[at] ?? [],
    counter: week[at] ?? [],
  })),
  moving: false,
  ...changes,
});

const open = async (manager: boolean, answer: (asked: Asked) => unknown = () => aCalendar()) => {
  const { api, asked } = anApi(answer);
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe({ manager })}>
        <CalendarPage />
      </MeProvider>
    </Surroundings>,
  );
  await screen.findByRole('heading', { name: 'Libur yang dimasukkan di sini' });
  return asked;
};

const fill = (date: string, name: string) => {
  fireEvent.change(screen.getByLabelText('Tanggal'), { target: { value: date } });
  fireEvent.change(screen.getByLabelText('Nama libur'), { target: { value: name } });
};
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Tambah hari libur' }));

describe('the calendar', () => {
  it('says of every day whether it counts, and why not', async () => {
    const days = aCalendar().days.map((one) =>
      one.date === local.date ? { ...one, office: [], counter: [], closure: local } : one,
    );
    await open(false, () => aCalendar({ days, closures: [local] }));
    const cells = screen.getAllByRole('cell').slice(0, 7);
    expect(cells.map((cell) => cell.getAttribute('data-state'))).toEqual([
      ...['counts', 'counts', 'counts', 'counts'],
      ...['holiday', 'closed', 'closed'],
    ]);
    expect(cells[2]?.textContent).toContain('hari ini');
    expect(cells[4]?.textContent).toContain('Jumat, 4 September 2026: libur, Hari jadi kota');
  });

  it('tells the hours with the longer break of Friday', async () => {
    await open(false);
    const table = screen.getByRole('table', { name: 'Sehari-hari' });
    const row = within(table).getByRole('row', { name: /Jumat/ });
    expect(within(row).getAllByRole('cell')[0]?.textContent).toBe('07.30–16.30, istirahat 11.30–13.00');
    expect(within(table).getByRole('row', { name: /Minggu/ }).textContent).toBe('MingguTutupTutup');
  });

  it('lists national holidays and joint leave by year', async () => {
    await open(false);
    const list = screen.getByRole('region', { name: 'Libur nasional dan cuti bersama 2026' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Kamis, 24 Desember 2026Cuti Bersama NatalCuti bersama', 'Jumat, 25 Desember 2026Natal']);
  });

  it('is read by everybody and changed by managers', async () => {
    await open(false, () => aCalendar({ closures: [local] }));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/dimasukkan oleh manajer/)).toBeTruthy();
  });
});

describe('a local closure', () => {
  it('is entered with its day and name', async () => {
    const asked = await open(true, ({ path }) =>
      path.endsWith('/closures') ? aCalendar({ closures: [local], moving: true }) : aCalendar(),
    );
    fill(local.date, ' Hari jadi kota ');
    send();
    await screen.findByText(/Libur “Hari jadi kota” pada Jumat, 4 September 2026 tersimpan/);
    expect(asked.find(({ path }) => path.endsWith('/closures'))?.input.body).toEqual({
      date: local.date,
      name: local.name,
      kind: 'local',
    });
    expect(screen.getByText(/sedang dihitung ulang/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Nama libur').value).toBe('');
  });

  it('asks for what is missing, and sends nothing', async () => {
    const asked = await open(true);
    send();
    expect(screen.getByText('Pilih tanggalnya.')).toBeTruthy();
    expect(screen.getByText(/Tulis nama liburnya/)).toBeTruthy();
    fill('2026-09-01', 'Hari uji');
    expect(screen.getByText(/sudah lewat/)).toBeTruthy();
    send();
    expect(asked.map(({ path }) => path)).toEqual(['/staff/calendar']);
  });

  it('closes today only after a plain word, knowingly', async () => {
    const asked = await open(true);
    fill('2026-09-02', 'Banjir');
    send();
    expect(screen.getByText(/Tandai dahulu/)).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Kantor tutup hari ini juga/ }));
    send();
    await waitFor(() => expect(asked.at(-1)?.input.body).toMatchObject({ today: true }));
  });

  it('is taken back', async () => {
    const asked = await open(true, ({ path }) =>
      aCalendar(path.endsWith('/remove') ? {} : { closures: [local] }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Hapus libur Hari jadi kota' }));
    await screen.findByText(/dihapus/);
    expect(asked.at(-1)?.input).toMatchObject({ params: { date: local.date }, body: {} });
    expect(screen.getByText('Belum ada libur yang dimasukkan.')).toBeTruthy();
  });

  it('keeps what was typed when it is refused, and says why at the field', async () => {
    await open(true, ({ path }) => {
      if (!path.endsWith('/closures')) return aCalendar();
      const problems = [{ field: 'date', code: 'already-closed', detail: 'Hari itu sudah libur: Natal.' }];
      throw aProblem(422, 'already-closed', { problems });
    });
    fill('2026-12-25', 'Hari uji');
    send();
    await screen.findByText('Hari itu sudah libur: Natal.');
    expect(screen.getByLabelText<HTMLInputElement>('Nama libur').value).toBe('Hari uji');
  });
});
