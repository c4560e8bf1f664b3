// The national library: standards of other agencies that can be taken as a beginning.
import { listTemplates } from '@layan/contract/staff/library';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './standards.css';

export function LibraryPage() {
  const api = useApi();
  const library = useQuery({ queryKey: ['library'], queryFn: () => api.call(listTemplates) });
  return (
    <div className="room">
      <Link href="/standar" className="back-link">
        Semua standar
      </Link>
      <PageHeading title="Pustaka nasional" />
      <Text c="dark.6" maw="65ch">
        Standar pelayanan yang sudah disusun dinas lain. Ambil satu sebagai rancangan, lalu sesuaikan.
      </Text>
      <ProblemNotice error={library.error} retry={() => void library.refetch()} />
      {library.isPending ? <Skeleton height={120} mt="md" role="status" aria-label="Memuat pustaka" /> : null}
      {library.data?.templates.length === 0 ? <Text mt="md">Pustaka masih kosong.</Text> : null}
      <ul className="plain-list">
        {library.data?.templates.map(({ id, title, sentence }) => (
          <li key={id} className="panel">
            <Title order={2} size="h5">
              <Link href={`/standar/pustaka/${id}`}>{title}</Link>
            </Title>
            <Text size="sm">{sentence}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
