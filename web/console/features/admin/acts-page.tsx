// The chain of acts of the control plane: who did what, newest first, and whether it is unbroken.
import { adminApi } from '@layan/contract/admin-api';
import { Button, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { actInWords } from './act-words.ts';
import { moment } from './moments.ts';

export function ActsPage() {
  const api = useApi();
  const pages = useInfiniteQuery({
    queryKey: ['admin', 'acts'],
    queryFn: ({ pageParam }) =>
      api.call(adminApi.listAdminActs, { query: pageParam === '' ? {} : { before: pageParam } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next === undefined ? undefined : String(next)),
  });
  const loaded = pages.data?.pages ?? [];
  const acts = loaded.flatMap((page) => page.acts);
  const intact = loaded.every((page) => page.intact);
  return (
    <div className="room">
      <PageHeading title="Catatan tindakan" />
      <Text mt="xs" maw="65ch">
        Setiap tindakan admin pusat dan setiap langkah sistem tercatat berantai. Catatan tidak dapat diubah
        atau dihapus tanpa terlihat.
      </Text>
      <ProblemNotice error={pages.error} retry={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton height={200} mt="md" role="status" aria-label="Memuat" /> : null}
      {pages.data !== undefined && acts.length === 0 ? <Text mt="md">Belum ada tindakan.</Text> : null}
      {acts.length === 0 ? null : (
        <section className="panel" aria-label="Tindakan">
          <p role="status" className="with-icon">
            {intact ? (
              <>
                <IconCircleCheck size={18} stroke={1.6} aria-hidden /> Catatan yang tampil utuh dan berurutan.
              </>
            ) : (
              <>
                <IconAlertTriangle size={18} stroke={1.6} aria-hidden /> Catatan yang tampil tidak utuh.
                Laporkan segera kepada penanggung jawab keamanan.
              </>
            )}
          </p>
          <ol className="plain-list admin-rows">
            {acts.map((act) => (
              <li key={act.seq}>
                <Text>
                  <b>{act.by === 'sistem' ? 'Sistem' : act.by}</b> {actInWords(act)}
                </Text>
                <Text size="sm" c="dark.6">
                  <time dateTime={act.at}>{moment(act.at)}</time> · nomor {act.seq}
                </Text>
              </li>
            ))}
          </ol>
          {pages.hasNextPage ? (
            <Button
              variant="default"
              mt="sm"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              Tampilkan yang lebih lama
            </Button>
          ) : null}
        </section>
      )}
    </div>
  );
}
