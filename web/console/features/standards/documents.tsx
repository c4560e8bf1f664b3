// The version as the documents people ask for: to read here, to print, to hand on. Drawn by the API; nothing in them runs.
import { type DocumentKind, getStandardDocument } from '@layan/contract/staff/standard-document';
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { Disclosure } from '../../shared/disclosure.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { saveFile } from '../../shared/save-file.ts';

const kinds = [
  { value: 'official', label: 'Dokumen resmi' },
  { value: 'sippn', label: 'Lembar SIPPN' },
  { value: 'flowchart', label: 'Bagan alur' },
] as const satisfies readonly { value: DocumentKind; label: string }[];

type Shown = (typeof kinds)[number]['value'];

function Document({ view, kind }: { view: StandardVersionView; kind: Shown }) {
  const api = useApi();
  const frame = useRef<HTMLIFrameElement>(null);
  const params = { standardId: view.standard.id, version: view.version };
  const loaded = useQuery({
    queryKey: [
      'standard',
      params.standardId,
      params.version,
      'document',
      kind,
      view.hash,
      view.confirmations,
    ],
    queryFn: () => api.call(getStandardDocument, { params, query: { as: kind } }),
  });
  if (loaded.error) return <ProblemNotice error={loaded.error} retry={() => void loaded.refetch()} />;
  const file = loaded.data;
  if (file === undefined)
    return <Skeleton height={320} mt="sm" role="status" aria-label="Menyusun dokumen" />;
  const { content, fileName, type, words = [] } = file;
  return (
    <>
      <Group gap="sm" mt="sm">
        <Button variant="default" onClick={() => frame.current?.contentWindow?.print()}>
          Cetak
        </Button>
        <Button variant="default" onClick={() => saveFile(fileName, type, content)}>
          Unduh
        </Button>
      </Group>
      {/* Same origin so that it can be printed from here; without scripts it can do nothing with that. */}
      <iframe
        ref={frame}
        className="document"
        title={kinds.find(({ value }) => value === kind)?.label}
        sandbox="allow-same-origin allow-modals"
        srcDoc={content}
      />
      {words.length === 0 ? null : (
        <Disclosure summary="Bagan alur dalam kata-kata">
          <ul>
            {words.map((sentence) => (
              <li key={sentence}>
                <Text size="sm">{sentence}</Text>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

export function Documents({ view }: { view: StandardVersionView }) {
  const [kind, setKind] = useState<Shown>('official');
  return (
    <section className="panel" aria-labelledby="dokumen">
      <Title order={2} size="h5" id="dokumen">
        Dokumen
      </Title>
      <Disclosure summary="Baca, cetak, atau unduh">
        <Group gap="sm" role="group" aria-label="Jenis dokumen">
          {kinds.map(({ value, label }) => (
            <Button
              key={value}
              variant={value === kind ? 'filled' : 'default'}
              aria-pressed={value === kind}
              onClick={() => setKind(value)}
            >
              {label}
            </Button>
          ))}
        </Group>
        <Document key={kind} view={view} kind={kind} />
      </Disclosure>
    </section>
  );
}
