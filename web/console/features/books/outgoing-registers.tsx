// The registers of letters that go out, by year.
import { listLetterRegisters } from '@layan/contract/staff/letters';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export function OutgoingRegisters() {
  const api = useApi();
  const me = useMe();
  const list = useQuery({
    queryKey: ['letter-registers'],
    queryFn: () => api.call(listLetterRegisters),
    enabled: me.letters,
  });
  if (!me.letters) return null;
  return (
    <section aria-labelledby="surat-keluar">
      <Title order={2} size="h5" mt="md" id="surat-keluar">
        Surat keluar
      </Title>
      <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      {list.isPending ? <Skeleton height={60} role="status" aria-label="Memuat buku surat keluar" /> : null}
      <ul className="plain-list services">
        {(list.data?.registers ?? []).map(({ id, label, labels, years }) => (
          <li key={id}>
            <Link href={`/buku/keluar/${id}`}>{label}</Link>
            <Text size="xs" c="dark.6">
              {labels.join(', ')}
              {years.length === 0 ? ' · belum ada nomor' : ''}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
