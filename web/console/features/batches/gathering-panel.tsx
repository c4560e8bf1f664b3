// Cases that wait to be gathered, and starting a batch with those chosen or all.
import { type Gathering, listWaitingLines, type WaitingLine } from '@layan/contract/staff/batch';
import { Button, NativeSelect, Skeleton, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { RegionAnswer } from '../../shared/fields/region-answer.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { StartForm } from './start-form.tsx';
import { WaitingTable } from './waiting-table.tsx';

const WHOLE = '';

function AreaChoice({
  gathering: { areas, standard },
  area,
  onChange,
}: {
  gathering: Gathering;
  area: string;
  onChange: (area: string) => void;
}) {
  if (areas.length === 1) return null;
  if (areas.length === 0)
    return (
      <RegionAnswer
        field={{ fact: `area.${standard}`, label: 'Desa atau kelurahan', type: 'region', required: false }}
        label="Desa atau kelurahan"
        value={area}
        problem={undefined}
        onChange={onChange}
      />
    );
  return (
    <NativeSelect
      label="Desa atau kelurahan"
      data={areas.map(({ code, label }) => ({ value: code, label }))}
      value={area}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function GatheringPanel({ gathering }: { gathering: Gathering }) {
  const { standard, service, of, line, areas, atMost, columns } = gathering;
  const api = useApi();
  const [area, setArea] = useState(areas[0]?.code ?? WHOLE);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [starting, setStarting] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ['waiting-lines', standard, area],
    queryFn: ({ pageParam }) =>
      api.call(listWaitingLines, {
        params: { standard },
        query: { ...(area === WHOLE ? {} : { area }), ...(pageParam === '' ? {} : { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchOnMount: 'always',
  });
  const rows: readonly WaitingLine[] = useMemo(
    () => pages.data?.pages.flatMap((page) => page.rows) ?? [],
    [pages.data],
  );
  const chosen = rows.filter(({ caseId }) => !left.has(caseId));
  const title = `menunggu.${standard}`;
  const more = pages.hasNextPage;
  return (
    <section className="panel" aria-labelledby={title}>
      <Title order={2} size="h5" id={title}>
        Menunggu dikumpulkan: {service}
      </Title>
      <Text size="sm" c="dark.6" mt={4}>
        {areas.length === 1 ? `${areas[0]?.label}. ` : ''}Paling banyak {atMost} {line} dalam satu berkas
        bersama.
      </Text>
      <AreaChoice
        gathering={gathering}
        area={area}
        onChange={(next) => {
          setArea(next);
          setLeft(new Set());
          setStarting(false);
        }}
      />
      <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      {pages.isPending ? (
        <Skeleton height={120} mt="md" role="status" aria-label="Memuat yang menunggu" />
      ) : null}
      {pages.isSuccess && rows.length === 0 ? (
        <Text mt="sm">
          Belum ada {line} yang menunggu. Periksa berkas di kotak masuk, atau ajukan {line} baru ({of}).
        </Text>
      ) : null}
      <div className="batch-ways">
        <Link href={`/usulan/${standard}/impor`}>Ambil {line} dari lembar kerja</Link>
      </div>
      {rows.length === 0 ? null : (
        <>
          <WaitingTable
            rows={rows}
            columns={columns}
            line={line}
            withArea={areas.length !== 1 && area === WHOLE}
            left={left}
            onChange={setLeft}
          />
          {more ? (
            <Button
              mt="sm"
              variant="default"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              Tampilkan berikutnya
            </Button>
          ) : null}
          {starting ? (
            <StartForm
              gathering={gathering}
              area={area === WHOLE ? undefined : area}
              cases={left.size === 0 ? 'all' : chosen.map(({ caseId }) => caseId)}
              count={more && left.size === 0 ? undefined : chosen.length}
              onCancel={() => setStarting(false)}
            />
          ) : (
            <Button mt="md" disabled={chosen.length === 0} onClick={() => setStarting(true)}>
              {left.size === 0
                ? `Kumpulkan semua${more ? '' : ` (${chosen.length})`}`
                : `Kumpulkan ${chosen.length} yang dipilih`}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
