// @vitest-environment happy-dom
import type { RequestDetail } from '@layan/contract/staff/privacy';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { AnswerForm } from './answer-form.tsx';

// What grows with its text waits for fonts, of which this window has none.
beforeAll(() => {
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
});
afterEach(cleanup);

const aRequest = (kind: RequestDetail['kind']): RequestDetail => ({
  ...{ id: 'r1', ticket: 'PDP-1', kind, channel: 'counter', identity: 'identity-card', state: 'received' },
  ...{
    clock: 'running',
    left: 'sisa 3 hari',
    kindWords: '',
    received: '',
    until: '',
    lapsed: false,
    cases: 0,
    revision: 1,
  },
  about: [
    {
      ...{ caseId: 'c1', ticket: 'T-1', service: 'Layanan uji', state: 'Berjalan', restricted: false },
      ...{ part: 'NIK anak', covered: false, facts: [], automatic: [] },
    },
  ],
  ...{ grounds: [], decides: true },
});

it.each([
  ['access', 0],
  ['correction', 0],
  ['erasure', 0],
  ['restriction', 1],
  ['objection', 1],
] as const)('%s offers so many cases that only name the person: %i', async (kind, count) => {
  render(
    <Surroundings api={anApi(() => ({})).api}>
      <AnswerForm request={aRequest(kind)} sending={false} error={undefined} onAnswer={() => {}} />
    </Surroundings>,
  );
  fireEvent.click(await screen.findByRole('radio', { name: /^Kabulkan/ }));
  expect(screen.queryAllByRole('checkbox', { name: /NIK anak/ })).toHaveLength(count);
});
