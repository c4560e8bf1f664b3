// One task in the inbox: for whom, what to do, and by when it was promised.
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { Checkbox, Text } from '@mantine/core';
import { Link } from 'wouter';
import { PromiseMark } from '../../shared/promise-mark.tsx';

/** In a row that may be done together with others. */
export interface RowChoice {
  readonly chosen: boolean;
  /** `reaching`: with all rows since the one chosen last. */
  readonly onChoose: (reaching: boolean) => void;
}

interface Props {
  readonly row: InboxRowView;
  readonly href: string;
  readonly open: boolean;
  readonly choice?: RowChoice | undefined;
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

/** The letter that waits here, as far as the list can say it. */
function letterWords({
  label,
  number,
  method,
  signatory,
  signable,
}: NonNullable<InboxRowView['letter']>): string {
  const what = number === undefined ? label : `${label} nomor ${number}`;
  if (method === undefined) return `${what}, sedang disiapkan`;
  if (signable || signatory === undefined || signatory.me) return what;
  return `${what}, dibuat atas nama ${signatory.name}`;
}

/** Shift takes the rows in between along; the space bar is a click of the box. */
function RowBox({ row: { applicant, ticket }, choice }: { row: InboxRowView; choice: RowChoice }) {
  return (
    <Checkbox
      className="row-box"
      aria-label={`Pilih ${applicant}, ${ticket}`}
      checked={choice.chosen}
      onChange={({ nativeEvent }) =>
        choice.onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  );
}

export function InboxRow({ row, href, open, choice }: Props) {
  const { promise, assignee } = row;
  if (row.confidential) {
    return (
      <li data-case={row.caseId}>
        <ClosedRow row={row} />
      </li>
    );
  }
  return (
    <li data-case={row.caseId} data-task={row.task} data-chosen={choice?.chosen}>
      {choice === undefined ? null : <RowBox row={row} choice={choice} />}
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
        {row.letter === undefined ? null : (
          <Text size="sm" lh={1.35} className="row-name">
            {letterWords(row.letter)}
          </Text>
        )}
        {(row.away ?? []).map((sentence) => (
          <Text key={sentence} size="xs" c="dark.6" lh={1.35}>
            {sentence}
          </Text>
        ))}
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
