// The practice space: what it is, whether it is open, the way in; managers open, empty and close it.
import { closePractice, getPractice, openPractice } from '@layan/contract/staff/practice';
import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { clockTime } from '../../shared/clock-time.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { useMe } from '../../shared/me.ts';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { enterPractice, isPractising } from '../../shared/space.ts';

const readyWords = (filed: number | undefined): string =>
  `Ruang latihan siap: ${filed ?? 0} permohonan karangan menunggu di kotak masuk.`;

export function PracticePage() {
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done>();
  const practice = useQuery({ queryKey: ['practice'], queryFn: () => api.call(getPractice) });
  const open = useMutation({
    mutationFn: () => api.call(openPractice),
    onSuccess: (view) => {
      queries.setQueryData(['practice'], view);
      setDone({ what: readyWords(view.filed) });
    },
  });
  const close = useMutation({
    mutationFn: () => api.call(closePractice),
    onSuccess: (view) => {
      queries.setQueryData(['practice'], view);
      setDone({ what: 'Ruang latihan ditutup. Isinya tidak dapat dibuka lagi.' });
    },
  });
  const isOpen = practice.data?.state === 'open';
  const busy = open.isPending || close.isPending;
  return (
    <div className="room">
      <PageHeading title="Ruang latihan" />
      <Text mt="xs" maw="60ch">
        Tempat mencoba tanpa takut salah. Standar dan petugasnya sama; orang, berkas, nomor, dan kartunya
        karangan. Pindaian yang dikirim ke sini langsung dibuang. Tidak ada pesan yang sampai ke warga.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={practice.error ?? open.error ?? close.error} />
      {practice.isPending ? <Skeleton height={90} mt="md" role="status" aria-label="Memuat" /> : null}
      {practice.data === undefined ? null : (
        <section className="panel" aria-label="Keadaan ruang latihan">
          <Text fw={600}>{isOpen ? 'Terbuka' : 'Tertutup'}</Text>
          {practice.data.since === undefined ? null : (
            <Text size="sm" c="dark.6">
              Sejak {clockTime(practice.data.since, me.tenant.zone)}, oleh {practice.data.by}
            </Text>
          )}
          {isOpen || me.manager ? null : <Text mt="xs">Mintalah manajer layanan membuka ruang latihan.</Text>}
          <Group mt="md">
            {isOpen && !isPractising() ? <Button onClick={enterPractice}>Masuk ruang latihan</Button> : null}
            {me.manager ? (
              <Button
                variant={isOpen ? 'default' : 'filled'}
                loading={open.isPending}
                disabled={busy}
                onClick={() => open.mutate()}
              >
                {isOpen ? 'Kosongkan dan mulai lagi' : 'Buka ruang latihan'}
              </Button>
            ) : null}
            {me.manager && isOpen ? (
              <Button variant="default" disabled={busy} onClick={() => close.mutate()}>
                Tutup ruang latihan
              </Button>
            ) : null}
          </Group>
        </section>
      )}
    </div>
  );
}
