// A register by product and year, page by page, to look through and to print.
import { listRegister, listRegisters } from '@layan/contract/staff/register';
import { Button, Group, NativeSelect, Skeleton, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { CardList } from './card-list.tsx';

const OLD = 'lama';

function Register({ product, label, year }: { product: string; label: string; year: string }) {
  const api = useApi();
  const pages = useInfiniteQuery({
    queryKey: ['register', product, year],
    queryFn: ({ pageParam }) =>
      api.call(listRegister, {
        params: { product, year },
        query: pageParam === '' ? {} : { after: pageParam },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  if (pages.isPending) return <Skeleton height={160} mt="md" role="status" aria-label="Memuat register" />;
  return (
    <>
      <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      {rows.length === 0 && pages.data ? (
        <Text mt="sm">
          {year === OLD
            ? `Belum ada ${label} yang diambil dari buku lama.`
            : `Belum ada ${label} yang terbit pada tahun ${year}.`}
        </Text>
      ) : (
        <>
          <Text className="register-title" size="sm" mt="sm">
            Register {label} ·{' '}
            {year === OLD ? 'dari buku lama, menurut nomor' : `tahun ${year}, terbaru dahulu`}
          </Text>
          <CardList cards={rows} />
        </>
      )}
      <Group mt="sm">
        {pages.hasNextPage ? (
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Tampilkan berikutnya
          </Button>
        ) : null}
        {rows.length > 0 ? (
          <Button variant="default" onClick={() => window.print()}>
            Cetak yang tampil
          </Button>
        ) : null}
      </Group>
    </>
  );
}

export function Registers() {
  const api = useApi();
  const [chosen, setChosen] = useState<{ product?: string; year?: string }>({});
  const known = useQuery({ queryKey: ['registers'], queryFn: () => api.call(listRegisters) });
  const registers = known.data?.registers ?? [];
  const register = registers.find(({ id }) => id === chosen.product) ?? registers[0];
  const year = chosen.year ?? String(register?.years[0] ?? OLD);
  return (
    <section className="panel register" aria-labelledby="register">
      <Title order={2} size="h5" id="register">
        Register
      </Title>
      <ProblemNotice error={known.error} retry={() => void known.refetch()} />
      {known.isPending ? <Skeleton height={120} mt="md" role="status" aria-label="Memuat register" /> : null}
      {known.data !== undefined && register === undefined ? (
        <Text mt="sm">Dinas ini belum punya standar yang menerbitkan kartu.</Text>
      ) : null}
      {register === undefined ? null : (
        <>
          <div className="register-choice">
            <NativeSelect
              label="Jenis"
              value={register.id}
              data={registers.map(({ id, label }) => ({ value: id, label }))}
              onChange={(event) => setChosen({ product: event.currentTarget.value })}
            />
            <NativeSelect
              label="Tahun"
              value={year}
              data={[
                ...register.years.map((one) => ({ value: String(one), label: String(one) })),
                { value: OLD, label: 'Dari buku lama' },
              ]}
              onChange={(event) => setChosen({ product: register.id, year: event.currentTarget.value })}
            />
          </div>
          <Register product={register.id} label={register.label} year={year} key={`${register.id}.${year}`} />
        </>
      )}
    </section>
  );
}
