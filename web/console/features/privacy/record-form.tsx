// Writes down what somebody asks at the counter. What was shown is named, never kept.
import { recordSubjectRequest } from '@layan/contract/staff/privacy';
import { Button, NativeSelect, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const kinds = [
  { value: 'access', label: 'Salinan data' },
  { value: 'correction', label: 'Perbaikan data' },
  { value: 'restriction', label: 'Pembatasan pemrosesan' },
  { value: 'objection', label: 'Keberatan atau penarikan persetujuan' },
  { value: 'erasure', label: 'Penghapusan data' },
] as const;

const shown = [
  { value: 'identity-card', label: 'KTP' },
  { value: 'family-card', label: 'Kartu keluarga' },
  { value: 'authorised', label: 'Surat kuasa' },
] as const;

type Kind = (typeof kinds)[number]['value'];
type Shown = (typeof shown)[number]['value'];

interface Draft {
  readonly kind: Kind;
  readonly by: 'nik' | 'ticket';
  readonly nik: string;
  readonly ticket: string;
  readonly secret: string;
  readonly identity: Shown;
  readonly wish: string;
}

const blank: Draft = {
  kind: 'access',
  by: 'nik',
  nik: '',
  ticket: '',
  secret: '',
  identity: 'identity-card',
  wish: '',
};

const one = <T extends string>(options: readonly { readonly value: T }[], value: string, otherwise: T): T =>
  options.find((option) => option.value === value)?.value ?? otherwise;

export function RecordForm() {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(blank);
  const record = useMutation({
    mutationFn: ({ kind, by, nik, ticket, secret, identity, wish }: Draft) =>
      api.call(recordSubjectRequest, {
        body: {
          kind,
          whose: by === 'nik' ? { by, nik } : { by, ticket, secret },
          identity,
          ...(wish.trim() === '' ? {} : { wish: wish.trim() }),
        },
      }),
    onSuccess: () => {
      setDraft(blank);
      void queries.invalidateQueries({ queryKey: ['subject-requests'] });
    },
  });
  const write = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    record.reset();
  };
  return (
    <section className="panel" aria-labelledby="catat">
      <Title order={2} size="h5" id="catat">
        Catat permintaan di loket
      </Title>
      {record.data === undefined ? null : (
        <div role="status">
          <Text mt="xs" fw={600}>
            Permintaan <span translate="no">{record.data.ticket}</span> tercatat, tentang {record.data.cases}{' '}
            berkas.
          </Text>
          <Text>
            Dijawab paling lambat {record.data.until}. Salinan data diambil pemohon di loket, dengan bukti
            diri yang sama.
          </Text>
        </div>
      )}
      <form
        noValidate
        className="privacy-form"
        aria-label="Catat permintaan di loket"
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate(draft);
        }}
      >
        <NativeSelect
          label="Yang diminta"
          data={[...kinds]}
          value={draft.kind}
          onChange={(event) => write({ kind: one(kinds, event.currentTarget.value, 'access') })}
        />
        <Radio.Group
          label="Cari berkas dengan"
          value={draft.by}
          onChange={(by) => write({ by: by === 'ticket' ? 'ticket' : 'nik' })}
        >
          <Stack gap={0}>
            <Radio value="nik" label="NIK pada kartu yang ditunjukkan" />
            <Radio value="ticket" label="Nomor tiket dan kode rahasia" />
          </Stack>
        </Radio.Group>
        {draft.by === 'nik' ? (
          <>
            <TextInput
              label="NIK"
              description="Berkas tanpa nama dan berkas rahasia hanya ditemukan dengan tiket dan kode rahasianya."
              inputMode="numeric"
              autoComplete="off"
              maxLength={24}
              value={draft.nik}
              onChange={(event) => write({ nik: event.currentTarget.value })}
            />
            <NativeSelect
              label="Yang ditunjukkan"
              description="Dilihat lalu dikembalikan; tidak difoto dan tidak disimpan."
              data={[...shown]}
              value={draft.identity}
              onChange={(event) =>
                write({ identity: one(shown, event.currentTarget.value, 'identity-card') })
              }
            />
          </>
        ) : (
          <>
            <TextInput
              label="Nomor tiket"
              autoComplete="off"
              maxLength={20}
              value={draft.ticket}
              onChange={(event) => write({ ticket: event.currentTarget.value })}
            />
            <TextInput
              label="Kode rahasia"
              autoComplete="off"
              maxLength={20}
              value={draft.secret}
              onChange={(event) => write({ secret: event.currentTarget.value })}
            />
          </>
        )}
        <Textarea
          label="Penjelasan pemohon"
          description="Boleh kosong."
          autosize
          minRows={2}
          maxLength={1000}
          value={draft.wish}
          onChange={(event) => write({ wish: event.currentTarget.value })}
        />
        <ProblemNotice error={record.error} />
        <div>
          <Button type="submit" loading={record.isPending}>
            Catat permintaan
          </Button>
        </div>
      </form>
    </section>
  );
}
