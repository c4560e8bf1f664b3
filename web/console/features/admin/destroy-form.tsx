// The one deed that cannot be taken back: asked for by one central admin once the government has fetched its data, agreed to
// by another; each types the code of the government, letter by letter.
import { destroyTenant, type TenantView } from '@layan/contract/admin/tenants';
import { Button, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { moment } from './moments.ts';
import { problemsOf, tenantKey, useTenantSaved } from './use-tenants.ts';

type Leaving = NonNullable<TenantView['offboarding']>;

function Fetched({ fetched }: Pick<Leaving, 'fetched'>) {
  return (
    <Text mt="xs" maw="65ch">
      {fetched
        ? `Semua berkas sudah diambil daerah: terakhir oleh ${fetched.by}, ${moment(fetched.at)}.`
        : 'Daerah belum mengambil semua berkas. Pemusnahan baru dapat diminta sesudah itu, atau 30 hari sesudah ekspor siap dengan alasan.'}
    </Text>
  );
}

export function DestroyForm({
  tenant,
  leaving,
  onDone,
}: {
  tenant: TenantView;
  leaving: Leaving;
  onDone: (what: string) => void;
}) {
  const { id, revision } = tenant;
  const { fetched, destruction } = leaving;
  const api = useApi();
  const queries = useQueryClient();
  const saved = useTenantSaved();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [lack, setLack] = useState<string>();
  const wantsReason = !fetched && !destruction;
  const send = useMutation({
    mutationFn: () =>
      api.call(destroyTenant, {
        params: { tenantId: id },
        body: { revision, ...(wantsReason && reason.trim() !== '' ? { reason: reason.trim() } : {}) },
      }),
    onSuccess: (after) => {
      onDone(
        destruction
          ? 'Pemusnahan dimulai.'
          : 'Pemusnahan diminta. Admin pusat yang lain harus menyetujuinya.',
      );
      saved(after);
    },
    onError: () => void queries.invalidateQueries({ queryKey: tenantKey(id) }),
  });
  const problems = problemsOf(send.error);
  if (destruction?.mine) {
    return (
      <p className="admin-second">
        Anda yang meminta pemusnahan. Admin pusat yang lain harus menyetujuinya di halaman ini.
      </p>
    );
  }
  return (
    <form
      className="admin-part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === id) return send.mutate();
        setLack(`Ketik ${id} persis seperti tertulis.`);
      }}
    >
      <Fetched fetched={fetched} />
      {destruction ? (
        <Text mt="xs" maw="65ch">
          {destruction.askedBy} meminta pemusnahan pada {moment(destruction.askedAt)}.
          {destruction.reason === undefined ? '' : ` Alasan: ${destruction.reason}`}
        </Text>
      ) : null}
      <Text mt="xs" maw="65ch">
        Pemusnahan tidak dapat dibatalkan. Sesudah kuncinya terhapus, berkas ekspor pun tidak dapat dibaca
        lagi.
      </Text>
      {wantsReason ? (
        <Textarea
          mt="sm"
          maw="32rem"
          label="Alasan (bila daerah tidak mengambil datanya)"
          rows={3}
          maxLength={500}
          value={reason}
          error={problems.get('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <TextInput
        mt="sm"
        maw="24rem"
        label={`Ketik ${id} untuk memusnahkan`}
        autoComplete="off"
        value={typed}
        error={lack}
        onChange={(event) => {
          setLack(undefined);
          setTyped(event.currentTarget.value);
        }}
      />
      <ProblemNotice error={send.error} arrive={problems.size === 0} />
      <Button mt="sm" type="submit" color="red.9" loading={send.isPending}>
        {destruction ? 'Musnahkan semua data' : 'Minta pemusnahan'}
      </Button>
    </form>
  );
}
