// Rows of a register of letters. A number that was not used stays, struck through, with the reason in words.
import type { LetterRow } from '@layan/contract/staff/letters';
import { Link } from 'wouter';
import { productStates } from '../../shared/product-state.ts';

function Number_({ row: { number, state } }: { row: LetterRow }) {
  return state === 'cancelled' ? <s translate="no">{number}</s> : <span translate="no">{number}</span>;
}

const standing = ({ state, reason }: LetterRow): string => {
  const { label } = productStates[state];
  return reason === undefined ? label : `${label}: ${reason}`;
};

export function LetterRows({ rows, caption }: { rows: readonly LetterRow[]; caption: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="book-frame" tabIndex={0} aria-label={`${caption}, dapat digulir`}>
      <table className="book">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {['No.', 'Nomor surat', 'Tanggal', 'Surat', 'Atas nama', 'Keadaan'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-state={row.state}>
              <td>{row.sequence}</td>
              <td>
                <Number_ row={row} />
              </td>
              <td>{row.dateWords}</td>
              <td>
                {row.caseId === undefined ? (
                  row.label
                ) : (
                  <Link href={`/berkas/${row.caseId}`}>{row.label}</Link>
                )}
              </td>
              <td>{row.holder ?? ''}</td>
              <td>{standing(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
