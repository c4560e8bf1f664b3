// Standards of the agency: what is published, what is being prepared, and bringing one in.
import { staffApi } from '@layan/contract/staff-api';
import { Group, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { ImportDraft } from './import-draft.tsx';
import './standards.css';

export function StandardsPage() {
  const api = useApi();
  const { manager } = useMe();
  const standards = useQuery({ queryKey: ['standards'], queryFn: () => api.call(staffApi.listStandards) });
  return (
    <div className="room">
      <PageHeading title="Standar pelayanan" />
      <ProblemNotice error={standards.error} retry={() => void standards.refetch()} />
      {standards.isPending ? (
        <Skeleton height={120} mt="md" role="status" aria-label="Memuat standar" />
      ) : null}
      {standards.data?.standards.length === 0 ? (
        <Text mt="md">Belum ada standar. Unggah dokumen standar pertama di bawah ini untuk mulai.</Text>
      ) : null}
      <ul className="plain-list">
        {standards.data?.standards.map(({ id, title, shortTitle, enacted, published, draft }) => (
          <li key={id} className="panel">
            <Group justify="space-between" gap="xs">
              <Title order={2} size="h5">
                {shortTitle}
              </Title>
              {enacted ? null : <Tag tone="warn">Belum ditetapkan</Tag>}
            </Group>
            <Text size="sm" c="dark.6">
              {title}
            </Text>
            <Group gap="lg">
              {published === undefined ? null : (
                <Link href={`/standar/${id}/${published.version}`} className="standalone">
                  Versi {published.version}, terbit
                </Link>
              )}
              {draft === undefined ? null : (
                <Link href={`/standar/${id}/${draft}`} className="standalone">
                  Versi {draft}, rancangan
                </Link>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {manager ? <ImportDraft /> : null}
    </div>
  );
}
