// @vitest-environment happy-dom
import type { CardView } from '@layan/contract/staff/register';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { CardChanges } from './card-changes.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const view: CardView = {
  id: 'kartu-1',
  label: 'Kartu Uji',
  number: 'LAMA/1',
  state: 'active',
  issued: 'Senin, 17 Agustus 2020',
  since: 'Senin, 17 Agustus 2020, 00.00 WIB',
  origin: { kind: 'imported', fileName: 'a.xlsx', when: '', by: '', revision: 3, guarded: true },
  history: [],
  actions: [
    { id: 'died', label: 'Cabut: pemegang meninggal', change: 'revoke', note: 'required', allowed: true },
    { id: 'lost', label: 'Cabut: kartu hilang', change: 'replace', note: 'none', allowed: true },
    {
      id: 'suspend',
      label: 'Tangguhkan',
      change: 'suspend',
      note: 'none',
      allowed: false,
      reason: 'Untuk Kepala Bidang.',
    },
  ],
};

const show = (answer: () => unknown) => {
  const { api, asked } = anApi(answer);
  const onDone = vi.fn();
  render(
    <Surroundings api={api}>
      <CardChanges view={view} revision={3} onDone={onDone} />
    </Surroundings>,
  );
  return { asked, onDone };
};
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('asks for the reason first, and sends what was seen with it', async () => {
  const { asked, onDone } = show(() => ({ ...view, state: 'revoked' }));
  choose('Cabut: pemegang meninggal');
  press('Cabut: pemegang meninggal');
  expect(screen.getByText('Tulis dahulu alasannya.')).toBeTruthy();
  expect(asked).toEqual([]);
  fireEvent.change(screen.getByLabelText('Alasan'), { target: { value: ' Akta diperlihatkan. ' } });
  press('Cabut: pemegang meninggal');
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(asked[0]?.input).toEqual({
    params: { cardId: 'kartu-1', action: 'died' },
    body: { revision: 3, note: 'Akta diperlihatkan.' },
  });
});

it('says what cannot be taken back, and where a new copy comes from', () => {
  show(() => view);
  choose('Cabut: kartu hilang');
  expect(screen.getByText(/tidak dapat dikembalikan.*lewat permohonan baru/)).toBeTruthy();
});

it('offers only what may be done, and says why not the rest', () => {
  show(() => view);
  expect(screen.queryByRole('radio', { name: 'Tangguhkan' })).toBeNull();
  fireEvent.click(screen.getByText('Mengapa tindakan lain tidak dapat dilakukan'));
});

it('keeps the reason when somebody was faster', async () => {
  const { onDone } = show(() => Promise.reject(aProblem(409, 'card-changed')));
  choose('Cabut: pemegang meninggal');
  fireEvent.change(screen.getByLabelText('Alasan'), { target: { value: 'Akta diperlihatkan.' } });
  press('Cabut: pemegang meninggal');
  await screen.findByRole('alert');
  expect(onDone).not.toHaveBeenCalled();
  expect(screen.getByDisplayValue('Akta diperlihatkan.')).toBeTruthy();
});
