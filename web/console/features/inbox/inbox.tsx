// Open work of one role, the most urgent promise first, with the chosen case beside it.
import { staffApi } from '@layan/contract/staff-api';
import { Button, Skeleton, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { atOnce, rowKey } from './at-once.ts';
import { EmptyInbox } from './empty-inbox.tsx';
import { inboxGroups } from './inbox-groups.ts';
import { InboxRows } from './inbox-rows.tsx';
import { RoleTabs } from './role-tabs.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { Today } from './today.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useSelection } from './use-selection.ts';

const REFRESH = 30_000;

interface Props {
  readonly role: string;
  readonly selected: string | undefined;
  readonly children: ReactNode;
}

export function Inbox({ role, selected, children }: Props) {
  const api = useApi();
  const [, go] = useLocation();
  const inbox = useInfiniteQuery({
    queryKey: ['inbox', role],
    queryFn: ({ pageParam }) =>
      api.call(staffApi.listInbox, { query: { role, ...(pageParam === '' ? {} : { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH,
  });
  const rows = inbox.data?.pages.flatMap((page) => page.rows) ?? [];
  const groups = inboxGroups(rows);
  const selection = useSelection(role);
  const order = groups.flatMap((group) => group.rows.filter((row) => atOnce(row) !== undefined).map(rowKey));
  const choose = (key: string, reaching: boolean): void => {
    if (reaching) selection.reach(key, order);
    else selection.toggle(key);
  };
  const list = useRowKeys(selected, {
    close: () => {
      if (selected !== undefined) go(`/kotak/${role}`);
    },
    choose: (key, reaching) => {
      if (order.includes(key)) choose(key, reaching);
    },
  });
  return (
    <div className="workbench" data-open={selected !== undefined}>
      <section className="list" aria-label="Daftar berkas">
        <div className="list-head">
          {selected === undefined ? (
            <PageHeading title="Kotak masuk" size="h4" />
          ) : (
            <Title order={2} size="h4">
              Kotak masuk
            </Title>
          )}
          <Button
            variant="subtle"
            px={10}
            leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
            loading={inbox.isRefetching}
            onClick={() => void inbox.refetch()}
          >
            Muat ulang
          </Button>
        </div>
        <RoleTabs role={role} />
        <Today />
        {inbox.isPending ? (
          <div className="waiting" aria-busy="true" role="status" aria-label="Memuat daftar">
            {[0, 1, 2, 3].map((n) => (
              <Skeleton key={n} height={84} />
            ))}
          </div>
        ) : null}
        <div className="notice">
          <ProblemNotice error={inbox.error} retry={() => void inbox.refetch()} />
        </div>
        {inbox.isSuccess && rows.length === 0 ? <EmptyInbox checkedAt={inbox.dataUpdatedAt} /> : null}
        <div ref={list}>
          {groups.map(({ title, rows: group }) => (
            <InboxRows
              key={title ?? ''}
              title={title}
              rows={group}
              role={role}
              selected={selected}
              choiceOf={(row) =>
                order.includes(rowKey(row))
                  ? {
                      chosen: selection.chosen.has(rowKey(row)),
                      onChoose: (reaching) => choose(rowKey(row), reaching),
                    }
                  : undefined
              }
            />
          ))}
        </div>
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
        <SelectionBar role={role} rows={rows} selection={selection} more={inbox.hasNextPage} />
      </section>
      <section className="detail" aria-label="Berkas terpilih">
        {selected === undefined ? null : (
          <Link href={`/kotak/${role}`} className="back">
            <IconArrowLeft size={18} stroke={1.6} aria-hidden /> Kembali ke daftar
          </Link>
        )}
        {children ?? (rows.length === 0 ? null : <Choose />)}
      </section>
    </div>
  );
}

function Choose() {
  return (
    <Text c="dark.6" className="choose">
      Pilih berkas di daftar untuk mulai bekerja. Tekan <kbd>j</kbd> dan <kbd>k</kbd> untuk berpindah,{' '}
      <kbd>Enter</kbd> untuk membuka.
    </Text>
  );
}
