// Rows of the inbox that belong together, under a heading where there is more than one such list.
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { rowKey } from './at-once.ts';
import { InboxRow, type RowChoice } from './inbox-row.tsx';

interface Props {
  readonly title: string | undefined;
  readonly rows: readonly InboxRowView[];
  readonly role: string;
  readonly selected: string | undefined;
  readonly choiceOf: (row: InboxRowView) => RowChoice | undefined;
}

export function InboxRows({ title, rows, role, selected, choiceOf }: Props) {
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
            key={rowKey(row)}
            row={row}
            href={`/kotak/${role}/${row.caseId}`}
            open={row.caseId === selected}
            choice={choiceOf(row)}
          />
        ))}
      </ol>
    </>
  );
}
