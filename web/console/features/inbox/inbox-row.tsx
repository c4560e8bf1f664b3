// One task in the inbox: for whom, what to do, and by when it was promised.
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { PromiseMark } from '../../shared/promise-mark.tsx';

interface Props {
  readonly row: InboxRowView;
  readonly href: string;
  readonly open: boolean;
}

/** In a list the kinds of place go without saying: "Pilang, Kademangan". */
const shortPlace = (area: string): string => area.replace(/\b(Kelurahan|Desa|Kecamatan) /g, '');

function wordsOf({ words, overdue, due }: NonNullable<InboxRowView['promise']>): string {
  if (words !== undefined) return `${words} (${due})`;
  return overdue ? `Terlewat: ${due}` : `Paling lambat ${due}`;
}

/** Of a confidential case nothing is to be opened by who is not given it. */
function ClosedRow({ row: { applicant, stepLabel, ticket } }: Pick<Props, 'row'>) {
  return (
    <div className="row-closed">
      <Text span fw={600} lh={1.3} className="row-name">
        {applicant}
      </Text>
      <Text size="sm" lh={1.35}>
        {stepLabel}. Dibuka setelah tugas ini diberikan kepada Anda.
      </Text>
      <Text size="xs" c="dark.6" lh={1.4} translate="no">
        {ticket}
      </Text>
    </div>
  );
}

export function InboxRow({ row, href, open }: Props) {
  const { promise, assignee } = row;
  if (row.confidential) {
    return (
      <li data-case={row.caseId}>
        <ClosedRow row={row} />
      </li>
    );
  }
  return (
    <li data-case={row.caseId}>
      <Link href={href} aria-current={open ? 'true' : undefined}>
        <div className="row-head">
          <Text span fw={600} lh={1.3} className="row-name">
            {row.applicant}
          </Text>
          {assignee === undefined ? null : (
            <span className="holder" data-mine={assignee.me}>
              {assignee.me ? 'Anda pegang' : `Dipegang ${assignee.name}`}
            </span>
          )}
        </div>
        <Text size="sm" lh={1.35}>
          {row.stepLabel}
          {row.as === undefined ? '' : `, sebagai ${row.as}`}
        </Text>
        {promise === undefined ? (
          <Text size="sm" c="dark.6" lh={1.35}>
            Masuk {row.received}
          </Text>
        ) : (
          <PromiseMark
            promise={{
              state: promise.overdue ? 'broken' : 'running',
              words: wordsOf(promise),
            }}
          />
        )}
        <Text size="xs" c="dark.6" lh={1.4}>
          <span translate="no">{row.ticket}</span>
          {row.area === undefined ? '' : ` · ${shortPlace(row.area)}`}
        </Text>
      </Link>
    </li>
  );
}
