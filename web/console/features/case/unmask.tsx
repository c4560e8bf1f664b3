// A masked identifier; the full value is shown for a minute, after a reason was given and logged.
import type { FactView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const SHOWN_FOR = 60_000;

export function Unmask({ caseId, fact }: { caseId: string; fact: z.output<typeof FactView> }) {
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const show = useMutation({
    mutationFn: () =>
      api.call(staffApi.unmaskFact, { params: { caseId, fact: fact.fact }, body: { reason } }),
    onSuccess: () => setAsking(false),
  });
  const { reset, isSuccess } = show;
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(reset, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isSuccess, reset]);
  if (show.data !== undefined) {
    return (
      <Group gap="xs">
        <strong translate="no">{show.data.value}</strong>
        <Button size="compact-xs" variant="default" onClick={reset}>
          Tutup
        </Button>
      </Group>
    );
  }
  if (!asking) {
    return (
      <Group gap="xs">
        <span translate="no">{fact.value}</span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setAsking(true)}
          aria-label={`Tampilkan ${fact.label}`}
        >
          Tampilkan
        </Button>
      </Group>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show.mutate();
      }}
    >
      <TextInput
        autoFocus
        size="xs"
        label="Untuk keperluan apa?"
        description="Dicatat bersama nama Anda; pemohon berhak membacanya."
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNotice error={show.error} />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" type="submit" loading={show.isPending} disabled={reason.trim().length < 10}>
          Tampilkan
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
          Urungkan
        </Button>
      </Group>
    </form>
  );
}
