// Standards of the agency: what is published, what is being prepared, and bringing one in.
import { staffApi } from '@layan/contract/staff-api';
import { Badge, Group, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { usePageTitle } from '../../shared/page-title.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { ImportDraft } from './import-draft.tsx';

export function StandardsPage() {
  usePageTitle('Standar pelayanan');
  const api = useApi();
  const { manager } = useMe();
  const standards = useQuery({ queryKey: ['standards'], queryFn: () => api.call(staffApi.listStandards) });
  return (
    <div className="room">
      <Title order={1} size="h3">
        Standar pelayanan
      </Title>
      <ProblemNotice error={standards.error} retry={() => void standards.refetch()} />
      {standards.isPending ? <Skeleton height={120} mt="md" /> : null}
      {standards.data?.standards.length === 0 ? (
        <Text mt="md">Belum ada standar. Unggah dokumen standar pertama di bawah ini untuk mulai.</Text>
      ) : null}
      <ul className="members">
        {standards.data?.standards.map(({ id, title, shortTitle, enacted, published, draft }) => (
          <li key={id} className="panel">
            <Text fw={600}>{shortTitle}</Text>
            <Text size="sm" c="dark.6">
              {title}
            </Text>
            <Group gap="sm" mt={8}>
              {published === undefined ? null : (
                <Link href={`/standar/${id}/${published.version}`}>Versi {published.version}, terbit</Link>
              )}
              {draft === undefined ? null : (
                <Link href={`/standar/${id}/${draft}`}>Versi {draft}, rancangan</Link>
              )}
              {enacted ? null : (
                <Badge color="orange.9" variant="light" tt="none">
                  Belum ditetapkan
                </Badge>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {manager ? <ImportDraft /> : null}
    </div>
  );
}
