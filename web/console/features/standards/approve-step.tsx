// The decree that enacts a version: its number and date become part of the document.
import { approveStandard } from '@layan/contract/staff/standard-life';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { paramsOf } from './consult-steps.tsx';
import { StepForm, type StepProps, useAsked } from './step-form.tsx';

export function ApproveStep({ view, onDone }: StepProps) {
  const api = useApi();
  const { decree } = view.standard;
  const [number, setNumber] = useState(decree?.number ?? '');
  const [enactedOn, setEnactedOn] = useState(decree?.enactedOn ?? '');
  const [why, setWhy] = useState('');
  const unasked = view.state === 'draft';
  const asked = useAsked(
    {
      ...(number.trim() === '' && { number: 'Tulis nomor keputusannya.' }),
      ...(enactedOn === '' && { enactedOn: 'Pilih tanggal keputusannya.' }),
      ...(unasked &&
        why.trim().length < 3 && { withoutConsultation: 'Tulis mengapa tanpa konsultasi di sini.' }),
    },
    () =>
      api.call(approveStandard, {
        params: paramsOf(view),
        body: {
          hash: view.hash,
          number: number.trim(),
          enactedOn,
          ...(unasked && { withoutConsultation: why.trim() }),
        },
      }),
    (after) => onDone(after, `Penetapan ${number.trim()} tercatat. Naskah ini siap diterbitkan.`),
  );
  return (
    <StepForm
      label="Simpan penetapan"
      hint="Nomor dan tanggal keputusan masuk ke naskah resmi. Perubahan naskah sesudah ini perlu ditetapkan lagi."
      asked={asked}
    >
      <TextInput
        label="Nomor keputusan"
        placeholder="188.45/12/KEP/2026"
        maxLength={120}
        value={number}
        error={asked.problemOf('number')}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Tanggal keputusan"
        value={enactedOn}
        error={asked.problemOf('enactedOn')}
        onChange={(event) => setEnactedOn(event.currentTarget.value)}
      />
      {unasked ? (
        <Textarea
          label="Mengapa tanpa konsultasi publik di sini"
          description="Misalnya: sudah dibahas dengan masyarakat pada 12 Januari 2026, berita acara terlampir pada keputusan."
          rows={2}
          maxLength={2000}
          value={why}
          error={asked.problemOf('withoutConsultation')}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      ) : null}
    </StepForm>
  );
}
