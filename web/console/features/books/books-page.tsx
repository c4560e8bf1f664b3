// The books: one for each channel on which staff enter what comes in, and the registers of letters that go out.
import { staffApi } from '@layan/contract/staff-api';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { bookName } from './book-words.ts';
import { OutgoingRegisters } from './outgoing-registers.tsx';

export function BooksPage() {
  const api = useApi();
  const me = useMe();
  const list = useQuery({ queryKey: ['books'], queryFn: () => api.call(staffApi.listBooks) });
  const books = list.data?.books ?? [];
  return (
    <div className="room">
      <PageHeading title="Buku" />
      <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      {list.isPending ? (
        <Skeleton height={160} mt="md" role="status" aria-label="Memuat daftar buku" />
      ) : null}
      {list.isSuccess && books.length === 0 && !me.letters ? (
        <Text mt="sm">Belum ada buku. Buku muncul setelah layanan dengan loket atau surat diterbitkan.</Text>
      ) : null}
      <OutgoingRegisters />
      {books.length === 0 ? null : (
        <Title order={2} size="h5" mt="md">
          Yang masuk
        </Title>
      )}
      <ul className="plain-list services">
        {books.map(({ standard, service, channel, label, kind }) => (
          <li key={`${standard}.${channel}`}>
            <Link href={`/buku/${standard}/${channel}`}>{bookName(kind, label)}</Link>
            <Text size="xs" c="dark.6">
              {service}
              {kind === 'box' ? (
                <>
                  {' · '}
                  <Link href={`/buku/${standard}/${channel}/kotak`}>Catatan pembukaan kotak</Link>
                </>
              ) : null}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
