// @vitest-environment happy-dom
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { Inbox } from './inbox.tsx';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(cleanup);

const head = 'head';
const letter = { id: 'l', label: 'Surat rekomendasi', method: 'seal', signable: true, seq: 9 } as const;
const row = (n: number, changes: Partial<InboxRowView> = {}): InboxRowView => ({
  caseId: `case-${n}`,
  ticket: `ABCD-EFGH-${n}`,
  task: 'sign.8',
  step: 'sign',
  stepLabel: 'Tanda tangani surat',
  service: 'Rekomendasi',
  applicant: `Warga Uji ${n}`,
  receivedAt: '2026-03-20T01:00:00Z',
  received: 'Jumat, 20 Maret 2026, 08.00 WIB',
  letter: { ...letter, number: `400.9/00${n}` },
  ...changes,
});

const open = async (rows: readonly InboxRowView[]): Promise<void> => {
  const { api } = anApi(({ path }) => (path === '/staff/inbox' ? { rows } : {}));
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe()}>
        <Inbox role={head} selected={undefined}>
          {null}
        </Inbox>
      </MeProvider>
    </Surroundings>,
  );
  await screen.findByText('Warga Uji 1');
};
const boxes = () => screen.queryAllByRole('checkbox');
const chosen = () => boxes().map((box) => box instanceof HTMLInputElement && box.checked);
const press = (key: string): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

describe('rows that may be done at once', () => {
  it('are chosen by a box; other rows have none', async () => {
    await open([
      row(1),
      row(2, { letter: { ...letter, signable: false } }),
      row(3, { assignee: { name: 'Petugas Dua', me: false } }),
      row(4, { confidential: true }),
      row(5, { letter: undefined, initials: 'initial' }),
    ]);
    expect(boxes().map((box) => box.getAttribute('aria-label'))).toEqual([
      'Pilih Warga Uji 1, ABCD-EFGH-1',
      'Pilih Warga Uji 5, ABCD-EFGH-5',
    ]);
    expect(screen.getByRole('button', { name: 'Pilih semua yang dapat ditandatangani (1)' })).toBeTruthy();
  });

  it('lead to the page where they are done, each way of its own', async () => {
    await open([row(1), row(2), row(3, { letter: undefined, initials: 'initial' })]);
    expect(screen.queryByRole('link', { name: /^Periksa/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Pilih semua yang dapat ditandatangani (2)' }));
    expect(chosen()).toEqual([true, true, false]);
    expect(screen.getByRole('link', { name: 'Periksa dan tanda tangani 2 surat' }).getAttribute('href')).toBe(
      '/kotak/head/tanda-tangan',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Batal pilih' }));
    fireEvent.click(screen.getByRole('button', { name: 'Pilih semua yang dapat diparaf (1)' }));
    expect(screen.getByRole('link', { name: 'Periksa dan paraf 1 konsep' }).getAttribute('href')).toBe(
      '/kotak/head/paraf',
    );
  });

  it('are chosen by keyboard alone, one by one and up to the focused one', async () => {
    await open([row(1), row(2), row(3), row(4)]);
    press('j');
    press('j');
    press('x');
    expect(chosen()).toEqual([false, true, false, false]);
    press('j');
    press('j');
    press('X');
    expect(chosen()).toEqual([false, true, true, true]);
    press('x');
    expect(chosen()).toEqual([false, true, true, false]);
  });

  it('are chosen with the rows between by a click with Shift', async () => {
    await open([row(1), row(2), row(3)]);
    const [first, , last] = boxes();
    if (!first || !last) throw new Error('no boxes');
    fireEvent.click(last);
    fireEvent.click(first, { shiftKey: true });
    expect(chosen()).toEqual([true, true, true]);
  });

  it('stay chosen when the page is loaded again', async () => {
    await open([row(1), row(2)]);
    const [first] = boxes();
    if (first) fireEvent.click(first);
    cleanup();
    await open([row(1), row(2)]);
    expect(chosen()).toEqual([true, false]);
  });
});

it('says of a letter that waits to be signed which it is, and who it is made out to when that is not me', async () => {
  const signatory = { id: 's', name: 'Pejabat Uji', as: 'Kepala Dinas', me: false };
  await open([
    row(1),
    row(2, { letter: { ...letter, signable: false, signatory } }),
    row(3, { letter: { ...letter, signable: false, method: undefined } }),
  ]);
  expect(screen.getByText('Surat rekomendasi nomor 400.9/001')).toBeTruthy();
  expect(screen.getByText('Surat rekomendasi, dibuat atas nama Pejabat Uji')).toBeTruthy();
  expect(screen.getByText('Surat rekomendasi, sedang disiapkan')).toBeTruthy();
});
