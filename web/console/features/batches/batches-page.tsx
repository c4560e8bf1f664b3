// Batches: what waits to be gathered, and what runs.
import { type BatchSummary, listBatches } from '@layan/contract/staff/batch';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './batches.css';
import { GatheringPanel } from './gathering-panel.tsx';

function Running({ running }: { running: readonly BatchSummary[] }) {
  return (
    <section className="panel" aria-labelledby="berjalan">
      <Title order={2} size="h5" id="berjalan">
        Yang sedang berjalan
      </Title>
      {running.length === 0 ? <Text mt="xs">Belum ada berkas bersama yang berjalan.</Text> : null}
      <ul className="plain-list batch-list">
        {running.map(({ caseId, ticket, service, area, about, waitsFor, lines, since }) => (
          <li key={caseId}>
            <Link href={`/berkas/${caseId}`} className="batch-link">
              {service}
              {area === undefined ? '' : `, ${area.label}`}
            </Link>
            <Text size="sm">
              {[
                ...about,
                `${lines.in} baris`,
                ...(lines.all > lines.in ? [`${lines.all - lines.in} keluar`] : []),
              ].join(' · ')}
            </Text>
            {waitsFor.length === 0 ? null : <Text size="sm">Menunggu: {waitsFor.join(', ')}</Text>}
            <Text size="sm" c="dark.6">
              <span translate="no">{ticket}</span>, dimulai {since}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function BatchesPage() {
  const api = useApi();
  const all = useQuery({
    queryKey: ['batches'],
    queryFn: () => api.call(listBatches),
    refetchOnMount: 'always',
  });
  return (
    <div className="room wide-room">
      <PageHeading title="Usulan bersama" />
      <ProblemNotice error={all.error} retry={() => void all.refetch()} />
      {all.isPending ? (
        <Skeleton height={240} mt="md" role="status" aria-label="Memuat usulan bersama" />
      ) : null}
      {all.data?.gatherings.map((gathering) => (
        <GatheringPanel key={gathering.standard} gathering={gathering} />
      ))}
      {all.data === undefined ? null : <Running running={all.data.running} />}
    </div>
  );
}
