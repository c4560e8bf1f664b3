// Announces that a government leaves, and when. What is typed is kept until it is sent.
import { announceOffboarding, type TenantView } from '@layan/contract/admin/tenants';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';
import { problemsOf, tenantKey, useTenantSaved } from './use-tenants.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function AnnounceForm({ tenant, onAnnounced }: { tenant: TenantView; onAnnounced: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const saved = useTenantSaved();
  const { texts, set, forget } = useKeptTexts(`admin.leaving.${tenant.id}`);
  const [lack, setLack] = useState<{ readonly on: string }>();
  const on = texts.on ?? '';
  const consent = (texts.consent ?? '').trim();
  const addresses = (texts.addresses ?? '').split(/[\s,;]+/).filter((one) => one !== '');
  const announce = useMutation({
    mutationFn: () =>
      api.call(announceOffboarding, {
        params: { tenantId: tenant.id },
        body: {
          revision: tenant.revision,
          on,
          ...(consent === '' ? {} : { consent }),
          ...(addresses.length === 0 ? {} : { addresses }),
        },
      }),
    onSuccess: (after) => {
      forget();
      onAnnounced();
      saved(after);
    },
    onError: () => void queries.invalidateQueries({ queryKey: tenantKey(tenant.id) }),
  });
  const problems = problemsOf(announce.error);
  const form = useRef<HTMLFormElement>(null);
  const wrong = lack?.on ?? problems.get('on');
  useFocusAt(form, wrong === undefined ? undefined : 'on', lack ?? announce.error);
  const write = (name: string, value: string): void => {
    setLack(undefined);
    announce.reset();
    set(name, value);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (DATE.test(on)) return announce.mutate();
        setLack({ on: 'Isi tanggal penutupan.' });
      }}
    >
      <Text mt="xs" maw="65ch">
        Mulai tanggal ini permohonan baru tidak diterima. Sesudah ditutup, portal dan meja kerja hanya dapat
        dibaca, dan semua data diekspor untuk diambil daerah. Admin pusat yang lain harus menyetujui. Selama
        belum dimusnahkan, pengakhiran dapat dibatalkan.
      </Text>
      <Stack gap="sm" mt="sm" maw="32rem">
        <TextInput
          wrapperProps={{ 'data-at': 'on' }}
          type="date"
          label="Ditutup mulai tanggal"
          description="Sedikitnya 30 hari dari sekarang, kecuali daerah sudah menyetujui secara tertulis."
          value={on}
          error={wrong}
          onChange={(event) => write('on', event.currentTarget.value)}
        />
        <Textarea
          label="Persetujuan tertulis daerah (bila lebih cepat dari 30 hari)"
          description="Nomor dan tanggal surat, serta di mana surat itu disimpan."
          rows={3}
          maxLength={300}
          value={texts.consent ?? ''}
          error={problems.get('consent')}
          onChange={(event) => write('consent', event.currentTarget.value)}
        />
        <Textarea
          label="Surel penerima berita acara pemusnahan"
          description="Selain pengelola pertama. Pisahkan dengan koma atau baris baru."
          rows={2}
          maxLength={600}
          value={texts.addresses ?? ''}
          error={
            [...problems.keys()].some((field) => field.startsWith('addresses'))
              ? 'Periksa alamat surelnya.'
              : undefined
          }
          onChange={(event) => write('addresses', event.currentTarget.value)}
        />
        <ProblemNotice error={announce.error} arrive={problems.size === 0} />
        <Group>
          <Button type="submit" variant="default" loading={announce.isPending}>
            Umumkan pengakhiran
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
