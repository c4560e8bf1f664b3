// One card: how it stands, where it comes from, what happened to it, what may be done.
import { type CardView, getCard } from '@layan/contract/staff/register';
import { Skeleton, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { productStates } from '../../shared/product-state.ts';
import { Tag } from '../../shared/tag.tsx';
import { CardChanges } from './card-changes.tsx';
import './cards.css';

function Origin({ origin }: Pick<CardView, 'origin'>) {
  if (origin.kind === 'imported') {
    return (
      <>
        <Text size="sm">
          Diambil dari buku lama ({origin.fileName}) oleh {origin.by}, {origin.when}.
        </Text>
        {origin.guarded ? null : (
          <Text size="sm" mt="xs">
            <Tag tone="warn">tidak terjaga</Tag> NIK dan nomor KK pemegang tidak tercatat. Kartu kedua untuk
            keluarga ini tidak akan ketahuan.
          </Text>
        )}
      </>
    );
  }
  return origin.caseId === undefined ? (
    <Text size="sm">Terbit dari berkas di luar tugas Anda. Mintalah petugas berkas itu untuk perubahan.</Text>
  ) : (
    <Text size="sm">
      Terbit dari berkas <Link href={`/berkas/${origin.caseId}`}>{origin.ticket ?? 'permohonan'}</Link>.
      Pencetakan dan perubahan kartu ada di halaman berkas itu.
    </Text>
  );
}

export function CardPage({ id }: { id: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const card = useQuery({
    queryKey: ['card', id],
    queryFn: () => api.call(getCard, { params: { cardId: id } }),
  });
  const view = card.data;
  return (
    <div className="room cards">
      <Link href="/kartu">Semua kartu</Link>
      <PageHeading title={view === undefined ? 'Kartu' : `${view.label} nomor ${view.number}`} tab="Kartu" />
      <DoneNotice done={done} />
      <ProblemNotice error={card.error} retry={() => void card.refetch()} />
      {card.isPending ? <Skeleton height={160} mt="md" role="status" aria-label="Memuat kartu" /> : null}
      {view === undefined ? null : (
        <>
          <section className="panel" aria-label="Keadaan kartu">
            <Text fw={600}>
              <Tag tone={productStates[view.state].tone}>{productStates[view.state].label}</Tag> sejak{' '}
              {view.since}
            </Text>
            <Text mt="xs">Pemegang: {view.holder ?? 'tidak terbaca'}</Text>
            <Text size="sm" c="dark.6">
              Terbit {view.issued}
              {view.validUntil === undefined ? '' : ` · berlaku sampai ${view.validUntil}`}
            </Text>
            <Origin origin={view.origin} />
            {view.origin.kind === 'imported' ? (
              <CardChanges
                view={view}
                revision={view.origin.revision}
                onDone={(after, what) => {
                  queries.setQueryData(['card', id], after);
                  void queries.invalidateQueries({ queryKey: ['register'] });
                  setDone({ what });
                }}
              />
            ) : null}
          </section>
          {view.history.length === 0 ? null : (
            <section className="panel" aria-labelledby="riwayat-kartu">
              <Title order={2} size="h5" id="riwayat-kartu">
                Riwayat
              </Title>
              <ul className="plain-list">
                {view.history.map(({ when, who, what, note }, at) => (
                  <li key={at} className="card-event">
                    <Text size="sm" fw={600}>
                      {what}
                    </Text>
                    <Text size="sm" c="dark.6">
                      {when}, {who}
                    </Text>
                    {note === undefined ? null : <Text size="sm">{note}</Text>}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
}
