// One month of a register of letters in the order of the numbers, for the archive: A4 across.
import { getLetterMonth } from '@layan/contract/staff/letters';
import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { monthInWords, monthsOn } from './book-words.ts';
import { LetterRows } from './letter-rows.tsx';
import './books.css';

interface Props {
  readonly register: string;
  readonly year: string;
  readonly month: string;
}

export function RegisterMonthPage({ register, year, month }: Props) {
  const api = useApi();
  const me = useMe();
  const [, go] = useLocation();
  const view = useQuery({
    queryKey: ['letter-month', register, year, month],
    queryFn: () => api.call(getLetterMonth, { params: { register, year, month } }),
  });
  const when = `${year}-${month}`;
  const turn = (by: number): void => {
    const [nextYear = year, nextMonth = month] = monthsOn(when, by).split('-');
    go(`/buku/keluar/${register}/${nextYear}/${nextMonth}`);
  };
  const title = view.data?.label ?? 'Buku surat keluar';
  const rows = view.data?.rows ?? [];
  return (
    <div className="room book-room">
      <PageHeading title={`${title}, ${monthInWords(when)}`} aria-live="polite" />
      <Text size="sm">
        {me.agency.name}, {me.tenant.name}
      </Text>
      <nav className="book-turn" aria-label="Bulan">
        <Button variant="default" onClick={() => turn(-1)}>
          Bulan sebelumnya
        </Button>
        <Button variant="default" onClick={() => turn(1)}>
          Bulan berikutnya
        </Button>
        <Link href={`/buku/keluar/${register}/${year}`}>Seluruh tahun {year}</Link>
        <Button variant="default" disabled={rows.length === 0} onClick={() => window.print()}>
          Cetak
        </Button>
      </nav>
      <ProblemNotice error={view.error} retry={() => void view.refetch()} />
      {view.isPending ? <Skeleton height={240} role="status" aria-label="Memuat bulan ini" /> : null}
      {view.isSuccess && rows.length === 0 ? (
        <Text mt="sm" role="status">
          Belum ada surat pada bulan ini.
        </Text>
      ) : null}
      {rows.length === 0 ? null : <LetterRows rows={rows} caption={`${title}, ${monthInWords(when)}`} />}
    </div>
  );
}
