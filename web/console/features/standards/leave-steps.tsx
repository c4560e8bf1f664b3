// Going back to a draft, and taking a published service away; both with a reason.
import { returnToDraft, withdrawStandard } from '@layan/contract/staff/standard-life';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { paramsOf } from './consult-steps.tsx';
import { StepForm, type StepProps, useAsked } from './step-form.tsx';

interface ReasonProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

function Reason({ label, value, error, onChange }: ReasonProps) {
  return (
    <Textarea
      label={label}
      rows={2}
      maxLength={2000}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const lacksOf = (reason: string) => (reason.trim().length < 3 ? { reason: 'Tulis alasannya.' } : {});

export function ReturnStep({ view, onDone }: StepProps) {
  const api = useApi();
  const [reason, setReason] = useState('');
  const asked = useAsked(
    lacksOf(reason),
    () =>
      api.call(returnToDraft, { params: paramsOf(view), body: { hash: view.hash, reason: reason.trim() } }),
    (after) => onDone(after, 'Versi ini kembali menjadi rancangan.'),
  );
  return (
    <StepForm
      label="Kembalikan"
      hint="Konsultasi, penetapan, atau tanggal terbitnya batal dan dimulai lagi. Riwayatnya tetap tercatat."
      asked={asked}
    >
      <Reason
        label="Alasan mengembalikan"
        value={reason}
        error={asked.problemOf('reason')}
        onChange={setReason}
      />
    </StepForm>
  );
}

export function WithdrawStep({ view, onDone }: StepProps) {
  const api = useApi();
  const [reason, setReason] = useState('');
  const asked = useAsked(
    lacksOf(reason),
    () =>
      api.call(withdrawStandard, {
        params: paramsOf(view),
        body: { hash: view.hash, reason: reason.trim() },
      }),
    (after) => onDone(after, 'Layanan ditarik. Portal tidak menerima permohonan baru.'),
  );
  return (
    <StepForm
      label="Tarik layanan"
      hint="Portal mengatakan bahwa layanan ini ditarik dan tidak menerima permohonan baru. Permohonan yang berjalan diselesaikan."
      asked={asked}
      danger
    >
      <Reason
        label="Alasan yang dibaca warga"
        value={reason}
        error={asked.problemOf('reason')}
        onChange={setReason}
      />
    </StepForm>
  );
}
