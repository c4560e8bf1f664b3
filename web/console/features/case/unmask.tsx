// A masked identifier; the full value is shown for a minute, after a reason was given and logged.
import type { FactView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type * as z from 'zod/mini';
import { useApi } from '../../shared/api.ts';
import { Grouped } from './grouped.tsx';
import { UnmaskReason } from './unmask-reason.tsx';

const SHOWN_FOR = 60_000;

export function Unmask({ caseId, fact }: { caseId: string; fact: z.output<typeof FactView> }) {
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const [touched, setTouched] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const show = useMutation({
    mutationFn: (reason: string) =>
      api.call(staffApi.unmaskFact, { params: { caseId, fact: fact.fact }, body: { reason } }),
    onSuccess: () => setAsking(false),
  });
  const { reset, isSuccess } = show;
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(reset, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isSuccess, reset]);
  // The form that had the focus is gone: go on from the button in its place.
  useEffect(() => {
    if (touched && !asking) button.current?.focus();
  }, [touched, asking]);

  if (asking) {
    return (
      <UnmaskReason
        error={show.error}
        sending={show.isPending}
        onSend={(reason) => show.mutate(reason)}
        onClose={() => {
          reset();
          setAsking(false);
        }}
      />
    );
  }
  return (
    <span className="masked">
      {show.data === undefined ? (
        <span translate="no">{fact.value}</span>
      ) : (
        <Grouped value={show.data.value} />
      )}
      <Button
        ref={button}
        className="in-line"
        size="compact-xs"
        variant="default"
        aria-label={`${show.data === undefined ? 'Tampilkan' : 'Tutup'} ${fact.label}`}
        onClick={() => {
          setTouched(true);
          if (show.data === undefined) setAsking(true);
          else reset();
        }}
      >
        {show.data === undefined ? 'Tampilkan' : 'Tutup'}
      </Button>
    </span>
  );
}
