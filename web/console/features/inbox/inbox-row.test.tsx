// @vitest-environment happy-dom
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { InboxRow } from './inbox-row.tsx';

afterEach(cleanup);

const row: InboxRowView = {
  caseId: 'case-1',
  ticket: 'ABCD-EFGH-J',
  task: 'task-1',
  step: 'initial-verification',
  stepLabel: 'Periksa kelengkapan berkas',
  service: 'Kartu Bestari',
  applicant: 'Warga Uji Satu',
  area: 'Kelurahan Pilang, Kecamatan Kademangan',
  receivedAt: '2026-03-20T01:00:00Z',
  received: 'Jumat, 20 Maret 2026, 08.00 WIB',
};
const promise = { dueAt: '2026-03-25T07:05:00Z', due: 'Rabu, 25 Maret 2026, 14.05 WIB', overdue: false };

const show = (changes: Partial<InboxRowView> = {}, open = false): HTMLElement => {
  render(
    <MantineProvider env="test">
      <ol>
        <InboxRow row={{ ...row, ...changes }} href="/kotak/frontOffice/case-1" open={open} />
      </ol>
    </MantineProvider>,
  );
  return screen.getByRole('link');
};

it('is one link that names the person, the work and the ticket', () => {
  const link = show();
  expect(link.getAttribute('href')).toBe('/kotak/frontOffice/case-1');
  expect(link.textContent).toContain('Warga Uji Satu');
  expect(link.textContent).toContain('Periksa kelengkapan berkas');
  expect(link.textContent).toContain('ABCD-EFGH-J');
});

it('says by when it was promised', () => {
  expect(show({ promise }).textContent).toContain('Paling lambat Rabu, 25 Maret 2026, 14.05 WIB');
  expect(screen.getByRole('img', { name: 'Janji berjalan' })).toBeTruthy();
});

it('says how much working time is left, where a published promise runs', () => {
  const left = { ...promise, words: 'sisa 2 hari kerja' };
  expect(show({ promise: left }).textContent).toContain('sisa 2 hari kerja (Rabu, 25 Maret 2026, 14.05 WIB)');
});

it('says in words that a promise was missed', () => {
  expect(show({ promise: { ...promise, overdue: true } }).textContent).toContain('Terlewat: Rabu');
  expect(screen.getByRole('img', { name: 'Janji terlewat' })).toBeTruthy();
});

it('says since when it waits while no promise runs', () => {
  expect(show().textContent).toContain('Masuk Jumat, 20 Maret 2026, 08.00 WIB');
});

it('keeps the name of the district, since villages share names', () => {
  expect(show().textContent).toContain('Pilang, Kademangan');
});

it('tells my own work from that of a colleague', () => {
  expect(show({ assignee: { name: 'Petugas Loket', me: true } }).textContent).toContain('Anda pegang');
  cleanup();
  expect(show({ assignee: { name: 'Petugas Dua', me: false } }).textContent).toContain(
    'Dipegang Petugas Dua',
  );
});

it('marks the row whose case is open', () => {
  expect(show({}, true).getAttribute('aria-current')).toBe('true');
  cleanup();
  expect(show().getAttribute('aria-current')).toBeNull();
});
