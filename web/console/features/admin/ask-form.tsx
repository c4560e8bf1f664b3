// Asks for emergency access. What is typed is kept, and what is sent again unchanged is the same request.
import { askEmergencyAccess } from '@layan/contract/admin/emergencies';
import type { TenantView } from '@layan/contract/admin/tenants';
import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { problemsOf } from './use-tenants.ts';

const LEAST_REASON = 20;
const times = ['15', '30', '60'];

interface Ask {
  readonly tenant: string;
  readonly agency: string;
  readonly reason: string;
}

const lacksOf = ({ tenant, agency, reason }: Ask): ReadonlyMap<string, string> =>
  new Map([
    ...(tenant === '' ? [['tenant', 'Pilih daerahnya.'] as const] : []),
    ...(agency === '' ? [['agency', 'Pilih perangkat daerahnya.'] as const] : []),
    ...(reason.trim().length < LEAST_REASON
      ? [['reason', 'Tulis alasan sedikitnya 20 huruf.'] as const]
      : []),
  ]);

export function AskForm({ tenants, onAsked }: { tenants: readonly TenantView[]; onAsked: () => void }) {
  const api = useApi();
  const { texts, set, forget } = useKeptTexts('admin.emergency');
  const [lacks, setLacks] = useState<ReadonlyMap<string, string>>(new Map());
  const open = tenants.filter(
    ({ state, provisioning }) => state === 'active' && provisioning.state === 'done',
  );
  const chosen = open.find(({ id }) => id === texts.tenant);
  const [only] = chosen?.agencies.length === 1 ? chosen.agencies : [];
  const { minutes = '30', reason = '' } = texts;
  const tenant = chosen?.id ?? '';
  const agency = texts.agency || only?.id || '';
  const ask = useMutation({
    mutationFn: (key: string) =>
      api.call(askEmergencyAccess, { body: { key, tenant, agency, reason, minutes: Number(minutes) } }),
    onSuccess: () => {
      forget();
      onAsked();
    },
  });
  const problems = problemsOf(ask.error);
  const problemOf = (field: string) => lacks.get(field) ?? problems.get(field);
  const form = useRef<HTMLFormElement>(null);
  const [marked] = [...lacks.keys(), ...problems.keys()];
  useFocusAt(form, marked, marked === undefined ? null : lacks.size > 0 ? lacks : ask.error);
  const write = (name: string, value: string): void => {
    setLacks(new Map());
    ask.reset();
    // Other content is another request.
    set('key', '');
    set(name, value);
  };
  if (open.length === 0) return <Text mt="xs">Belum ada daerah yang berjalan.</Text>;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = lacksOf({ tenant, agency, reason });
        setLacks(found);
        if (found.size > 0) return;
        const key = texts.key || crypto.randomUUID();
        set('key', key);
        ask.mutate(key);
      }}
    >
      <Stack gap="sm" mt="sm" maw="32rem">
        <NativeSelect
          wrapperProps={{ 'data-at': 'tenant' }}
          label="Daerah"
          data={[
            { value: '', label: 'Pilih daerah' },
            ...open.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={tenant}
          error={problemOf('tenant')}
          onChange={(event) => {
            write('agency', '');
            write('tenant', event.currentTarget.value);
          }}
        />
        <NativeSelect
          wrapperProps={{ 'data-at': 'agency' }}
          label="Perangkat daerah"
          data={[
            { value: '', label: chosen ? 'Pilih perangkat daerah' : 'Pilih daerah lebih dahulu' },
            ...(chosen?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={agency}
          error={problemOf('agency')}
          onChange={(event) => write('agency', event.currentTarget.value)}
        />
        <NativeSelect
          wrapperProps={{ 'data-at': 'minutes' }}
          label="Lama akses"
          data={times.map((time) => ({ value: time, label: `${time} menit` }))}
          value={minutes}
          error={problemOf('minutes')}
          onChange={(event) => write('minutes', event.currentTarget.value)}
        />
        <Textarea
          wrapperProps={{ 'data-at': 'reason' }}
          label="Alasan"
          description="Sedikitnya 20 huruf. Dibaca admin pusat kedua dan pengelola layanan daerah; jangan menulis data pribadi warga."
          rows={3}
          maxLength={500}
          value={reason}
          error={problemOf('reason')}
          onChange={(event) => write('reason', event.currentTarget.value)}
        />
        <ProblemNotice error={ask.error} arrive={problems.size === 0} />
        <Group>
          <Button type="submit" loading={ask.isPending}>
            Minta akses darurat
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
