// The cases that wait, by the columns of their service. All are chosen at first; who is left out waits on.
import type { Gathering, WaitingLine } from '@layan/contract/staff/batch';
import { Checkbox } from '@mantine/core';
import { Link } from 'wouter';

interface Props {
  readonly rows: readonly WaitingLine[];
  readonly columns: Gathering['columns'];
  readonly line: string;
  readonly withArea: boolean;
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
}

export function WaitingTable({ rows, columns, line, withArea, left, onChange }: Props) {
  const chosen = rows.filter(({ caseId }) => !left.has(caseId)).length;
  const toggle = (caseId: string): void => {
    const next = new Set(left);
    if (!next.delete(caseId)) next.add(caseId);
    onChange(next);
  };
  return (
    <>
      <Checkbox
        mt="sm"
        label={`Pilih semua (${chosen} dari ${rows.length} dipilih)`}
        checked={chosen === rows.length}
        indeterminate={chosen > 0 && chosen < rows.length}
        onChange={() =>
          onChange(chosen === rows.length ? new Set(rows.map(({ caseId }) => caseId)) : new Set())
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard */}
      <section className="sheet-table" aria-label={`${line} yang menunggu`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Pilih</th>
              {columns.map(({ fact, label }) => (
                <th key={fact} scope="col">
                  {label}
                </th>
              ))}
              {withArea ? <th scope="col">Desa atau kelurahan</th> : null}
              <th scope="col">Menunggu sejak</th>
              <th scope="col">Tiket</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ caseId, ticket, cells, area, since }) => (
              <tr key={caseId}>
                <td>
                  <Checkbox
                    aria-label={`Pilih ${Object.values(cells)[0] ?? ticket}`}
                    checked={!left.has(caseId)}
                    onChange={() => toggle(caseId)}
                  />
                </td>
                {columns.map(({ fact, label }) => (
                  <td key={fact} data-label={label}>
                    {cells[fact] ?? '—'}
                  </td>
                ))}
                {withArea ? <td data-label="Desa atau kelurahan">{area?.label ?? '—'}</td> : null}
                <td data-label="Menunggu sejak">{since}</td>
                <td data-label="Tiket">
                  <Link href={`/berkas/${caseId}`} translate="no">
                    {ticket}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
