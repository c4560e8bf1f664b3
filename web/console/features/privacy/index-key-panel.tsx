// The key by which people are found: how it stands, and its replacement at once where somebody may have learnt it.
import { getIndexKey, type IndexKeyView, renewIndexKey } from '@layan/contract/staff/keys';
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const queryKey = ['index-key'];
const minuteMs = 60_000;

const stageWords: Readonly<Record<IndexKeyView['stage'], string>> = {
  resting: 'Satu kunci dipakai',
  announced: 'Kunci pengganti disiapkan',
  both: 'Kunci lama dan kunci pengganti dipakai bersama, dan semua berkas diindeks ulang',
  leaving: 'Hanya kunci pengganti yang dipakai, dan sisa kunci lama dibersihkan',
};

export function IndexKeyPanel() {
  const api = useApi();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const found = useQuery({ queryKey, queryFn: () => api.call(getIndexKey), refetchInterval: minuteMs });
  const renew = useMutation({
    mutationFn: () => api.call(renewIndexKey),
    onSuccess: (view) => {
      queries.setQueryData(queryKey, view);
      setSure(false);
    },
  });
  const { stage, since, asked } = found.data ?? {};
  return (
    <section className="panel no-print" aria-labelledby="kunci-indeks">
      <Title order={2} size="h5" id="kunci-indeks">
        Kunci indeks
      </Title>
      <Text mt="xs" maw="60ch">
        Dengan kunci ini warga ditemukan dari NIK tanpa menyimpan NIK yang terbaca. Kunci diganti setiap tahun
        dengan sendirinya. Gantilah segera bila ada dugaan kunci ini diketahui orang lain; pelayanan tetap
        berjalan selama penggantian.
      </Text>
      <ProblemNotice error={found.error ?? renew.error} />
      {stage === undefined ? null : (
        <Text mt="xs" role="status">
          {stageWords[stage]} sejak {since}.
          {asked === undefined ? '' : ` Penggantian diminta ${asked.by}, ${asked.when}.`}
        </Text>
      )}
      {stage === undefined || asked !== undefined ? null : (
        <Group mt="sm">
          {sure ? (
            <>
              <Button loading={renew.isPending} onClick={() => renew.mutate()}>
                Ya, ganti sekarang
              </Button>
              <Button variant="default" onClick={() => setSure(false)}>
                Batal
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => setSure(true)}>
              Ganti kunci segera
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
