// @vitest-environment happy-dom
import type { AbsenceView, MemberView } from '@layan/contract/staff/members';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { AbsenceEditor } from './absence-editor.tsx';
import { awayNow, coming, today } from './absences.ts';
import { OfficialForm } from './official-form.tsx';
import { officialLacks } from './official-rules.ts';

afterEach(cleanup);

const next = { from: '2099-03-02', to: '2099-03-04', reason: 'Dinas luar' };

const edit = (away: readonly AbsenceView[] = []) => {
  const { api, asked } = anApi(({ input }) => ({
    id: 'staff-1',
    revision: 4,
    away: [],
    ...Object(input.body),
  }));
  const done = vi.fn();
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe()}>
        <AbsenceEditor member={{ id: 'staff-1', revision: 3, away }} whose="Anda" onDone={done} />
      </MeProvider>
    </Surroundings>,
  );
  return { done, bodies: () => asked.map(({ input }) => input.body) };
};
const write = (label: RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('days away', () => {
  it('are added to those that are still to come, on the version that was read', async () => {
    const { done, bodies } = edit([{ from: '2020-01-01', to: '2020-01-02' }, next]);
    write(/^Dari/, '2099-05-01');
    write(/^Sampai/, '2099-05-01');
    press('Tambah');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(bodies()).toEqual([{ revision: 3, away: [next, { from: '2099-05-01', to: '2099-05-01' }] }]);
  });

  it('are taken back one by one', async () => {
    const { done, bodies } = edit([next]);
    press('Hapus: Senin, 2 Maret 2099 sampai Rabu, 4 Maret 2099: Dinas luar');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(bodies()).toEqual([{ revision: 3, away: [] }]);
  });

  it('say who entered them, which is not sent back', async () => {
    const declared = { id: 'staff-9', name: 'Manajer Uji', at: '2026-02-23T17:30:00Z' };
    const { done, bodies } = edit([{ ...next, declared }]);
    expect(screen.getByText('Dicatat Manajer Uji, Selasa, 24 Februari 2026')).toBeTruthy();
    write(/^Dari/, '2099-05-01');
    write(/^Sampai/, '2099-05-01');
    press('Tambah');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(bodies()).toEqual([{ revision: 3, away: [next, { from: '2099-05-01', to: '2099-05-01' }] }]);
  });

  it('do not end before they begin', () => {
    const { bodies } = edit();
    press('Tambah');
    expect(screen.getByText('Pilih hari pertama.')).toBeTruthy();
    write(/^Dari/, '2099-05-02');
    write(/^Sampai/, '2099-05-01');
    expect(screen.getByText('Hari terakhir jatuh sebelum hari pertama.')).toBeTruthy();
    expect(bodies()).toEqual([]);
  });

  it('count from the first to the last, in the days of the tenant', () => {
    expect([next].map((one) => awayNow([one], '2099-03-01'))).toEqual([undefined]);
    expect(awayNow([next], '2099-03-02')).toBe('Tidak di tempat sampai Rabu, 4 Maret 2099');
    expect(awayNow([next], '2099-03-04')).toBeDefined();
    expect(coming([next], '2099-03-05')).toEqual([]);
    const lateEvening = new Date('2026-03-01T17:30:00Z');
    expect(today('Asia/Jakarta', lateEvening)).toBe('2026-03-02');
  });
});

describe('how somebody signs', () => {
  const member: MemberView = {
    id: 'staff-2',
    name: 'Pejabat Uji',
    email: 'pejabat@dinas-uji.example',
    roles: ['head'],
    areas: [],
    state: 'active',
    revision: 7,
    changedAt: '2026-03-20T01:00:00Z',
  };
  const open = (changes: Partial<MemberView> = {}) => {
    const { api, asked } = anApi(() => member);
    const done = vi.fn();
    render(
      <Surroundings api={api}>
        <OfficialForm member={{ ...member, ...changes }} onClose={() => undefined} onDone={done} />
      </Surroundings>,
    );
    return { done, bodies: () => asked.map(({ input }) => input.body) };
  };

  it('is saved with the NIP in digits, and without what is empty', async () => {
    const { done, bodies } = open();
    write(/^Jabatan/, ' Kepala Dinas ');
    write(/^NIP/, '19700101 199001 1 001');
    press('Simpan data jabatan');
    await waitFor(() => expect(done).toHaveBeenCalledWith('Data jabatan Pejabat Uji tersimpan.'));
    expect(bodies()).toEqual([
      {
        revision: 7,
        official: { position: 'Kepala Dinas', nameWithTitles: 'Pejabat Uji', nip: '197001011990011001' },
      },
    ]);
  });

  it('is taken away again, so that no letter is made out to them', async () => {
    const { done, bodies } = open({ official: { position: 'Kepala', nameWithTitles: 'Pejabat Uji' } });
    press('Tidak menandatangani surat');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(bodies()).toEqual([{ revision: 7 }]);
  });

  it('needs a position and a name; a NIP has eighteen digits', () => {
    const lacks = (nip: string) => [...officialLacks({ position: '', nameWithTitles: ' ', nip }).keys()];
    expect(lacks('')).toEqual(['position', 'nameWithTitles']);
    expect(lacks('123')).toContain('nip');
    expect(lacks('1970 0101 1990 0110 01')).not.toContain('nip');
  });
});
