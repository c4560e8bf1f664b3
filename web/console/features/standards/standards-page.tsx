// Standards of the agency: what is published, what is being prepared, and bringing one in.
import { staffApi } from '@layan/contract/staff-api';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { Group, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type * as z from 'zod/mini';
import { useApi } from '../../shared/api.ts';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { ImportDraft } from './import-draft.tsx';
import { states } from './life-words.ts';
import './standards.css';

type Listed = z.output<(typeof staffApi.listStandards)['response']>['standards'][number];

const stageWords = ({
  stage = 'draft',
  consultation,
  publishOn,
}: Pick<Listed, 'stage' | 'consultation' | 'publishOn'>): string => {
  if (consultation) return `konsultasi publik sampai ${plainDateInWords(consultation.until)}`;
  if (publishOn !== undefined) return `terbit pada ${plainDateInWords(publishOn)}`;
  return states[stage].toLowerCase();
};

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
        <Text mt="md">
          Belum ada standar. Ambil satu dari pustaka nasional, atau unggah dokumen standar, di bawah ini.
        </Text>
      ) : null}
      <ul className="plain-list">
        {standards.data?.standards.map(
          ({ id, title, shortTitle, enacted, published, withdrawn, draft, ...more }) => (
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
                    Versi {draft}, {stageWords(more)}
                  </Link>
                )}
                {withdrawn === undefined ? null : (
                  <Link href={`/standar/${id}/${withdrawn.version}`} className="standalone">
                    Versi {withdrawn.version}, ditarik
                  </Link>
                )}
              </Group>
            </li>
          ),
        )}
      </ul>
      {manager ? (
        <section className="panel" aria-labelledby="pustaka">
          <Title order={2} size="h5" id="pustaka">
            Mulai dari pustaka nasional
          </Title>
          <Text size="sm">Ambil standar yang sudah disusun dinas lain, lalu sesuaikan.</Text>
          <Link href="/standar/pustaka" className="standalone">
            Lihat pustaka nasional
          </Link>
        </section>
      ) : null}
      {manager ? <ImportDraft /> : null}
    </div>
  );
}
