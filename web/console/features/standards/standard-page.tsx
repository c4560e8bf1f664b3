// One version of a standard: what still stands between it and publishing, and the document itself.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { staffApi } from '@layan/contract/staff-api';
import { Badge, Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { usePageTitle } from '../../shared/page-title.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Findings } from './findings.tsx';
import { OfficialText } from './official-text.tsx';
import { Readings } from './readings.tsx';

const states = { draft: 'Rancangan', published: 'Terbit', superseded: 'Diganti versi baru' } as const;

function whyNotPublishable({ findings, unconfirmed }: StandardVersionView): string | undefined {
  if (findings.some(({ severity }) => severity === 'error'))
    return 'Perbaiki dahulu temuan yang menghalangi.';
  if (unconfirmed.length > 0) return `Konfirmasi dahulu ${unconfirmed.length} tafsir yang tersisa.`;
  return undefined;
}

export function StandardPage({ id, version }: { id: string; version: number }) {
  const api = useApi();
  const queries = useQueryClient();
  const key = ['standard', id, version];
  const loaded = useQuery({
    queryKey: key,
    queryFn: () => api.call(staffApi.getStandard, { params: { standardId: id, version } }),
  });
  const publish = useMutation({
    mutationFn: (hash: string) =>
      api.call(staffApi.publishStandard, { params: { standardId: id, version }, body: { hash } }),
    onSuccess: (after) => {
      queries.setQueryData(key, after);
      void queries.invalidateQueries({ queryKey: ['standards'] });
    },
  });
  usePageTitle(loaded.data?.standard.shortTitle);
  if (loaded.isPending) return <Skeleton height={320} m="md" />;
  if (loaded.isError) {
    return (
      <div className="room">
        <ProblemNotice error={loaded.error} retry={() => void loaded.refetch()} />
      </div>
    );
  }
  const view = loaded.data;
  const waiting = whyNotPublishable(view);
  return (
    <div className="room">
      <Link href="/standar">Semua standar</Link>
      <Title order={1} size="h3" mt="xs">
        {view.standard.shortTitle}
      </Title>
      <Text c="dark.6">{view.standard.title}</Text>
      <Group gap="xs" mt="xs">
        <Badge tt="none">
          Versi {view.version}: {states[view.state]}
        </Badge>
        {view.standard.decree === null ? (
          <Badge color="orange.9" variant="light" tt="none">
            Belum ditetapkan
          </Badge>
        ) : null}
      </Group>
      {view.state === 'draft' ? (
        <section className="panel" aria-labelledby="terbitkan">
          <Title order={2} size="h5" id="terbitkan">
            Menerbitkan
          </Title>
          <Text size="sm" mt={4}>
            {waiting ??
              'Tidak ada yang menghalangi. Permohonan yang sedang berjalan tetap memakai versi lamanya.'}
          </Text>
          <ProblemNotice error={publish.error} />
          <Button
            mt="sm"
            disabled={waiting !== undefined}
            loading={publish.isPending}
            onClick={() => publish.mutate(view.hash)}
          >
            Terbitkan versi {view.version}
          </Button>
        </section>
      ) : null}
      <Readings view={view} onChange={(after) => queries.setQueryData(key, after)} />
      <Findings view={view} />
      <OfficialText standard={view.standard} />
      <Text size="xs" c="dark.6" mt="md">
        Sidik isi: <code>{view.hash}</code>
      </Text>
    </div>
  );
}
