// Rows of the inbox that belong together, under a heading where there is more than one such list.
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { InboxRow } from './inbox-row.tsx';

interface Props {
  readonly title: string | undefined;
  readonly rows: readonly InboxRowView[];
  readonly role: string;
  readonly selected: string | undefined;
}

export function InboxRows({ title, rows, role, selected }: Props) {
  return (
    <>
      {title === undefined ? null : (
        <h3 className="group-title">
          {title} ({rows.length})
        </h3>
      )}
      <ol className="rows" aria-label={title}>
        {rows.map((row) => (
          <InboxRow
            key={`${row.caseId}.${row.task}`}
            row={row}
            href={`/kotak/${role}/${row.caseId}`}
            open={row.caseId === selected}
          />
        ))}
      </ol>
    </>
  );
}
