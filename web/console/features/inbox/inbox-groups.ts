// Work that is given out by rule, by whose it is: mine first, then what nobody has, then what others have. Other work stays
// one list, the most urgent promise first.
import type { InboxRowView } from '@layan/contract/staff/inbox';

export interface InboxGroup {
  /** Absent where there is only one. */
  readonly title?: string;
  readonly rows: readonly InboxRowView[];
}

export const inboxGroups = (rows: readonly InboxRowView[]): readonly InboxGroup[] => {
  if (!rows.some(({ givenOut }) => givenOut)) return [{ rows }];
  const groups = [
    { title: 'Tugas saya', rows: rows.filter(({ assignee }) => assignee?.me === true) },
    { title: 'Belum ada petugas', rows: rows.filter(({ assignee }) => assignee === undefined) },
    { title: 'Dipegang petugas lain', rows: rows.filter(({ assignee }) => assignee?.me === false) },
  ];
  return groups.filter((group) => group.rows.length > 0);
};
