// Entries of one chain, the newest first; older ones are fetched when asked for.
import { type AuditEntry, listAudit } from '@layan/contract/staff/audit';
import { Button, Skeleton, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { actInWords } from './act-words.ts';
import { Moment } from './moment.tsx';

type Chain = 'administration' | 'unmasking';

const words = {
  administration: { title: 'Tindakan pengelolaan', none: 'Belum ada tindakan yang tercatat.' },
  unmasking: { title: 'Pembukaan data', none: 'Belum ada data yang dibuka.' },
} as const satisfies Record<Chain, { title: string; none: string }>;

function Entry({ entry }: { entry: AuditEntry }) {
  const { seq, at, by, act, about, caseId, detail } = entry;
  return (
    <li>
      <span className="audit-seq">{seq}</span>
      <span>
        <span>
          <b>{by}</b> {actInWords(act)}:{' '}
          {caseId === undefined ? about : <Link href={`/berkas/${caseId}`}>lihat berkas</Link>}
          {detail === undefined ? null : ` (${detail})`}
        </span>
        <Moment at={at} />
      </span>
    </li>
  );
}

export function EntryList({ chain }: { chain: Chain }) {
  const api = useApi();
  const pages = useInfiniteQuery({
    queryKey: ['audit', chain],
    queryFn: ({ pageParam }) =>
      api.call(listAudit, { query: { chain, ...(pageParam === 0 ? {} : { before: pageParam }) } }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  const entries = pages.data?.pages.flatMap(({ entries: found }) => found) ?? [];
  const { title, none } = words[chain];
  return (
    <section className="panel" aria-labelledby={`audit-${chain}`}>
      <Title order={2} size="h5" id={`audit-${chain}`}>
        {title}
      </Title>
      <ProblemNotice error={pages.error} />
      {pages.isPending ? <Skeleton height={90} mt="sm" role="status" aria-label="Memuat" /> : null}
      {pages.data !== undefined && entries.length === 0 ? <Text mt="xs">{none}</Text> : null}
      <ol className="plain-list audit-rows">
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
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
  );
}
