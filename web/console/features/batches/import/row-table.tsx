// Rows as they were read, or those that a person has to mend; identifiers show their last four digits.
import type { FieldView } from '@layan/contract/staff/common';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { maskIdentifier } from '@layan/domain/person/masking';
import type { ReactNode } from 'react';
import type { Candidate } from './candidate-rows.ts';

interface Props {
  readonly label: string;
  readonly rows: readonly Candidate[];
  readonly fields: readonly FieldView[];
  readonly said: string;
  readonly saying: (row: Candidate) => ReactNode;
}

const shown = ({ type, options, fact }: FieldView, { entered }: Candidate): string => {
  const text = entered[fact];
  if (text === undefined) return '—';
  if (type === 'nik' || type === 'familyCardNumber') return maskIdentifier(text.replace(/\D/g, ''));
  if (type === 'date') return plainDateInWords(text);
  return options?.find(({ value }) => value === text)?.label ?? text;
};

export function RowTable({ label, rows, fields, said, saying }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="sheet-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Baris</th>
            {fields.map(({ fact, label: heading }) => (
              <th key={fact} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col">{said}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td data-label="Baris">{row.line}</td>
              {fields.map((field) => (
                <td key={field.fact} data-label={field.label}>
                  {shown(field, row)}
                </td>
              ))}
              <td data-label={said}>{saying(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
