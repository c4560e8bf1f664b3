// One version of a standard: what may be done next and what stands in its way, what it changes, and the document itself.
import { staffApi } from '@layan/contract/staff-api';
import { Group, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { Differences } from './differences.tsx';
import { Documents } from './documents.tsx';
import { ExportDraft } from './export-draft.tsx';
import { Findings } from './findings.tsx';
import { LifeHistory } from './life-history.tsx';
import { states } from './life-words.ts';
import { NextSteps } from './next-steps.tsx';
import { OfficialText } from './official-text.tsx';
import { Readings } from './readings.tsx';
import { RunningCases } from './running-cases.tsx';
import { Upstream } from './upstream.tsx';
import './standards.css';

export function StandardPage({ id, version }: { id: string; version: number }) {
  const api = useApi();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const key = ['standard', id, version];
  const loaded = useQuery({
    queryKey: key,
    queryFn: () => api.call(staffApi.getStandard, { params: { standardId: id, version } }),
  });
  const view = loaded.data;
  if (view === undefined) {
    return (
      <div className="room">
        <PageHeading title="Standar pelayanan" />
        <ProblemNotice error={loaded.error} retry={() => void loaded.refetch()} />
        {loaded.isPending ? (
          <Skeleton height={320} mt="md" role="status" aria-label="Membuka standar" />
        ) : null}
      </div>
    );
  }
  return (
    <div className="room">
      <Link href="/standar" className="back-link">
        Semua standar
      </Link>
      <PageHeading title={view.standard.shortTitle} />
      <Text c="dark.6">{view.standard.title}</Text>
      <Group gap="xs" mt="xs">
        <Tag>
          Versi {view.version}: {states[view.state]}
        </Tag>
        {view.standard.decree === null ? <Tag tone="warn">Belum ditetapkan</Tag> : null}
      </Group>
      <DoneNotice done={done} />
      <ProblemNotice error={loaded.error} retry={() => void loaded.refetch()} />
      <NextSteps
        view={view}
        onDone={(after, what) => {
          queries.setQueryData(key, after);
          void queries.invalidateQueries({ queryKey: ['standards'] });
          void queries.invalidateQueries({ queryKey: ['standard', id, 'running'] });
          setDone({ what });
        }}
      />
      {view.state === 'published' && version > 1 ? <RunningCases standardId={id} /> : null}
      <Differences view={view} />
      <Documents view={view} />
      {view.adopted === undefined ? null : <Upstream standardId={id} hash={view.hash} />}
      <Readings view={view} onChange={(after) => queries.setQueryData(key, after)} />
      <Findings view={view} />
      <LifeHistory view={view} />
      <OfficialText standard={view.standard} />
      <ExportDraft standard={view.standard} />
      <Text size="xs" c="dark.6" mt="md">
        Sidik isi: <code>{view.hash}</code>
      </Text>
    </div>
  );
}
