// @vitest-environment happy-dom
import type { RequestDetail } from '@layan/contract/staff/privacy';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { CasesOfRequest } from './cases-of-request.tsx';
import { CopyPanel } from './copy-panel.tsx';

vi.mock('../../shared/save-file.ts', () => ({ saveFile: () => {} }));
afterEach(cleanup);

const aRequest = (identity: RequestDetail['identity']): RequestDetail => ({
  ...{ id: 'r1', ticket: 'PDP-1', kind: 'access', channel: 'counter', identity, state: 'answered' },
  ...{
    clock: 'kept',
    left: '',
    kindWords: '',
    received: '',
    until: '',
    lapsed: false,
    cases: 1,
    revision: 2,
  },
  ...{ copyUntil: 'Senin', about: [], grounds: [], decides: false },
});

const shown = (request: RequestDetail) => {
  const { api, asked } = anApi(() => ({ fileName: 'salinan', page: '', json: '' }));
  render(
    <Surroundings api={api}>
      <CopyPanel request={request} onDone={() => {}} />
    </Surroundings>,
  );
  return asked;
};
const download = () => screen.getByRole('button', { name: 'Unduh untuk diserahkan' });

it('asks for the secret again where the request was proved by it', async () => {
  const asked = shown(aRequest('ticket-and-secret'));
  expect(download()).toHaveProperty('disabled', true);
  fireEvent.change(screen.getByLabelText('Kode rahasia'), { target: { value: 'AAAAA-BBBBB' } });
  fireEvent.click(download());
  await waitFor(() => expect(asked[0]?.input.body).toEqual({ secret: 'AAAAA-BBBBB' }));
});

it('asks for nothing where a card was shown', async () => {
  const asked = shown(aRequest('identity-card'));
  expect(screen.queryByLabelText('Kode rahasia')).toBeNull();
  fireEvent.click(download());
  await waitFor(() => expect(asked[0]?.input.body).toEqual({}));
});

it('says to whom a request is told whose cases one may not open', () => {
  render(
    <Surroundings api={anApi(() => ({})).api}>
      <CasesOfRequest request={{ ...aRequest('ticket-and-secret'), withheld: true }} />
    </Surroundings>,
  );
  expect(screen.getByText(/hanya ditunjukkan kepada pejabat pelindungan data pribadi/)).toBeDefined();
});
