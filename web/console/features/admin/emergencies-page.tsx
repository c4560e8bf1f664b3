// Emergency access: asked for by one central admin, confirmed by another, over within the hour.
import type { EmergencyView } from '@layan/contract/admin/emergencies';
import { adminApi } from '@layan/contract/admin-api';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { AskForm } from './ask-form.tsx';
import { emergencyHistory, emergencyStates } from './emergency-words.ts';
import { useTenants } from './use-tenants.ts';

const KEY = ['admin', 'emergencies'] as const;
const SOON = 5_000;
const LATER = 30_000;

const decisions = {
  confirm: {
    operation: adminApi.confirmEmergencyAccess,
    said: 'Akses darurat disetujui. Pengelola layanan daerah diberi tahu.',
  },
  decline: { operation: adminApi.declineEmergencyAccess, said: 'Permintaan tidak diteruskan.' },
  end: { operation: adminApi.endEmergencyAccess, said: 'Akses darurat diakhiri.' },
} as const;
type Decision = keyof typeof decisions;

const isMoving = ({ state }: EmergencyView): boolean => state === 'confirmed' || state === 'ending';

export function EmergenciesPage() {
  const api = useApi();
  const queries = useQueryClient();
  const tenants = useTenants();
  const [done, setDone] = useState<Done>();
  const list = useQuery({
    queryKey: KEY,
    queryFn: () => api.call(adminApi.listEmergencies),
    refetchInterval: ({ state }) => (state.data?.emergencies.some(isMoving) ? SOON : LATER),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['admin'] });
  const decide = useMutation({
    mutationFn: ({ id, what }: { id: string; what: Decision }) =>
      api.call(decisions[what].operation, { params: { emergencyId: id }, body: {} }),
    onSuccess: (_after, { what }) => setDone({ what: decisions[what].said }),
    onSettled: () => void refresh(),
  });
  const act = (id: string, what: Decision): void => {
    setDone(undefined);
    decide.mutate({ id, what });
  };
  const names = new Map(tenants.data?.map(({ id, name }) => [id, name]));
  const emergencies = list.data?.emergencies ?? [];
  return (
    <div className="room">
      <PageHeading title="Akses darurat" />
      <Text mt="xs" maw="65ch">
        Untuk keadaan mendesak saja: melihat berkas satu perangkat daerah, paling lama 60 menit, tanpa dapat
        mengubah apa pun. Dua admin pusat diperlukan. Pengelola layanan daerah langsung diberi tahu, dan
        setiap berkas yang dibuka tercatat.
      </Text>
      <DoneNotice done={done} />
      <ProblemNotice error={decide.error} arrive />
      <section className="panel" aria-labelledby="minta">
        <Title order={2} size="h5" id="minta">
          Minta akses
        </Title>
        <ProblemNotice error={tenants.error} retry={() => void tenants.refetch()} />
        {tenants.isPending ? <Skeleton height={120} mt="sm" role="status" aria-label="Memuat" /> : null}
        {tenants.data === undefined ? null : (
          <AskForm
            tenants={tenants.data}
            onAsked={() => {
              setDone({
                what: 'Permintaan terkirim. Admin pusat yang lain harus menyetujui dalam satu jam.',
              });
              void refresh();
            }}
          />
        )}
      </section>
      <section className="panel" aria-labelledby="permintaan">
        <Title order={2} size="h5" id="permintaan">
          Permintaan
        </Title>
        <ProblemNotice error={list.error} retry={() => void list.refetch()} />
        {list.isPending ? <Skeleton height={120} mt="sm" role="status" aria-label="Memuat" /> : null}
        {list.data !== undefined && emergencies.length === 0 ? (
          <Text mt="xs">Belum pernah ada akses darurat.</Text>
        ) : null}
        <ul className="plain-list admin-rows">
          {emergencies.map((access) => (
            <Emergency
              key={access.id}
              access={access}
              place={names.get(access.tenant) ?? access.tenant}
              busy={decide.isPending}
              act={act}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface EmergencyProps {
  readonly access: EmergencyView;
  readonly place: string;
  readonly busy: boolean;
  readonly act: (id: string, what: Decision) => void;
}

function Emergency({ access, place, busy, act }: EmergencyProps) {
  const { id, state, mine, minutes, agency, reason } = access;
  const lasting = state === 'open' || state === 'confirmed';
  const button = (what: Decision, label: string, first = false) => (
    <Button
      variant={first ? 'filled' : 'default'}
      disabled={busy}
      aria-label={`${label}: ${place}`}
      onClick={() => act(id, what)}
    >
      {label}
    </Button>
  );
  return (
    <li>
      <div className="admin-head">
        <b>
          {place}, {agency}
        </b>
        <Tag tone={lasting ? 'bad' : state === 'asked' ? 'warn' : 'plain'}>{emergencyStates[state]}</Tag>
        <span>{minutes} menit</span>
      </div>
      <Text>Alasan: {reason}</Text>
      {emergencyHistory(access).map((sentence) => (
        <Text key={sentence} size="sm" c="dark.6">
          {sentence}
        </Text>
      ))}
      {state === 'asked' ? (
        <p className="admin-second">
          {mine
            ? 'Anda yang meminta. Admin pusat yang lain harus menyetujui dalam satu jam; Anda tidak dapat menyetujuinya sendiri.'
            : 'Admin pusat yang lain meminta. Setujui hanya bila Anda tahu keadaannya memang mendesak.'}
        </p>
      ) : null}
      <Group mt="xs">
        {state === 'asked' && !mine ? button('confirm', 'Setujui', true) : null}
        {state === 'asked' ? button('decline', mine ? 'Tarik permintaan' : 'Tolak') : null}
        {lasting ? button('end', 'Akhiri sekarang') : null}
      </Group>
    </li>
  );
}
