// The inbox: open work of one role ordered by promise, with the chosen case beside it.
import { staffApi } from '@layan/contract/staff-api';
import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useKeys } from '../../shared/keyboard.ts';
import { useMe } from '../../shared/me.ts';
import { usePageTitle } from '../../shared/page-title.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { EmptyInbox } from './empty-inbox.tsx';
import { InboxRow } from './inbox-row.tsx';
import { Today } from './today.tsx';

const REFRESH = 30_000;

function RoleTabs({ role }: { role: string }) {
  const me = useMe();
  if (me.roles.length < 2) return null;
  return (
    <nav aria-label="Peran" className="tabs">
      {me.roles.map(({ id, label }) => (
        <Link key={id} href={`/kotak/${id}`} aria-current={id === role ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

export function InboxPage({
  role,
  selected,
  children,
}: {
  role: string | undefined;
  selected?: string;
  children?: ReactNode;
}) {
  const me = useMe();
  if (role === undefined || !me.roles.some(({ id }) => id === role)) {
    return (
      <div className="room">
        <Title order={1} size="h3">
          Anda belum mendapat peran ini
        </Title>
        <Text mt="xs">
          Mintalah manajer layanan {me.agency.shortName} memberi Anda peran di menu Petugas.
        </Text>
      </div>
    );
  }
  return (
    <Inbox role={role} selected={selected} key={role}>
      {children}
    </Inbox>
  );
}

function Inbox({
  role,
  selected,
  children,
}: {
  role: string;
  selected: string | undefined;
  children: ReactNode;
}) {
  usePageTitle(selected === undefined ? 'Kotak masuk' : undefined);
  const api = useApi();
  const [, go] = useLocation();
  const [cursor, setCursor] = useState(0);
  const inbox = useInfiniteQuery({
    queryKey: ['inbox', role],
    queryFn: ({ pageParam }) =>
      api.call(staffApi.listInbox, { query: { role, ...(pageParam === '' ? {} : { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH,
  });
  const rows = useMemo(() => inbox.data?.pages.flatMap((page) => page.rows) ?? [], [inbox.data]);
  const move = (step: number): void =>
    setCursor((at) => Math.min(Math.max(at + step, 0), Math.max(rows.length - 1, 0)));
  const open = (caseId: string | undefined): void => {
    if (caseId !== undefined) go(`/kotak/${role}/${caseId}`);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => open(rows[cursor]?.caseId),
    Escape: () => go(`/kotak/${role}`),
  });
  return (
    <div className="workbench" data-open={selected !== undefined}>
      <section className="list" aria-label="Daftar berkas">
        <Group justify="space-between" wrap="nowrap" px="sm" pt="sm">
          <Title order={1} size="h4">
            Kotak masuk
          </Title>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={inbox.isRefetching}
            onClick={() => void inbox.refetch()}
          >
            Muat ulang
          </Button>
        </Group>
        <RoleTabs role={role} />
        <Today />
        {inbox.isPending ? (
          <Stack p="sm" aria-busy="true" aria-label="Memuat daftar">
            {[0, 1, 2, 3].map((n) => (
              <Skeleton key={n} height={76} />
            ))}
          </Stack>
        ) : null}
        <div className="notice">
          <ProblemNotice error={inbox.error} retry={() => void inbox.refetch()} />
        </div>
        {inbox.isSuccess && rows.length === 0 ? <EmptyInbox checkedAt={inbox.dataUpdatedAt} /> : null}
        <ol className="rows">
          {rows.map((row, at) => (
            <InboxRow
              key={`${row.caseId}.${row.task}`}
              row={row}
              href={`/kotak/${role}/${row.caseId}`}
              open={row.caseId === selected}
              marked={at === cursor}
              onFocus={() => setCursor(at)}
            />
          ))}
        </ol>
        {inbox.hasNextPage ? (
          <Button
            variant="default"
            m="sm"
            loading={inbox.isFetchingNextPage}
            onClick={() => void inbox.fetchNextPage()}
          >
            Tampilkan berikutnya
          </Button>
        ) : null}
      </section>
      <section className="detail" aria-label="Berkas terpilih">
        {children ?? (
          <Text c="dark.6" p="xl" className="choose">
            Pilih berkas di daftar untuk mulai bekerja. Gunakan j dan k untuk berpindah, Enter untuk membuka.
          </Text>
        )}
      </section>
    </div>
  );
}
