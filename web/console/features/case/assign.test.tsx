// @vitest-environment happy-dom
import type { ActionView } from '@layan/contract/staff/case';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aCase, anAction } from '../../fixtures/case-view.ts';
import { type Me, MeProvider } from '../../shared/me.ts';
import { Assignments } from './assign.tsx';

afterEach(cleanup);

const role = 'Fasilitator';
const survey = (changes: Partial<ActionView> = {}) =>
  anAction({ id: 'field-survey', task: 'field-survey.4', label: 'Survei keluarga', role, ...changes });
const me: Me = {
  id: 'staff-1',
  name: 'Petugas Uji 1',
  email: 'petugas1@dinas-uji.example',
  tenant: { id: 'kota-uji', name: 'Kota Uji', accent: '#0b5d66', zone: 'Asia/Jakarta' },
  agency: { id: 'dinas-uji', name: 'Dinas Uji', shortName: 'Dinas Uji' },
  roles: [{ id: 'backOffice', label: 'Back Office' }],
  oversees: [{ id: 'facilitator', label: role }],
  areas: [],
  manager: false,
  officer: false,
  counter: false,
  cards: false,
  letters: false,
  batches: false,
};
const assignees = [
  { id: 'a', name: 'Petugas Uji 2', areas: ['Kecamatan Contoh'], load: 0, holds: false },
  { id: 'b', name: 'Petugas Uji 3', areas: [], load: 2, holds: true },
  { id: 'c', name: 'Petugas Uji 4', areas: [], load: 5, holds: false },
];

const open = (
  answer: (asked: Asked) => unknown = ({ path }) =>
    path.endsWith('/assignees') ? { assignees } : aCase({ seq: 8 }),
  action = survey(),
  who = me,
) => {
  const { api, asked } = anApi(answer);
  render(
    <Surroundings api={api}>
      <MeProvider value={who}>
        <Assignments view={aCase({ actions: [action] })} />
      </MeProvider>
    </Surroundings>,
  );
  return asked;
};

describe('handing out work', () => {
  it('is shown to those who give it out only', () => {
    open(undefined, survey(), { ...me, oversees: [] });
    expect(screen.queryByRole('heading', { name: 'Pembagian tugas' })).toBeNull();
  });

  it('says who has the work, or that nobody has', () => {
    open();
    expect(screen.getByText(/belum ada petugas/)).toBeTruthy();
    cleanup();
    open(undefined, survey({ assignee: { name: 'Petugas Uji 3', me: false } }));
    expect(screen.getByText(/dipegang Petugas Uji 3/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Serahkan kepada petugas lain' })).toBeTruthy();
  });

  it('offers everybody else with areas and load, and hands it over by one press', async () => {
    const asked = open();
    fireEvent.click(screen.getByRole('button', { name: 'Serahkan kepada petugas' }));
    const button = await screen.findByRole('button', { name: 'Serahkan kepada Petugas Uji 2' });
    expect(screen.getByText('Kecamatan Contoh · tidak memegang tugas lain')).toBeTruthy();
    expect(screen.getByText('semua wilayah · memegang 5 tugas lain')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Serahkan kepada Petugas Uji 3' })).toBeNull();
    fireEvent.click(button);
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.input).toMatchObject({
      params: { task: 'field-survey.4' },
      body: { to: 'a', expectedSeq: aCase().seq },
    });
    await screen.findByRole('button', { name: 'Serahkan kepada petugas' });
  });

  it('says what to do when nobody covers the area', async () => {
    open(() => ({ assignees: [] }));
    fireEvent.click(screen.getByRole('button', { name: 'Serahkan kepada petugas' }));
    expect(await screen.findByText(/Mintalah pengelola layanan/)).toBeTruthy();
  });

  it('tells of a refusal and keeps the choice open', async () => {
    open(({ path }) => {
      if (path.endsWith('/assignees')) return { assignees };
      throw aProblem(409, 'case-changed');
    });
    fireEvent.click(screen.getByRole('button', { name: 'Serahkan kepada petugas' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Serahkan kepada Petugas Uji 2' }));
    expect(await screen.findByText('Coba lagi.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Batal' })).toBeTruthy();
  });
});
