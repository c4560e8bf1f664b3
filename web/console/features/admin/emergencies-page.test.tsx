// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTenantView } from '../../fixtures/a-tenant.ts';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { EmergenciesPage } from './emergencies-page.tsx';

afterEach(cleanup);
beforeEach(() => sessionStorage.clear());

const anAccess = (changes: object = {}) => ({
  id: 'e1',
  tenant: 'kota-uji',
  agency: 'dinsos',
  reason: 'Antrean surat berhenti sejak pagi.',
  minutes: 30,
  askedBy: { id: 'admin-1', name: 'Admin Uji Satu' },
  askedAt: '2026-09-02T03:00:00.000Z',
  state: 'asked',
  mine: false,
  ...changes,
});

const open = (accesses: object[], answer: (asked: Asked) => unknown = () => accesses[0]) => {
  const { api, asked } = anApi((call) => {
    if (call.path === '/admin/tenants') return { tenants: [aTenantView()] };
    if (call.path === '/admin/emergencies' && call.input.body === undefined) return { emergencies: accesses };
    return answer(call);
  });
  render(
    <Surroundings api={api}>
      <EmergenciesPage />
    </Surroundings>,
  );
  return asked;
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the page of emergency access', () => {
  it('says that there was none yet', async () => {
    open([]);
    await screen.findByText('Belum pernah ada akses darurat.');
  });

  it('tells who asked that somebody else must confirm, and lets them take it back', async () => {
    open([anAccess({ mine: true })]);
    await screen.findByText(/Anda tidak dapat menyetujuinya sendiri/);
    expect(screen.queryByRole('button', { name: 'Setujui: Kota Uji' })).toBeNull();
    screen.getByRole('button', { name: 'Tarik permintaan: Kota Uji' });
  });

  it('lets the second one confirm', async () => {
    const asked = open([anAccess()]);
    await screen.findByText(/Setujui hanya bila Anda tahu/);
    press('Setujui: Kota Uji');
    await screen.findByText(/^Akses darurat disetujui/);
    expect(asked.find(({ path }) => path.endsWith('/confirm'))?.input.params).toEqual({ emergencyId: 'e1' });
  });

  it('ends one that is open, and tells of one that is over what was read', async () => {
    const over = {
      ...{ id: 'e0', state: 'ended', endedBy: 'tenant', endedAt: '2026-09-01T03:00:00.000Z' },
      read: { cases: 3, searches: 1, lists: 2 },
    };
    const asked = open([
      anAccess({
        state: 'open',
        until: '2026-09-02T03:30:00.000Z',
        decidedBy: { id: 'b', name: 'Admin Dua' },
      }),
      anAccess(over),
    ]);
    await screen.findByText('Disetujui oleh Admin Dua.');
    screen.getByText(/10\.30 WIB; tidak dapat diperpanjang/);
    screen.getByText('Dibuka: 3 berkas, 1 pencarian tiket, 2 kali kotak masuk.');
    screen.getByText(/oleh pengelola layanan daerah\.$/);
    press('Akhiri sekarang: Kota Uji');
    await screen.findByText('Akses darurat diakhiri.');
    expect(asked.some(({ path }) => path.endsWith('/end'))).toBe(true);
  });

  it('asks for nothing without a tenant and a reason', async () => {
    const asked = open([]);
    await screen.findByLabelText('Alasan');
    press('Minta akses darurat');
    await screen.findByText('Pilih daerahnya.');
    screen.getByText('Tulis alasan sedikitnya 20 huruf.');
    expect(asked.some(({ input }) => input.body !== undefined)).toBe(false);
  });

  it('sends the same key again after a lost answer, and another once the content is another', async () => {
    let lost = true;
    const asked = open([], () => {
      if (lost) throw aProblem(0, 'offline');
      return anAccess({ mine: true });
    });
    const keys = () => asked.flatMap(({ input }) => Object(input.body).key ?? []);
    await screen.findByLabelText('Alasan');
    write('Daerah', 'kota-uji');
    write('Alasan', 'Antrean surat berhenti sejak pagi.');
    press('Minta akses darurat');
    await screen.findByText('Belum dapat');
    expect(screen.getByLabelText('Alasan')).toHaveProperty('value', 'Antrean surat berhenti sejak pagi.');
    press('Minta akses darurat');
    await waitFor(() => expect(keys()).toHaveLength(2));
    await screen.findByText('Belum dapat');
    expect(keys()[0]).toBe(keys()[1]);
    write('Alasan', 'Antrean surat berhenti sejak kemarin pagi.');
    lost = false;
    press('Minta akses darurat');
    await screen.findByText(/^Permintaan terkirim/);
    expect(keys()[2]).not.toBe(keys()[0]);
    expect(screen.getByLabelText('Alasan')).toHaveProperty('value', '');
    const sent = asked.findLast(({ input }) => input.body !== undefined)?.input.body;
    expect(sent).toMatchObject({ tenant: 'kota-uji', agency: 'dinsos', minutes: 30 });
  });
});
