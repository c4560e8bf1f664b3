// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { anApi, aProblem, Surroundings } from '../fixtures/an-api.tsx';
import { TicketSearch } from './ticket-search.tsx';

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});

/** The field, and the answers in the hands of the test: a ticket is found, or not, when it says so. */
const open = () => {
  const answers: PromiseWithResolvers<{ caseId: string }>[] = [];
  const { api, asked } = anApi(() => {
    const answer = Promise.withResolvers<{ caseId: string }>();
    answers.push(answer);
    return answer.promise;
  });
  render(
    <Surroundings api={api}>
      <TicketSearch field={createRef()} />
    </Surroundings>,
  );
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cari nomor tiket' });
  const type = (value: string) => fireEvent.change(field, { target: { value } });
  const search = async (value: string) => {
    type(value);
    const nth = answers.length;
    fireEvent.submit(field);
    await waitFor(() => expect(answers).toHaveLength(nth + 1));
    const answer = answers[nth];
    if (!answer) throw new Error('nothing was asked');
    return answer;
  };
  return { field, type, search, asked };
};

it('opens the case of the ticket and is empty for the next', async () => {
  const { field, search, asked } = open();
  (await search('KPB-2345')).resolve({ caseId: 'satu' });
  await waitFor(() => expect(location.pathname).toBe('/berkas/satu'));
  expect(field.value).toBe('');
  expect(asked[0]?.input).toEqual({ query: { ticket: 'KPB-2345' } });
});

it('says under the field what it did not find, until something else is typed', async () => {
  const { field, type, search } = open();
  (await search('KPB-2345')).reject(aProblem(404, 'not-found'));
  expect((await screen.findByRole('alert')).textContent).toBe('Coba lagi.');
  expect(field.value).toBe('KPB-2345');
  type('KPB-23456');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('keeps what is typed while another ticket is looked for, and stays where it is', async () => {
  const { field, type, search } = open();
  const first = await search('KPB-2345');
  type('KPB-6789');
  await act(async () => first.resolve({ caseId: 'satu' }));
  expect(field.value).toBe('KPB-6789');
  expect(location.pathname).toBe('/');
  (await search('KPB-6789')).resolve({ caseId: 'dua' });
  await waitFor(() => expect(location.pathname).toBe('/berkas/dua'));
});
