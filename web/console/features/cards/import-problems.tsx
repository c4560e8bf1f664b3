// The rows of an import that a person decides on. The list stays until every row is settled.
import { type ImportRowView, listImportProblems, settleImportRow } from '@layan/contract/staff/register';
import { Button, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { countWords } from './count-words.ts';

type Way = ImportRowView['ways'][number];

const wayLabels = {
  skip: 'Lewati',
  'no-longer-in-force': 'Ambil sebagai tidak berlaku',
  'try-again': 'Coba lagi',
} as const satisfies Record<Way, string>;

const settledLabels = {
  skipped: 'dilewati',
  'no-longer-in-force': 'diambil sebagai tidak berlaku',
  taken: 'diambil',
} as const;

function Row({
  importId,
  row,
  onDone,
}: {
  importId: string;
  row: ImportRowView;
  onDone: (what: string) => void;
}) {
  const api = useApi();
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: (way: Way) =>
      api.call(settleImportRow, { params: { importId, position: String(row.position) }, body: { way } }),
    onSuccess: async (after) => {
      await queries.invalidateQueries({ queryKey: ['import', importId] });
      onDone(
        after.settled === undefined
          ? `Baris ${row.line} belum dapat diambil: ${after.problems.join(' ')}`
          : `Baris ${row.line} ${settledLabels[after.settled.how]}.`,
      );
    },
  });
  const { number, holder, nik, familyCardNumber, issued } = row.cells;
  const said = [holder, number, issued, nik && `NIK ${nik}`, familyCardNumber && `KK ${familyCardNumber}`];
  return (
    <li className="import-row">
      <Text fw={600}>
        Baris {row.line} {row.settled === undefined ? null : <Tag>{settledLabels[row.settled.how]}</Tag>}
      </Text>
      <Text size="sm">{said.filter(Boolean).join(' · ')}</Text>
      <Text size="sm">{row.problems.join(' ')}</Text>
      {row.held === undefined ? null : (
        <Link href={`/kartu/${row.held.id}`}>
          Buka {row.held.label} nomor {row.held.number}
        </Link>
      )}
      {row.settled === undefined ? null : (
        <Text size="sm" c="dark.6">
          {row.settled.when}, {row.settled.by}
        </Text>
      )}
      <ProblemNotice error={settle.error} arrive />
      {row.ways.length === 0 ? null : (
        <div className="import-ways">
          {row.ways.map((way) => (
            <Button
              key={way}
              variant="default"
              loading={settle.isPending && settle.variables === way}
              disabled={settle.isPending}
              aria-label={`${wayLabels[way]}: baris ${row.line}`}
              onClick={() => settle.mutate(way)}
            >
              {wayLabels[way]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

export function ImportProblems({ importId }: { importId: string }) {
  const api = useApi();
  const [done, setDone] = useState<Done>();
  const pages = useInfiniteQuery({
    queryKey: ['import', importId],
    queryFn: ({ pageParam }) =>
      api.call(listImportProblems, {
        params: { importId },
        query: pageParam === 0 ? {} : { after: String(pageParam) },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const record = pages.data?.pages[0]?.record;
  return (
    <>
      <DoneNotice done={done} />
      <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton height={160} mt="md" role="status" aria-label="Memuat baris" /> : null}
      {record === undefined ? null : (
        <section className="panel" aria-label="Baris yang perlu dilihat">
          <Text fw={600}>{record.fileName}</Text>
          <Text size="sm" c="dark.6">
            {record.started}, {record.by}
          </Text>
          <Text size="sm">{countWords(record)}</Text>
          {rows.length === 0 ? <Text mt="md">Tidak ada baris yang perlu dilihat.</Text> : null}
          <ul className="plain-list">
            {rows.map((row) => (
              <Row key={row.position} importId={importId} row={row} onDone={(what) => setDone({ what })} />
            ))}
          </ul>
          {pages.hasNextPage ? (
            <Button
              variant="default"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              Tampilkan berikutnya
            </Button>
          ) : null}
        </section>
      )}
    </>
  );
}
