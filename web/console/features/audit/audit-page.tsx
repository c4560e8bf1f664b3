// The audit trail: what was done and looked at, when it was sealed, and whether all of it is still as it was.
import { listSeals } from '@layan/contract/staff/audit';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import './audit.css';
import { EntryList } from './entry-list.tsx';
import { Moment } from './moment.tsx';
import { Verification } from './verification.tsx';

export function AuditPage() {
  const api = useApi();
  const seals = useQuery({ queryKey: ['audit', 'seals'], queryFn: () => api.call(listSeals) });
  const shown = seals.data?.seals ?? [];
  return (
    <div className="room">
      <PageHeading title="Jejak audit" />
      <Text mt="xs" maw="65ch">
        Setiap tindakan pengelolaan dan setiap pembukaan data tercatat dan tidak dapat diubah. Setiap jam
        semuanya disegel: ditandatangani dan dikunci selama lima tahun.
      </Text>
      <Verification last={shown[0]?.number} />
      <EntryList chain="administration" />
      <EntryList chain="unmasking" />
      <section className="panel" aria-labelledby="audit-seals">
        <Title order={2} size="h5" id="audit-seals">
          Segel terakhir
        </Title>
        <ProblemNotice error={seals.error} />
        {seals.isPending ? <Skeleton height={90} mt="sm" role="status" aria-label="Memuat" /> : null}
        {seals.data !== undefined && shown.length === 0 ? (
          <Text mt="xs">Belum ada segel. Segel pertama dibuat dalam beberapa menit.</Text>
        ) : null}
        <ol className="plain-list audit-rows">
          {shown.map(({ number, at, cases, hash }) => (
            <li key={number}>
              <span className="audit-seq">{number}</span>
              <span>
                <span>
                  {cases === 0 ? 'Tidak ada berkas yang berubah' : `${cases} berkas berubah`}
                  <span className="audit-hash" title={hash}>
                    {' '}
                    {hash.slice(0, 12)}…
                  </span>
                </span>
                <Moment at={at} />
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
