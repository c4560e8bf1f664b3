// Rows as they will be read, before anything is taken over.
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { maskIdentifier } from '@layan/domain/person/masking';
import type { RegisterProduct } from '@layan/domain/register/read-row';
import { Text, Title } from '@mantine/core';
import { Disclosure } from '../../shared/disclosure.tsx';
import type { Foreseen, RowRead } from './mapped-rows.ts';

const masked = (value: string | undefined): string => (value === undefined ? '—' : maskIdentifier(value));

function First({ rows, products }: { rows: readonly RowRead[]; products: readonly RegisterProduct[] }) {
  const labels = new Map(products.map(({ id, label }) => [id, label]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <section className="import-preview" aria-label="Baris pertama seperti terbaca" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {['Baris', 'Jenis', 'Nomor', 'Pemegang', 'NIK', 'Nomor KK', 'Terbit', 'Keadaan'].map(
              (heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, row }) =>
            row === undefined ? null : (
              <tr key={line}>
                <td>{line}</td>
                <td>{labels.get(row.product) ?? row.product}</td>
                <td translate="no">{row.number}</td>
                <td>{row.holder}</td>
                <td>{masked(row.nik)}</td>
                <td>{masked(row.familyCardNumber)}</td>
                <td>{plainDateInWords(row.issued)}</td>
                <td>{row.inForce ? 'berlaku' : 'tidak berlaku'}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

export function Preview({
  foreseen,
  products,
}: {
  foreseen: Foreseen;
  products: readonly RegisterProduct[];
}) {
  const { good, badCount, bad, unguarded, first } = foreseen;
  return (
    <>
      <Title order={3} size="h6" mt="md">
        Pratinjau
      </Title>
      <Text role="status">
        {good} baris terbaca, {badCount} baris bermasalah.
      </Text>
      {unguarded > 0 ? (
        <Text size="sm" mt="xs">
          {unguarded} baris tanpa NIK (Nomor Induk Kependudukan) dan nomor KK (kartu keluarga) akan ditandai
          “tidak terjaga”: kartu kedua untuk keluarga itu tidak akan ketahuan.
        </Text>
      ) : null}
      {first.length > 0 ? <First rows={first} products={products} /> : null}
      {badCount > 0 ? (
        <Disclosure summary={`Lihat baris bermasalah (${Math.min(badCount, bad.length)} dari ${badCount})`}>
          <ul>
            {bad.map(({ line, problems }) => (
              <li key={line}>
                Baris {line}: {problems.join(' ')}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
