// One month of the book of a channel: to look something up, and to print for the archive.
import type { BookPage as Book } from '@layan/contract/staff/books';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './books.css';
import { bookName, monthInWords, monthsOn } from './book-words.ts';

interface Props {
  readonly standard: string;
  readonly channel: string;
  /** This month when absent. */
  readonly month: string | undefined;
}

type Row = Book['rows'][number];

const holds = ({ ticket, from, about, state }: Row, sought: string): boolean =>
  [ticket, from, about, state].some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));

interface Column {
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
}

const number: Column = { name: 'No.', cell: (row) => row.number };
const about = (name: string): Column => ({ name, cell: (row) => row.about });
const who = (name: string): Column => ({ name, cell: (row) => <Name row={row} /> });
const received = (name: string): Column => ({ name, cell: (row) => row.received });
const state: Column = { name: 'Keadaan', cell: (row) => row.state };
const ended: Column = { name: 'Selesai', cell: (row) => row.ended ?? '' };

const guestBook: readonly Column[] = [
  number,
  received('Datang'),
  who('Nama atau lembaga'),
  about('Keperluan'),
  { name: 'Bertemu dengan', cell: (row) => row.workers.join(', ') },
  ended,
  state,
];

const incomingAgenda: readonly Column[] = [
  number,
  received('Diterima'),
  who('Dari'),
  about('Perihal'),
  { name: 'Nomor tiket', cell: (row) => <span translate="no">{row.ticket}</span> },
  state,
  ended,
];

function Entries({ rows, columns }: { rows: readonly Row[]; columns: readonly Column[] }) {
  return (
    <table className="book">
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            {columns.map(({ name, cell }) => (
              <td key={name}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({ row: { from, caseId } }: { row: Row }) {
  return caseId === undefined ? from : <Link href={`/berkas/${caseId}`}>{from}</Link>;
}

export function BookPage({ standard, channel, month }: Props) {
  const api = useApi();
  const [, go] = useLocation();
  const [sought, setSought] = useState('');
  const book = useInfiniteQuery({
    queryKey: ['book', standard, channel, month],
    queryFn: ({ pageParam }) =>
      api.call(staffApi.listBook, {
        params: { standardId: standard, channel },
        query: { month, ...(pageParam === '' ? {} : { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const [printing, setPrinting] = useState(false);
  // Who searches or prints means the whole month, not only what was on the screen so far.
  const meansAll = printing || sought.trim() !== '';
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = book;
  useEffect(() => {
    // With `data`, so that each page that comes is followed by the next.
    if (data && meansAll && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [data, meansAll, hasNextPage, isFetching, isError, fetchNextPage]);
  useEffect(() => {
    if (!printing || (hasNextPage && !isError)) return;
    setPrinting(false);
    if (!isError) window.print();
  }, [printing, hasNextPage, isError]);
  const first = data?.pages[0];
  const rows = (data?.pages ?? []).flatMap((page) => page.rows);
  const found = sought.trim() === '' ? rows : rows.filter((row) => holds(row, sought));
  const turn = (by: number): void => {
    if (first !== undefined) go(`/buku/${standard}/${channel}/${monthsOn(first.month, by)}`);
  };
  if (first === undefined) {
    return (
      <div className="room">
        <PageHeading title="Buku" />
        <ProblemNotice error={book.error} retry={() => void book.refetch()} />
        {book.isPending ? <Skeleton height={240} mt="md" role="status" aria-label="Membuka buku" /> : null}
      </div>
    );
  }
  const title = bookName(first.kind, first.channel);
  return (
    <div className="room book-room">
      <PageHeading title={title} tab={`${title}, ${monthInWords(first.month)}`} />
      <Text size="sm">
        {first.agency}, {first.service}
      </Text>
      <nav className="book-turn" aria-label="Bulan">
        <Button variant="default" onClick={() => turn(-1)}>
          Bulan sebelumnya
        </Button>
        <strong aria-live="polite">{monthInWords(first.month)}</strong>
        <Button variant="default" onClick={() => turn(1)}>
          Bulan berikutnya
        </Button>
        {first.kind === 'box' ? (
          <Link href={`/buku/${standard}/${channel}/kotak`}>Catatan pembukaan kotak</Link>
        ) : null}
      </nav>
      <div className="book-tools">
        <TextInput
          type="search"
          label="Cari di bulan ini"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <Button variant="default" loading={printing} onClick={() => setPrinting(true)}>
          Cetak
        </Button>
      </div>
      {found.length === 0 ? (
        <Text mt="sm" role="status">
          {rows.length === 0
            ? 'Belum ada catatan pada bulan ini.'
            : hasNextPage && !isError
              ? 'Mencari di seluruh bulan ini...'
              : 'Tidak ada yang cocok pada bulan ini.'}
        </Text>
      ) : (
        <Entries rows={found} columns={first.kind === 'counter' ? guestBook : incomingAgenda} />
      )}
      {book.hasNextPage ? (
        <Button
          className="book-more"
          variant="default"
          loading={book.isFetchingNextPage}
          onClick={() => void book.fetchNextPage()}
        >
          Tampilkan berikutnya
        </Button>
      ) : null}
      <ProblemNotice error={book.error} />
    </div>
  );
}
