// Which rows of the inbox may be done together: letters that only need the agency's seal, drafts that only need an initial.
import type { InboxRowView } from '@layan/contract/staff/inbox';

export type AtOnce = 'sign' | 'initial';

export const ways: readonly AtOnce[] = ['sign', 'initial'];

type Row = Pick<InboxRowView, 'letter' | 'initials' | 'assignee' | 'confidential'>;

/** What a colleague holds is theirs until they put it back. */
export const atOnce = ({ letter, initials, assignee, confidential }: Row): AtOnce | undefined => {
  if (confidential || assignee?.me === false) return undefined;
  if (letter?.signable === true) return 'sign';
  return initials === undefined ? undefined : 'initial';
};

export const rowKey = ({ caseId, task }: Pick<InboxRowView, 'caseId' | 'task'>): string =>
  `${caseId}/${task}`;

/** The words of each way, as buttons and headings say them. */
export const atOnceWords = {
  sign: {
    path: 'tanda-tangan',
    all: 'Pilih semua yang dapat ditandatangani',
    go: (count: number) => `Periksa dan tanda tangani ${count} surat`,
  },
  initial: {
    path: 'paraf',
    all: 'Pilih semua yang dapat diparaf',
    go: (count: number) => `Periksa dan paraf ${count} konsep`,
  },
} as const satisfies Record<AtOnce, { path: string; all: string; go: (count: number) => string }>;
