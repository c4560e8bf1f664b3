// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aCase, anAction } from '../../fixtures/case-view.ts';
import { anIntakeForm } from '../../fixtures/intake-form.ts';
import { MeProvider } from '../../shared/me.ts';
import { Intake } from './intake.tsx';

afterEach(cleanup);

const me = {
  id: 'staff-1',
  name: 'Petugas Uji',
  email: 'uji@dinas-uji.example',
  tenant: { id: 'kota-uji', name: 'Kota Uji', accent: '#0b5d66', zone: 'Asia/Jakarta' },
  agency: { id: 'dinsos', name: 'Dinas Uji', shortName: 'Dinas' },
  roles: [{ id: 'frontOffice', label: 'Front Office (FO)' }],
  oversees: [],
  areas: [],
  manager: false,
  officer: false,
  counter: true,
  cards: false,
  letters: false,
  batches: false,
};

const receipt = {
  caseId: 'case-1',
  service: { title: 'Kartu Bestari', shortTitle: 'Kartu Bestari' },
  agency: { name: 'Dinas Uji', address: 'Jalan Contoh 1' },
  ticket: 'ABCD-EFGH-J',
  secret: 'ABCDE-FGHJK',
  receivedAt: '2026-02-04T02:00:00Z',
  receivedWords: 'Rabu, 4 Februari 2026, 09.00 WIB',
  promises: [{ id: 'card', label: 'Kartu terbit', verbatim: '1 jam', words: '1 jam kerja' }],
};

const open = (special: (asked: Asked) => unknown = () => undefined) => {
  let revision = 1;
  const { api, asked } = anApi((one) => {
    const given = special(one);
    if (given !== undefined) return given;
    if (one.path === '/staff/counter/intakes') return { caseId: 'case-1', revision };
    if (one.path.endsWith('/file')) return receipt;
    if (one.path.endsWith('/duplicates')) return { duplicates: [] };
    if (one.path === '/staff/cases/:caseId') return aCase({ actions: [anAction()] });
    if (one.path.endsWith('/complete')) return aCase({ actions: [] });
    revision += 1;
    return { caseId: 'case-1', revision, savedAt: '2026-02-04T02:00:00Z', problems: [], documents: [] };
  });
  const on = { onStarted: vi.fn(), onReload: vi.fn(), onNext: vi.fn() };
  render(
    <Surroundings api={api}>
      <MeProvider value={me}>
        <Intake
          standard="ultpk"
          channel="counter"
          opening={undefined}
          form={anIntakeForm()}
          view={undefined}
          {...on}
        />
      </MeProvider>
    </Surroundings>,
  );
  const paths = () => asked.map(({ path }) => path);
  return { asked, paths };
};

const rest = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

/** A key on what has the focus. */
const press = async (key: string, more: object = {}) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  await rest();
};
const type = (text: string) =>
  fireEvent.change(document.activeElement ?? document.body, { target: { value: text } });
const focused = () => document.activeElement?.closest('[data-at]')?.getAttribute('data-at');

const fillIn = async (nik = '3574014505909001') => {
  type('Warga Uji Satu');
  await press('Enter');
  await press('1');
  type(nik);
  await press('Enter');
};

describe('an intake by keyboard', () => {
  it('begins in the first field; Enter goes on, a digit chooses, what appears is next', async () => {
    open();
    expect(focused()).toBe('fact.applicantName');
    await fillIn();
    expect(focused()).toBe('requirement.head-id-card');
    expect(screen.getByDisplayValue('3574014505909001')).toBeTruthy();
  });

  it('files with Ctrl+Enter, tells ticket and secret, and offers the next step with the focus on it', async () => {
    const { paths } = open();
    await fillIn();
    fireEvent.click(screen.getByRole('checkbox', { name: /Kertas diterima: KTP/ }));
    await press('Enter', { ctrlKey: true });
    await screen.findByRole('heading', { name: 'Tersimpan: tiket ABCD-EFGH-J' });
    expect(screen.getByText('ABCDE-FGHJK')).toBeTruthy();
    expect(paths().filter((path) => path.endsWith('/file'))).toHaveLength(1);
    expect(document.activeElement?.textContent).toBe('Terima berkas');
    fireEvent.click(screen.getByRole('button', { name: 'Terima berkas' }));
    await screen.findByText(/Berkas sudah diterima/);
    expect(document.activeElement?.textContent).toBe('Permohonan berikutnya');
  });

  it('files and accepts in the same breath, one after the other', async () => {
    const { paths } = open();
    await fillIn();
    fireEvent.click(screen.getByRole('checkbox', { name: /Kertas diterima: KTP/ }));
    await press('Enter', { ctrlKey: true, shiftKey: true });
    await screen.findByText(/Berkas sudah diterima/);
    const sent = paths();
    expect(sent.findIndex((path) => path.endsWith('/complete'))).toBeGreaterThan(
      sent.findIndex((path) => path.endsWith('/file')),
    );
  });

  it('says so when it was filed and accepting was refused; the ticket is not lost', async () => {
    open(({ path }) => {
      if (path.endsWith('/complete')) throw aProblem(403, 'own-work', { detail: 'Serahkan kepada rekan.' });
      return undefined;
    });
    await fillIn();
    fireEvent.click(screen.getByRole('checkbox', { name: /Kertas diterima: KTP/ }));
    await press('Enter', { ctrlKey: true, shiftKey: true });
    await screen.findByText(/sudah tersimpan, tetapi berkasnya belum dapat diterima/);
    expect(screen.getByText('Serahkan kepada rekan.')).toBeTruthy();
    expect(screen.getByText('ABCD-EFGH-J')).toBeTruthy();
  });

  it('files nothing that is incomplete, and brings the focus to the first gap', async () => {
    const { paths } = open();
    await press('Enter', { ctrlKey: true });
    await rest();
    expect(paths().some((path) => path.endsWith('/file'))).toBe(false);
    expect(focused()).toBe('fact.applicantName');
    expect(screen.getByText(/bagian perlu dilengkapi/)).toBeTruthy();
  });

  it('warns of a NIK from elsewhere while it is typed, and names a card the family holds', async () => {
    open(({ path }) =>
      path.endsWith('/duplicates')
        ? { duplicates: [{ kind: 'heldProduct', label: 'Kartu Bestari', number: 'BST-2026-000012' }] }
        : undefined,
    );
    await fillIn('3578014505909001');
    expect(screen.getByText(/terbit di daerah lain/)).toBeTruthy();
    await screen.findByText(/Keluarga ini sudah memegang Kartu Bestari BST-2026-000012/);
  });

  it('asks when a claim was taken on paper, and refuses a time to come', async () => {
    const { paths } = open();
    await fillIn();
    fireEvent.click(screen.getByRole('checkbox', { name: /Kertas diterima: KTP/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Diterima di kertas lebih dahulu/ }));
    fireEvent.change(screen.getByLabelText('Tanggal diterima'), { target: { value: '2099-01-01' } });
    fireEvent.change(screen.getByLabelText('Jam diterima (WIB)'), { target: { value: '09:00' } });
    await screen.findByText(/tidak boleh di masa depan/);
    await press('Enter', { ctrlKey: true });
    expect(paths().some((path) => path.endsWith('/file'))).toBe(false);
  });

  it('marks what the server found, in its place', async () => {
    open(({ path }) => {
      if (!path.endsWith('/file')) return undefined;
      const problems = [
        { field: 'fact.applicantName', code: 'text-too-long', detail: 'Persingkat namanya.' },
      ];
      throw aProblem(422, 'filing-incomplete', { problems });
    });
    await fillIn();
    fireEvent.click(screen.getByRole('checkbox', { name: /Kertas diterima: KTP/ }));
    await press('Enter', { ctrlKey: true });
    await screen.findByText('Persingkat namanya.');
    await waitFor(() => expect(focused()).toBe('fact.applicantName'));
  });
});
