// What changed in the template of an adopted standard since: taken over one by one, all at once, or left.
import { getUpstream, takeUpstream, type UpstreamChange } from '@layan/contract/staff/library';
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { DifferenceList } from './differences.tsx';

interface Choice {
  readonly take: readonly string[] | 'all';
  readonly leave?: readonly string[];
}

interface RowProps {
  readonly change: UpstreamChange;
  readonly busy: boolean;
  readonly onChoose: (choice: Choice) => void;
}

function Change({ change: { element, upstream, ours }, busy, onChoose }: RowProps) {
  const both = ours.length > 0;
  return (
    <li>
      <Text size="xs" c="dark.6">
        <code>{element}</code>
      </Text>
      <DifferenceList changes={upstream} />
      {both ? (
        <>
          <Tag tone="warn">Anda juga mengubah bagian ini</Tag>
          <DifferenceList changes={ours} />
        </>
      ) : null}
      <Group gap="xs" mt="xs">
        <Button variant="default" disabled={busy} onClick={() => onChoose({ take: [element] })}>
          {both ? 'Ganti dengan contoh' : 'Ambil perubahan ini'}
        </Button>
        <Button variant="subtle" disabled={busy} onClick={() => onChoose({ take: [], leave: [element] })}>
          Biarkan seperti punya kami
        </Button>
      </Group>
    </li>
  );
}

export function Upstream({ standardId, hash }: { standardId: string; hash: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const params = { standardId };
  const upstream = useQuery({
    queryKey: ['standard', standardId, 'upstream', hash],
    queryFn: () => api.call(getUpstream, { params }),
  });
  const take = useMutation({
    mutationFn: (choice: Choice) =>
      api.call(takeUpstream, {
        params,
        body: {
          hash: upstream.data?.hash ?? '',
          take: choice.take === 'all' ? 'all' : [...choice.take],
          ...(choice.leave && { leave: [...choice.leave] }),
        },
      }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['standard', standardId] });
      await queries.invalidateQueries({ queryKey: ['standards'] });
      go(`/standar/${standardId}/${saved.version}`);
    },
  });
  if (upstream.error) return <ProblemNotice error={upstream.error} retry={() => void upstream.refetch()} />;
  if (upstream.data === undefined) return null;
  const { changes, template } = upstream.data;
  return (
    <section className="panel" aria-labelledby="hulu">
      <Title order={2} size="h5" id="hulu">
        Perubahan pada contoh “{template.title}”
      </Title>
      <ProblemNotice error={take.error} arrive />
      {changes.length === 0 ? (
        <Text size="sm">Tidak ada perubahan baru pada contoh di pustaka sejak terakhir Anda lihat.</Text>
      ) : (
        <>
          <Text size="sm">
            Perubahan yang diambil masuk ke rancangan, belum langsung berlaku. Yang Anda ubah sendiri tidak
            hilang tanpa Anda pilih.
          </Text>
          <ul className="findings">
            {changes.map((change) => (
              <Change
                key={change.element}
                change={change}
                busy={take.isPending}
                onChoose={(choice) => take.mutate(choice)}
              />
            ))}
          </ul>
          <Button loading={take.isPending} onClick={() => take.mutate({ take: 'all' })}>
            Ambil semua perubahan
          </Button>
        </>
      )}
    </section>
  );
}
