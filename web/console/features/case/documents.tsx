// The scans, one at a time, beside the form that asks about them. Links are short-lived and fetched when a scan is opened.
import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconExternalLink, IconRotateClockwise } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const LINK_LIFE = 50_000;

export function Documents({ view }: { view: CaseView }) {
  const shown = view.requirements.map((requirement) => ({
    ...requirement,
    documents: view.documents.filter(({ requirement: id, attached }) => id === requirement.id && attached),
  }));
  const first = shown.flatMap(({ documents }) => documents)[0]?.id;
  const [chosen, setChosen] = useState(first);
  const open = shown.flatMap(({ documents }) => documents).find(({ id }) => id === chosen)?.id ?? first;
  return (
    <section aria-labelledby="pindaian" className="panel documents">
      <Title order={3} size="h5" id="pindaian">
        Pindaian
      </Title>
      <div className="document-tabs">
        {shown.map(({ id, label, documents }) =>
          documents.length === 0 ? (
            <Text key={id} size="sm" c="dark.6">
              {label}: belum ada
            </Text>
          ) : (
            documents.map((document, at) => (
              <Button
                key={document.id}
                size="compact-sm"
                variant={document.id === open ? 'filled' : 'default'}
                aria-pressed={document.id === open}
                onClick={() => setChosen(document.id)}
              >
                {label}
                {documents.length > 1 ? ` ${at + 1}` : ''}
              </Button>
            ))
          ),
        )}
      </div>
      {open === undefined ? null : <Scan key={open} caseId={view.id} documentId={open} />}
    </section>
  );
}

function Scan({ caseId, documentId }: { caseId: string; documentId: string }) {
  const api = useApi();
  const [turn, setTurn] = useState(0);
  const link = useQuery({
    queryKey: ['document', caseId, documentId],
    queryFn: () => api.call(staffApi.openDocument, { params: { caseId, documentId } }),
    staleTime: LINK_LIFE,
    gcTime: LINK_LIFE,
    refetchOnWindowFocus: false,
  });
  if (link.isPending) return <Skeleton height={360} aria-label="Membuka pindaian" />;
  if (link.isError) return <ProblemNotice error={link.error} retry={() => void link.refetch()} />;
  const image = link.data.contentType.startsWith('image/');
  return (
    <figure className="scan">
      <Group gap="xs" mb={6}>
        {image ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRotateClockwise size={16} aria-hidden />}
            onClick={() => setTurn((now) => (now + 90) % 360)}
          >
            Putar
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="default"
          component="a"
          href={link.data.url}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={16} aria-hidden />}
        >
          Buka di tab baru
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => void link.refetch()}>
          Tautan kedaluwarsa? Muat lagi
        </Button>
      </Group>
      {image ? (
        <div className="scan-frame">
          <img
            src={link.data.url}
            alt="Pindaian berkas pemohon"
            style={{ transform: `rotate(${turn}deg)` }}
          />
        </div>
      ) : (
        <iframe src={link.data.url} title="Pindaian berkas pemohon" className="scan-frame" />
      )}
    </figure>
  );
}
