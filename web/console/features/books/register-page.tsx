// A year of a register of outgoing letters, the newest first: to look something up by number, word or date.
import { listLetterRegister, listLetterRegisters } from '@layan/contract/staff/letters';
import { monthNames } from '@layan/domain/deadline/dates-in-words';
import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { LetterRows } from './letter-rows.tsx';
import { monthPath, soughtText } from './register-words.ts';
import './books.css';

interface Props {
  readonly register: string;
  /** The last that has letters when absent. */
  readonly year: string | undefined;
}

function Search({ onSearch }: { onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <form
      className="book-tools"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(soughtText(typed));
      }}
    >
      <TextInput
        type="search"
        label="Cari nomor, nama surat, atau tanggal"
        placeholder="3/2/2026"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (event.currentTarget.value === '') onSearch('');
        }}
      />
      <Button type="submit" variant="default">
        Cari
      </Button>
    </form>
  );
}

export function RegisterPage({ register, year: chosen }: Props) {
  const api = useApi();
  const [text, setText] = useState('');
  const list = useQuery({ queryKey: ['letter-registers'], queryFn: () => api.call(listLetterRegisters) });
  const found = list.data?.registers.find(({ id }) => id === register);
  const years = found?.years.map(String).toSorted().toReversed() ?? [];
  const year = chosen ?? years[0];
  const rows = useInfiniteQuery({
    queryKey: ['letter-register', register, year, text],
    queryFn: ({ pageParam }) =>
      api.call(listLetterRegister, {
        params: { register, year: year ?? '' },
        query: {
          ...(text === '' ? {} : { text }),
          ...(pageParam === '' ? {} : { after: pageParam }),
        },
      }),
    enabled: year !== undefined,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const all = (rows.data?.pages ?? []).flatMap((page) => page.rows);
  const title = found?.label ?? 'Buku surat keluar';
  return (
    <div className="room book-room">
      <PageHeading title={title} tab={year === undefined ? title : `${title}, ${year}`} />
      <ProblemNotice error={list.error ?? rows.error} retry={() => void list.refetch()} />
      {list.isSuccess && year === undefined ? (
        <Text mt="sm">
          Belum ada surat bernomor. Nomor pertama tercatat di sini saat surat pertama siap ditandatangani.
        </Text>
      ) : null}
      {years.length < 2 ? null : (
        <nav aria-label="Tahun" className="tabs book-years">
          {years.map((one) => (
            <Link
              key={one}
              href={`/buku/keluar/${register}/${one}`}
              aria-current={one === year ? 'page' : undefined}
            >
              {one}
            </Link>
          ))}
        </nav>
      )}
      {year === undefined ? null : (
        <>
          <Search onSearch={setText} />
          <Text size="sm" className="book-months">
            Cetak satu bulan:{' '}
            {monthNames.map((name, at) => (
              <Link key={name} href={`/buku/keluar/${register}/${year}/${monthPath(at + 1)}`}>
                {name}
              </Link>
            ))}
          </Text>
          {rows.isPending ? <Skeleton height={240} role="status" aria-label="Memuat buku" /> : null}
          {rows.isSuccess && all.length === 0 ? (
            <Text mt="sm" role="status">
              {text === '' ? `Belum ada surat pada tahun ${year}.` : 'Tidak ada surat yang cocok.'}
            </Text>
          ) : null}
          {all.length === 0 ? null : <LetterRows rows={all} caption={`${title}, ${year}`} />}
          {rows.hasNextPage ? (
            <Button
              className="book-more"
              variant="default"
              mt="sm"
              loading={rows.isFetchingNextPage}
              onClick={() => void rows.fetchNextPage()}
            >
              Tampilkan berikutnya
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}
