import type { InboxRowView } from '@layan/contract/staff/inbox';
import { expect, it } from 'vitest';
import { inboxGroups } from './inbox-groups.ts';

const row = (ticket: string, changes: Partial<InboxRowView> = {}): InboxRowView => ({
  caseId: ticket,
  ticket,
  task: 'survey.1',
  step: 'survey',
  stepLabel: 'Survei',
  service: 'Layanan Uji',
  applicant: 'Warga Uji Satu',
  receivedAt: '2026-03-20T01:00:00Z',
  received: 'Jumat, 20 Maret 2026, 08.00 WIB',
  ...changes,
});
const given = (ticket: string, assignee?: InboxRowView['assignee']) =>
  row(ticket, { givenOut: true, ...(assignee && { assignee }) });
const tickets = (rows: readonly InboxRowView[]) =>
  inboxGroups(rows).map(({ title, rows: kept }) => [title, kept.map(({ ticket }) => ticket)]);

it('shows my work first, then what nobody has, then what others have, each in its order', () => {
  const other = { name: 'Petugas Uji 2', me: false };
  const me = { name: 'Petugas Uji 1', me: true };
  expect(tickets([given('a', other), given('b'), given('c', me), given('d'), given('e', me)])).toEqual([
    ['Tugas saya', ['c', 'e']],
    ['Belum ada petugas', ['b', 'd']],
    ['Dipegang petugas lain', ['a']],
  ]);
});

it('shows no heading over nothing', () => {
  expect(tickets([given('a')])).toEqual([['Belum ada petugas', ['a']]]);
});

it('leaves other work as one list', () => {
  expect(tickets([row('a', { assignee: { name: 'Petugas Uji 2', me: false } }), row('b')])).toEqual([
    [undefined, ['a', 'b']],
  ]);
  expect(inboxGroups([])).toEqual([{ rows: [] }]);
});
