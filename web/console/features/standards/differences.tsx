// What a version changes against the one in force, or any other, in words; what citizens would lose is marked.
import { compareVersions } from '@layan/contract/staff/standard-life';
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { NativeSelect, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';

interface Change {
  readonly place: string;
  readonly words: string;
  readonly weaker?: true | undefined;
}

export function DifferenceList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="findings">
      {changes.map(({ place, words, weaker }) => (
        <li key={`${place}.${words}`}>
          <Text size="sm">{words}</Text>
          {weaker ? <Tag tone="warn">Warga mendapat lebih sedikit</Tag> : null}
        </li>
      ))}
    </ul>
  );
}

export function Differences({ view }: { view: StandardVersionView }) {
  const api = useApi();
  const [chosen, setChosen] = useState<number>();
  const params = { standardId: view.standard.id, version: view.version };
  const compared = useQuery({
    queryKey: ['standard', params.standardId, params.version, 'differences', view.hash, chosen],
    queryFn: () => api.call(compareVersions, { params, query: { against: chosen } }),
    enabled: view.version > 1,
    placeholderData: keepPreviousData,
  });
  const { against, differences = [] } = compared.data ?? {};
  if (compared.error) return <ProblemNotice error={compared.error} retry={() => void compared.refetch()} />;
  if (against === undefined) return null;
  return (
    <section className="panel" aria-labelledby="beda">
      <Title order={2} size="h5" id="beda">
        Beda dengan versi {against}
      </Title>
      {view.version < 3 ? null : (
        <NativeSelect
          label="Bandingkan dengan"
          value={String(against)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
          data={Array.from({ length: view.version - 1 }, (_, at) => ({
            value: String(at + 1),
            label: `Versi ${at + 1}`,
          }))}
        />
      )}
      {differences.length === 0 ? <Text size="sm">Tidak ada perbedaan.</Text> : null}
      <DifferenceList changes={differences} />
    </section>
  );
}
